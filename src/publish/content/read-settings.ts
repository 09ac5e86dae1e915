import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BlogSettings } from '../../core/blog.ts'
import { ContentError } from './problems.ts'
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
