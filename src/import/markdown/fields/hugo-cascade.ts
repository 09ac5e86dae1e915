import type { Site } from '../site/site.ts'
import { defaultLanguage, type SiteText, siteTextOf } from '../site/site-text.ts'
import type { SiteFiles } from '../site-files.ts'
import type { FieldDefaults } from './field-defaults.ts'
import { type Fields, isFields, textAt, valueAt } from './fields.ts'
import { fieldsOf } from './front-matter.ts'

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
      const language = languageIn(siteTextOf(name, site), site)
      const isBelow = (text: SiteText, path: string): boolean =>
        path.startsWith(folder) && languageIn(text, site) === language
      return cascadesIn(fieldsOf(await files.text(name).catch(() => '')), site, isBelow)
    }),
  )
  return [...cascadesIn(site.settings, site, () => true), ...ofSections.flat()]
}

/** One set of values, or a list of sets that each say for which pages they are: the first that fits counts. */
function cascadesIn(fields: Fields, site: Site, isBelow: FieldDefaults['isOf']): FieldDefaults[] {
  const cascade = valueAt(fields, 'cascade')
  const sets = Array.isArray(cascade) ? cascade.toReversed() : [cascade]
  return sets.filter(isFields).map((values) => ({
    isOf: (text, path) => isBelow(text, path) && isTarget(values, languageIn(text, site), path),
    values,
  }))
}

/** A text that names no language is in the site's own, which is English where nothing is said. */
const languageIn = ({ language }: SiteText, site: Site): string =>
  language ?? defaultLanguage(site) ?? site.language ?? 'en'

/** Published are pages, in production. */
function isTarget(values: Fields, language: string, path: string): boolean {
  const page = `/${path.replace(/(\/index)?(\.[a-z-]+)?\.\w+$/i, '').toLowerCase()}`
  const meant = {
    path: page,
    kind: 'page',
    environment: 'production',
    lang: language.toLowerCase(),
  }
  return Object.entries(meant).every(([name, value]) => {
    const wanted = textAt(values, `target.${name}`)?.toLowerCase()
    return wanted === undefined || globOf(wanted).test(value)
  })
}

/**
 * "*" is a part of a path, "**" any number of them, and "{a,b}" one of both (https://github.com/gobwas/glob).
 * One that is broken, or has more stars than anybody writes, is for nothing: trying it could take forever.
 */
function globOf(glob: string): RegExp {
  if ((glob.match(/\*+/g)?.length ?? 0) > mostStars) return nothing
  let depth = 0
  const pattern = glob.replace(/\*\*|[*?{,}]|[\\^$.|+()]/g, (sign) => {
    depth += sign === '{' ? 1 : sign === '}' ? -1 : 0
    return sign === ',' && depth === 0 ? ',' : (globSigns[sign] ?? `\\${sign}`)
  })
  try {
    return new RegExp(`^(?:${pattern.replaceAll('[!', '[^')})$`)
  } catch {
    return nothing
  }
}

const mostStars = 6
const nothing = /^(?!)/

const globSigns: Record<string, string> = {
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
  '{': '(?:',
  ',': '|',
  '}': ')',
}
