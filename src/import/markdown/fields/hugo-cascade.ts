import { languageOf } from '../../language.ts'
import type { Site } from '../site/site.ts'
import { type SiteText, siteTextOf } from '../site/site-text.ts'
import type { SiteFiles } from '../site-files.ts'
import type { FieldDefaults } from './field-defaults.ts'
import { type Fields, isFields, textAt, valueAt } from './fields.ts'
import { readFrontMatter } from './front-matter.ts'

/**
 * What Hugo's settings and the heads of its sections (`_index.md`) say of all pages below them,
 * the nearest last (https://gohugo.io/content-management/front-matter/#cascade).
 */
export async function hugoCascades(files: SiteFiles, site: Site): Promise<FieldDefaults[]> {
  const heads = files.names
    .filter((name) => name.startsWith(site.content) && /(^|\/)_index(\.[\w-]+)?\.\w+$/.test(name))
    .sort((a, b) => a.split('/').length - b.split('/').length)
  const ofSections = await Promise.all(
    heads.map(async (name) => {
      const folder = name.slice(site.content.length, name.lastIndexOf('/') + 1)
      const { language } = siteTextOf(name, site)
      const isBelow = (text: SiteText, path: string): boolean =>
        path.startsWith(folder) && text.language === language
      return cascadesIn(await fieldsOf(name, files), isBelow)
    }),
  )
  return [...cascadesIn(site.settings, () => true), ...ofSections.flat()]
}

/** A head that can't be read is told of where the texts are. */
async function fieldsOf(name: string, files: SiteFiles): Promise<Fields> {
  try {
    return readFrontMatter(await files.text(name)).fields ?? {}
  } catch {
    return {}
  }
}

/** One set of values, or a list of sets that each say for which pages they are. */
function cascadesIn(fields: Fields, isBelow: FieldDefaults['isOf']): FieldDefaults[] {
  const cascade = valueAt(fields, 'cascade')
  return (Array.isArray(cascade) ? cascade : [cascade]).filter(isFields).map((values) => ({
    isOf: (text, path) => isBelow(text, path) && isTarget(values, text, path),
    values,
  }))
}

/** Published are pages, in production. */
function isTarget(values: Fields, text: SiteText, path: string): boolean {
  const page = `/${path.replace(/(\/index)?(\.[a-z-]+)?\.\w+$/i, '').toLowerCase()}`
  const meant = {
    path: page,
    kind: 'page',
    environment: 'production',
    ...(text.language !== undefined && { lang: text.language }),
  }
  return Object.entries(meant).every(([name, value]) => {
    const wanted = textAt(values, `target.${name}`)?.toLowerCase()
    if (wanted === undefined) return true
    return name === 'lang' ? languageOf(wanted) === value : globOf(wanted).test(value)
  })
}

/**
 * "*" is a part of a path, "**" any number of them, and "{a,b}" one of both (https://github.com/gobwas/glob).
 * One with more of them than anybody writes is for nothing: trying it could take forever.
 */
function globOf(glob: string): RegExp {
  if (glob.split('*').length - 1 > mostStars) return /^(?!)/
  const pattern = glob.replace(
    /\*\*|[*?{,}]|[\\^$.|+()[\]]/g,
    (sign) => globSigns[sign] ?? `\\${sign}`,
  )
  return new RegExp(`^(?:${pattern})$`)
}

const mostStars = 6
const globSigns: Record<string, string> = {
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
  '{': '(?:',
  ',': '|',
  '}': ')',
}
