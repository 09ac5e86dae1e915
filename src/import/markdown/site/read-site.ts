import { languageOf } from '../../language.ts'
import { plainText } from '../../plain-text.ts'
import { type Fields, noFields, textAt, textsAt, toFields, valueAt } from '../fields/fields.ts'
import type { SiteFiles } from '../site-files.ts'
import { type FoundSite, findSite, type Generator } from './find-site.ts'
import { readScriptSettings } from './script-settings.ts'
import { readSettingsFile } from './settings-file.ts'
import type { Site } from './site.ts'

/** What a source says of itself; nothing that is wrong in it keeps its texts from being read. */
export async function readSite(files: SiteFiles): Promise<Site> {
  const found = findSite(files.names)
  const names = new Set(files.names)
  const notes: string[] = []
  const settings = await readSettings(files, found, notes)
  const home = homeOf(settings, await hostOf(files, found.root))
  const authors = await readAuthors(files, found.root, notes)
  const authorFields = ['author.name', 'params.author.name', 'author', 'params.author']
  const [author] = textsAt(settings, ...authorFields)
  return {
    ...found,
    content: contentFolder(found, settings, files.names),
    names,
    settings,
    title: plainText(textAt(settings, 'title', 'name', 'params.title')),
    description: plainText(textAt(settings, ...descriptions)),
    language: languageOf(
      textsAt(settings, 'languagecode', 'lang', 'locale', 'defaultcontentlanguage', 'language')[0],
    ),
    author: author && (textAt(authors, `${author}.name`) ?? author),
    home,
    base: baseOf(settings, home),
    authors,
    notes,
  }
}

const descriptions = 'description params.description tagline subtitle params.subtitle'.split(' ')

async function readSettings(
  files: SiteFiles,
  { generator, root }: FoundSite,
  notes: string[],
): Promise<Fields> {
  if (generator === 'plain') return noFields
  const isScript = /^(docusaurus|astro|eleventy|gatsby)$/.test(generator)
  const names = files.names.filter((name) => name.startsWith(root))
  if (isScript) return readScriptSettings(files, names, root, notes)
  const parts = names.filter((name) => settingsFiles.test(name.slice(root.length)))
  const read = await Promise.all(
    parts.map(async (name): Promise<Fields> => {
      const fields = await readSettingsFile(files, name, notes)
      // Hugo's `params.toml` is the part of its settings that it is named after.
      const part = /^config\/_default\/(?!hugo|config)([a-z]+)\.\w+$/.exec(name.slice(root.length))
      return part?.[1] === undefined ? fields : { [part[1]]: fields }
    }),
  )
  return withDefaultLanguage(Object.assign({}, ...read))
}

const settingsFiles =
  /^(_config\.(ya?ml|toml)|(hugo|config)\.(toml|ya?ml|json)|config\/_default\/[a-z]+\.(toml|ya?ml|json))$/

/** Hugo may say of each language what it does not say of the whole. */
function withDefaultLanguage(settings: Fields): Fields {
  const language = textAt(settings, 'defaultcontentlanguage')
  const own = language === undefined ? undefined : valueAt(settings, `languages.${language}`)
  return { ...toFields(own), ...settings }
}

function contentFolder(
  { generator, root }: FoundSite,
  settings: Fields,
  names: readonly string[],
): string {
  const isOctopress = names.some((name) => name.startsWith(`${root}source/_posts/`))
  const folders: Partial<Record<Generator, string>> = {
    hugo: textAt(settings, 'contentdir') ?? 'content',
    hexo: textAt(settings, 'sourcedir') ?? 'source',
    jekyll: textAt(settings, 'source') ?? (isOctopress ? 'source' : ''),
    eleventy: textAt(settings, 'input') ?? commonFolder(names, root) ?? '',
  }
  const wanted = (folders[generator] ?? '').replace(/^[./]+|\/+$/g, '')
  const folder = wanted === '' ? root : `${root}${wanted}/`
  return names.some((name) => name.startsWith(folder)) ? folder : root
}

/** Where a script says what the input is: the folder of those that are usual that all texts are in. */
const commonFolder = (names: readonly string[], root: string): string | undefined =>
  ['content', 'src'].find((folder) =>
    names
      .filter((name) => name.endsWith('.md') && !/(^|\/)[A-Z]+\.md$/.test(name))
      .every((name) => name.startsWith(`${root}${folder}/`)),
  )

/** An address that is only a stand-in, or none of the web, says nothing. */
function homeOf(settings: Fields, host: string | undefined): string | undefined {
  const url = textAt(settings, 'url', 'baseurl', 'site', 'siteurl') ?? ''
  const whole = /^https?:\/\//i.test(url) && URL.canParse(url) ? new URL(url) : undefined
  const isLocal = whole !== undefined && /^(localhost|127\.|0\.0\.0\.0)/.test(whole.hostname)
  if (whole === undefined || isLocal) return host === undefined ? undefined : `https://${host}/`
  const base = textAt(settings, 'baseurl', 'root', 'base', 'pathprefix')
  const path = base?.startsWith('/') ? base : whole.pathname
  return `${whole.origin}${path.replace(/\/*$/, '')}/`
}

function baseOf(settings: Fields, home: string | undefined): string {
  const base = textAt(settings, 'baseurl', 'root', 'base', 'pathprefix') ?? ''
  const path = home === undefined ? base : new URL(home).pathname
  return path.startsWith('/') ? path.replace(/\/*$/, '') : ''
}

/** Its own host, as GitHub's pages have it in a file. */
async function hostOf(files: SiteFiles, root: string): Promise<string | undefined> {
  const places = ['CNAME', 'static/CNAME', 'public/CNAME', 'source/CNAME', 'src/CNAME']
  const name = places.map((place) => root + place).find((place) => files.names.includes(place))
  if (name === undefined) return undefined
  return /^\s*([\w-]+(?:\.[\w-]+)+)\s*$/.exec(await files.text(name).catch(() => ''))?.[1]
}

async function readAuthors(files: SiteFiles, root: string, notes: string[]): Promise<Fields> {
  const lists = files.names.filter((name) =>
    /^((blog|src)\/)?(_data|data|blog)?\/?authors\.(ya?ml|json|toml)$/.test(
      name.slice(root.length),
    ),
  )
  const read = await Promise.all(lists.map((name) => readSettingsFile(files, name, notes)))
  return Object.assign({}, ...read)
}
