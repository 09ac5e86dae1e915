import { existsSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { pagePath, postPath, reservedPageNames } from '../../core/addresses.ts'
import { slugOfFileName } from '../../core/slugs.ts'
import { parseFrontMatter, type WithFrontMatter } from './parse-front-matter.ts'
import { ContentError } from './problems.ts'
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
export function textFiles(folder: string): string[] {
  const below = (place: string, recursive: boolean) =>
    existsSync(join(folder, place))
      ? readdirSync(join(folder, place), { recursive, encoding: 'utf8' }).map((name) =>
          posix.join(place, name.replaceAll('\\', '/')),
        )
      : []
  return [...below('posts', true), ...below('pages', false)]
    .filter((file) => /\.(md|html)$/.test(file) && !/(^|\/)\./.test(file))
    .sort()
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
  if (kind === 'page' && reservedPageNames.includes(name.toLowerCase()))
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
