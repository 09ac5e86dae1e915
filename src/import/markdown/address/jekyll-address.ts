import { textAt } from '../fields/fields.ts'
import { categoriesOf } from '../fields/text-tags.ts'
import type { AddressRule, Placed } from './address-rule.ts'
import { jekyllSlug, jekyllTitle } from './address-words.ts'
import { datePlaceholders } from './permalink.ts'

/** https://jekyllrb.com/docs/permalinks/ */
const styles: Record<string, string> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
}

export const jekyllStyle = (pattern: string): string => styles[pattern] ?? pattern

export function jekyllRule(placed: Placed): AddressRule {
  const { text, fields, date, site } = placed
  const categories = categoriesOf(fields, text, site)
  const slug = textAt(fields, 'slug') ?? text.slug
  return {
    pattern: patternFor(placed),
    values: {
      ...datePlaceholders(date),
      title: jekyllTitle(slug),
      slug: jekyllSlug(slug),
      name: text.stem,
      basename: text.stem,
      path: pathWithin(text.folders, text.stem),
      collection: collectionOf(text.folders) ?? '',
      categories: categories.map((category) => category.toLowerCase()).join('/'),
      slugified_categories: categories.map(jekyllSlug).join('/'),
      output_ext: '.html',
    },
  }
}

function patternFor({ text: { folders, stem, isIndex }, site }: Placed): string | undefined {
  if (folders.includes('_drafts')) return undefined
  const style = jekyllStyle(textAt(site.settings, 'permalink') ?? 'date')
  if (folders.includes('_posts')) return style
  const collection = collectionOf(folders)
  if (collection !== undefined)
    return (
      textAt(site.settings, `collections.${collection}.permalink`) ??
      '/:collection/:path:output_ext'
    )
  const path = [...folders, stem].join('/')
  return isIndex || style.endsWith('/') ? `/${path}/` : `/${path}.html`
}

const collectionOf = (folders: readonly string[]): string | undefined =>
  folders.find((folder) => /^_(?!posts$|drafts$|pages$)/.test(folder))?.slice(1)

/** The path below its collection. */
const pathWithin = (folders: readonly string[], stem: string): string =>
  [...folders.slice(folders.findIndex((folder) => folder.startsWith('_')) + 1), stem].join('/')
