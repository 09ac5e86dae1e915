import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { baseOf, decodePath } from '../../core/addresses.ts'
import { BlogSettings } from '../../core/blog.ts'
import { ContentError, type Problem } from './problems.ts'
import type { Source } from './read-sources.ts'
import { parseJson, readText } from './read-text.ts'

/** Throws a ContentError where nothing can be read at all. */
export function expectFolder(folder: string): void {
  const stats = statSync(folder, { throwIfNoEntry: false })
  if (stats?.isDirectory()) return
  const found = stats === undefined ? 'no such folder' : 'a file'
  const expected = 'the content folder (src/content, or what LECTERN_CONTENT names)'
  throw new ContentError({ file: folder, message: `found ${found}, expected ${expected}` })
}

/** `blog.json` alone. Throws a ContentError. */
export function readSettings(folder: string): BlogSettings {
  expectFolder(folder)
  const file = 'blog.json'
  if (!existsSync(join(folder, file)))
    throw new ContentError({
      file,
      message: `found no such file in ${folder}, expected the blog's settings`,
    })
  const { url, ...settings } = parseJson(file, readText(folder, file), BlogSettings)
  if (url !== undefined && !URL.canParse(url))
    throw new ContentError({
      file,
      field: 'url',
      message: `found ${JSON.stringify(url)}, expected an http(s) address`,
    })
  return { ...settings, ...(url !== undefined && { url: asSent(url) }) }
}

/** An address may be written in any script and case, and is sent, and put before others, as browsers have it: a folder's. */
function asSent(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + encodeURI(decodePath(pathname)).replace(/\/?$/, '/')
}

/** The path that the site is served under; "/" where a fault is in `blog.json`, which is told with those of the other files. */
export function readBase(folder: string): string {
  try {
    return baseOf(readSettings(folder).url)
  } catch (error) {
    if (error instanceof ContentError) return '/'
    throw error
  }
}

/** Old addresses of the settings that lead on to nothing; `isThere` says what there is, or will be. */
export const vainAliases = (
  { aliases }: BlogSettings,
  isThere: (path: string) => boolean,
): Problem[] =>
  Object.entries(aliases)
    .filter(([, path]) => !isThere(path))
    .map(([old, path]) => ({
      file: 'blog.json',
      field: `aliases.${old}`,
      message: `no post, page or file of the content folder is at "${path}"`,
    }))

/** Hand-picked popular posts that no post answers to. */
export const unknownPicks = (settings: BlogSettings, sources: readonly Source[]): Problem[] =>
  (settings.popular.posts ?? [])
    .filter((slug) => !sources.some(({ kind, name }) => kind === 'post' && name === slug))
    .map((slug) => ({
      file: 'blog.json',
      field: 'popular.posts',
      message: `no post has the slug "${slug}"`,
    }))
