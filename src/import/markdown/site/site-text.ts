import { parseDate } from '../../../core/dates.ts'
import { plainName } from '../../../core/plain-name.ts'
import { languageOf } from '../../language.ts'
import { textAt, toFields, valueAt } from '../fields/fields.ts'
import type { Site } from './site.ts'

/** What the path of a text says of it. */
export interface SiteText {
  /** Its whole path in the source. */
  name: string
  /** The folders that it lies in below the site's content; that of an `index` file is no folder. */
  folders: string[]
  /** Its own name, or that of its folder where it is its `index`: "2016-05-01-slow-tea". */
  stem: string
  /** The same without its date: "slow-tea". */
  slug: string
  isIndex: boolean
  date: string | undefined
  language: string | undefined
}

/** "index.md", Hugo's "_index.md", and the "page.mdx" of Next.js, are what their folder is about. */
const indexName = /^(_?index\.\w+|page\.mdx)$/i

export function siteTextOf(name: string, site: Site): SiteText {
  const path = name.startsWith(site.content) ? name.slice(site.content.length) : name
  const { folders: written, language: folderLanguage } = withoutLanguageFolder(
    path.split('/').slice(0, -1),
    site,
  )
  const file = path.slice(path.lastIndexOf('/') + 1)
  const { base, language } = withoutLanguage(file, site)
  const isIndex = indexName.test(`${base}.${file.split('.').at(-1)}`)
  const folders = isIndex ? written.slice(0, -1) : written
  const stem = (isIndex ? written.at(-1) : base) ?? base
  return {
    name,
    folders,
    stem,
    isIndex,
    language: language ?? folderLanguage,
    ...datePart(folders, stem),
  }
}

/** Hugo's "tea.fr.md" is French, and so is all of a folder "fr" where that is a language of the site. */
function withoutLanguage(file: string, site: Site): { base: string; language: string | undefined } {
  const base = file.slice(0, file.lastIndexOf('.'))
  const [, name, suffix = ''] = /^(.+)\.([a-z]{2,3}(?:-[a-z]{2,4})?)$/i.exec(base) ?? []
  const isKnown = languagesOf(site).length > 0 ? isLanguage(site, suffix) : hasName(suffix)
  return name !== undefined && site.generator === 'hugo' && isKnown
    ? { base: name, language: languageOf(suffix) }
    : { base, language: undefined }
}

function withoutLanguageFolder(
  folders: string[],
  site: Site,
): { folders: string[]; language: string | undefined } {
  const [first = ''] = folders
  // Docusaurus keeps translations in `i18n/fr/docusaurus-plugin-content-blog/`.
  if (site.generator === 'docusaurus' && first === 'i18n')
    return { folders: ['blog', ...folders.slice(3)], language: languageOf(folders[1]) }
  return isLanguage(site, first)
    ? { folders: folders.slice(1), language: languageOf(first) }
    : { folders, language: undefined }
}

const isLanguage = (site: Site, name: string): boolean =>
  languagesOf(site).includes(plainName(name))

const languagesOf = (site: Site): string[] =>
  Object.keys(toFields(valueAt(site.settings, 'languages')))

/** "tea.js.md" is in no language that anyone speaks. */
const hasName = (code: string): boolean =>
  languageOf(code) !== undefined && languageNames.of(code) !== undefined

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** Years far off are meant where hyphens tell that it is a day: other numbers are long, too. */
const dated =
  /(?:^|\/)(\d{4}(?=-\d)|(?:19|20)\d{2})(?:[-/_.](\d{1,2})[-/_.](\d{1,2})|(\d{2})(\d{2}))(?:[-_/. ]+([^/]*))?$/

/** "2016-05-01-tea", "2016/05/01/tea" and "2016/05-01-tea" are of a day; "2016-05-01" alone is its own name. */
function datePart(
  folders: readonly string[],
  stem: string,
): { slug: string; date: string | undefined } {
  const path = [...folders.slice(-3), stem].join('/')
  const [, year, ...rest] = dated.exec(path) ?? []
  const [month = rest[2], day = rest[3]] = rest
  const date = parseDate(`${year}-${month}-${day}`)
  const slug = rest[4]
  return date === undefined ? { slug: stem, date: undefined } : { slug: slug || stem, date }
}

/** The language of the site where it is of more than one. */
export const defaultLanguage = (site: Site): string | undefined =>
  languageOf(textAt(site.settings, 'defaultcontentlanguage'))
