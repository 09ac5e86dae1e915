import { type Fields, textAt } from '../fields/fields.ts'
import { categoriesOf } from '../fields/text-tags.ts'
import type { AddressRule, Placed } from './address-rule.ts'
import { datePlaceholders } from './permalink.ts'

/** https://hexo.io/docs/permalinks */
export function hexoRule({ text, fields, date, site }: Placed): AddressRule {
  const isOfPosts = text.folders.includes('_posts')
  const below = text.folders.slice(text.folders.indexOf('_posts') + 1)
  // Only where new posts are named by their date is it no part of their names.
  const isNamedByDate = /:year/.test(textAt(site.settings, 'newpostname') ?? '')
  const name = isNamedByDate ? text.slug : text.stem
  const path = [...text.folders, text.stem].join('/')
  const pagePattern = text.isIndex ? `/${path}/` : `/${path}.html`
  const postPattern = text.folders.includes('_drafts')
    ? undefined
    : (textAt(site.settings, 'permalink') ?? ':year/:month/:day/:title/')
  return {
    pattern: isOfPosts || text.folders.includes('_drafts') ? postPattern : pagePattern,
    values: {
      ...datePlaceholders(date),
      title: [...below, name].join('/'),
      name,
      post_title: textAt(fields, 'title')?.trim().replace(/\s+/g, '-'),
      id: textAt(fields, 'id'),
      abbrlink: textAt(fields, 'abbrlink'),
      lang: textAt(fields, 'lang', 'language') ?? textAt(site.settings, 'language') ?? '',
      category: categoryPath(categoriesOf(fields, text, site), site.settings),
    },
  }
}

/** Its categories are one below the other. */
const categoryPath = (categories: string[], settings: Fields): string =>
  categories
    .map((category) => textAt(settings, `categorymap.${category}`) ?? category)
    .map((category) => category.trim().replace(/\s+/g, '-'))
    .join('/') ||
  (textAt(settings, 'defaultcategory') ?? 'uncategorized')
