import { posix } from 'node:path'
import { pagePath, postPath } from '../../core/addresses.ts'
import { slugOfFileName } from '../../core/slugs.ts'

export interface TextPlace {
  kind: 'post' | 'page'
  /** Its part of the address; empty where the file's name has no letter or digit. */
  name: string
  /** Its path on the site. */
  path: string
}

/** Where a text of the content folder stands on the site. */
export function placeOf(file: string, slug: string | undefined): TextPlace {
  const kind = file.startsWith('posts/') ? 'post' : 'page'
  const name = slug ?? slugOfFileName(fileNameOf(file))
  return { kind, name, path: kind === 'post' ? postPath(name) : pagePath(name) }
}

/** `posts/a/index.md` is the post "a" with its pictures beside it. */
export function fileNameOf(file: string): string {
  const { name, dir } = posix.parse(file)
  return name === 'index' && dir.includes('/') ? posix.basename(dir) : name
}
