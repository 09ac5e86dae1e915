import type { Fields } from '../fields/fields.ts'
import type { SiteFiles } from '../site-files.ts'
import { readSettingsFile } from './settings-file.ts'

const scripts =
  /^((docusaurus|astro|eleventy)\.config|\.eleventy|gatsby-config|src\/(consts|constants|config|site\.config|siteConfig|site)|(src\/|content\/)?_data\/(metadata|site|meta))\.[cm]?[jt]s$/
const data = /^(src\/|content\/)?_data\/(metadata|site|meta)\.json$/

/** The names that settings go by in scripts, which are not run but read for what they plainly say. */
const settings: Record<string, string[]> = {
  title: ['SITE_TITLE', 'siteTitle', 'title'],
  description: ['SITE_DESCRIPTION', 'siteDescription', 'description', 'tagline', 'desc'],
  url: ['SITE_URL', 'siteUrl', 'url', 'site', 'website'],
  base: ['baseUrl', 'base', 'pathPrefix'],
  language: ['language', 'defaultLocale', 'lang', 'locale'],
  author: ['AUTHOR', 'author'],
  input: ['input'],
  trailingslash: ['trailingSlash'],
}

/** What a site says of itself that is made by scripts; a file of data says it better. */
export async function readScriptSettings(
  files: SiteFiles,
  names: readonly string[],
  root: string,
  notes: string[],
): Promise<Fields> {
  const read = <T>(pattern: RegExp, readOne: (name: string) => Promise<T>): Promise<T[]> =>
    Promise.all(names.filter((name) => pattern.test(name.slice(root.length))).map(readOne))
  const sources = (await read(scripts, (name) => files.text(name).catch(() => ''))).join('\n')
  const said = Object.entries(settings).flatMap(([name, words]) => {
    const text = words.flatMap((word) => textNamed(sources, word) ?? [])[0]
    return text === undefined ? [] : [[name, text] as const]
  })
  return Object.assign(
    Object.fromEntries(said),
    blogOfDocusaurus(sources),
    ...(await read(data, (name) => readSettingsFile(files, name, notes))),
  )
}

const textNamed = (source: string, name: string): string | undefined =>
  new RegExp(
    String.raw`(?<![\w$.])["']?${name}["']?\s*(?::\s*string\s*)?[:=]\s*(?:"((?:[^"\\\n]|\\.)+)"|'((?:[^'\\\n]|\\.)+)'|${'`'}([^${'`'}$]+)${'`'})`,
  )
    .exec(source)
    ?.slice(1)
    .find((text) => text !== undefined)
    ?.replace(/\\(.)/g, '$1')

/** What a script of data about a folder plainly says. */
export const readScriptData = (source: string): Fields =>
  Object.fromEntries(
    ['layout', 'permalink', 'tags'].flatMap((name) => {
      const text = textNamed(source, name)
      return text === undefined ? [] : [[name, text]]
    }),
  )

/** Where its blog lies, and where it is served. */
function blogOfDocusaurus(source: string): Fields {
  const options = /\bblog\s*:\s*\{([^{}]*)/.exec(source)?.[1] ?? ''
  return {
    blogpath: textNamed(options, 'path') ?? 'blog',
    blogroute: textNamed(options, 'routeBasePath') ?? 'blog',
  }
}
