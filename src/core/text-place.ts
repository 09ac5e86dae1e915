import { pagePath, postPath } from './addresses.ts'
import { slugOfFileName } from './slugs.ts'

export interface TextPlace {
  kind: 'post' | 'page'
  /** Its part of the address; empty where the file's name has no letter or digit. */
  name: string
  /** Its path on the site. */
  path: string
}

/** Where a text of the content folder stands on the site. */
export function placeOf(file: string, slug?: string): TextPlace {
  const kind = file.startsWith('posts/') ? 'post' : 'page'
  const name = slug ?? slugOfFileName(fileNameOf(file))
  return { kind, name, path: kind === 'post' ? postPath(name) : pagePath(name) }
}

/** `posts/a/index.md` is the post "a" with its pictures beside it. */
export function fileNameOf(file: string): string {
  const [last = '', folder = '', ...above] = file.split('/').reverse()
  const name = last.replace(/\.[^.]*$/, '')
  return name === 'index' && above.length > 0 ? folder : name
}

/**
 * Of the files of comments that there are, each post's: it is named as the post's address is, or as no
 * file but its own.
 */
export function commentsByPost<Post extends { file: string; name: string }, Comments>(
  posts: readonly Post[],
  comments: ReadonlyMap<string, Comments>,
): Map<Post, Comments> {
  const found = new Map<Post, Comments>()
  if (comments.size === 0) return found
  const named = posts.map((post) => ({ post, fileName: fileNameOf(post.file).normalize('NFC') }))
  const slugs = new Set(posts.map(({ name }) => name))
  const byFileName = new Map<string, Post | 'several'>()
  for (const { post, fileName } of named)
    byFileName.set(fileName, byFileName.has(fileName) ? 'several' : post)
  for (const { post, fileName } of named) {
    const isNamed = byFileName.get(fileName) === post && !slugs.has(fileName)
    const said = comments.get(post.name) ?? (isNamed ? comments.get(fileName) : undefined)
    if (said !== undefined) found.set(post, said)
  }
  return found
}
