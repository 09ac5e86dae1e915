import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { baseOf } from '../../core/addresses.ts'
import { BlogSettings } from '../../core/blog.ts'
import { ContentError, type Problem } from './problems.ts'
import type { Source } from './read-sources.ts'
import { readJson } from './read-text.ts'

/** `blog.json` alone. Throws a ContentError. */
export function readSettings(folder: string): BlogSettings {
  if (!existsSync(folder))
    throw new ContentError([
      {
        file: folder,
        message:
          'found no such folder, expected the content folder (src/content, or what LECTERN_CONTENT names)',
      },
    ])
  if (!existsSync(join(folder, 'blog.json')))
    throw new ContentError([
      {
        file: 'blog.json',
        message: `found no such file in ${folder}, expected the blog's settings`,
      },
    ])
  return readJson(folder, 'blog.json', BlogSettings)
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

/** Hand-picked popular posts that no post answers to. */
export const unknownPicks = (settings: BlogSettings, sources: readonly Source[]): Problem[] =>
  (settings.popular.posts ?? [])
    .filter((slug) => !sources.some(({ kind, name }) => kind === 'post' && name === slug))
    .map((slug) => ({
      file: 'blog.json',
      field: 'popular.posts',
      message: `no post has the slug "${slug}"`,
    }))
