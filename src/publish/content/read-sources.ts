import { existsSync, readdirSync } from 'node:fs'
import { join, posix, relative } from 'node:path'
import { pagePath, postPath, reservedPageNames } from '../../core/addresses.ts'
import { slugOfFileName } from '../../core/slugs.ts'
import { parseFrontMatter, type WithFrontMatter } from './parse-front-matter.ts'
import { ContentError, type Problem } from './problems.ts'
import { readText } from './read-text.ts'

/** A text file of the content folder and what its front matter says; its body is not yet rendered. */
export interface Source extends WithFrontMatter {
  kind: 'post' | 'page'
  file: string
  /** Its part of the address. */
  name: string
  /** Its path on the site. */
  path: string
}

/** The posts and pages of the folder, by their paths below it. */
export const textFiles = (folder: string): string[] =>
  [...filesBelow(folder, 'posts', true), ...filesBelow(folder, 'pages', false)]
    .filter((file) => /\.(md|html)$/.test(file))
    .sort()

/** Files that look like posts or pages, but are where or what none is read from. */
export const ignoredFiles = (folder: string): Problem[] => [
  ...filesBelow(folder, 'posts', true)
    .filter((file) => /\.(markdown|mdx?|html?)$/i.test(file) && !/\.(md|html)$/.test(file))
    .map((file) => ({ file, message: 'this file is not read; expected the ending .md or .html' })),
  ...filesBelow(folder, 'pages', true)
    .filter((file) => file.split('/').length > 2 && /\.(md|html)$/.test(file))
    .map((file) => ({ file, message: 'this file is not read; expected pages in pages/ itself' })),
]

function filesBelow(folder: string, place: string, recursive: boolean): string[] {
  if (!existsSync(join(folder, place))) return []
  return readdirSync(join(folder, place), { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !/(^|\/)\./.test(file))
}

/** Reads one of them. Throws a ContentError. */
export function readSource(folder: string, file: string): Source {
  const parsed = parseFrontMatter(file, readText(folder, file))
  const kind = file.startsWith('posts/') ? 'post' : 'page'
  const name = parsed.fields.slug ?? nameOf(file)
  if (name === '')
    throw new ContentError([
      {
        file,
        message: 'found a file name without a letter or digit, expected one to make an address of',
      },
    ])
  if (
    kind === 'page' &&
    reservedPageNames.includes(name.toLowerCase().replace(/\.(html|json)$/, ''))
  )
    throw new ContentError([
      { file, message: `found the name "${name}", which the site itself uses; expected another` },
    ])
  return { ...parsed, kind, file, name, path: kind === 'post' ? postPath(name) : pagePath(name) }
}

/** `posts/a/index.md` is the post "a" with its pictures beside it. */
function nameOf(file: string): string {
  const { name, dir } = posix.parse(file)
  return slugOfFileName(name === 'index' && dir.includes('/') ? posix.basename(dir) : name)
}
