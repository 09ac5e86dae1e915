import { statSync } from 'node:fs'
import { posix } from 'node:path'
import { decodePath } from '../../core/addresses.ts'

/** `media/`, and what lies beside a text; never the texts themselves, comments or settings. */
export const mayBePublished = (file: string): boolean =>
  file.startsWith('media/') || (/^(posts|pages)\//.test(file) && !/\.(md|html)$/.test(file))

/** The address that an owner seems to have meant, without its beginning. */
export function addressMeantBy(href: string): string | undefined {
  if (/^www\./i.test(href)) return `https://${href}`
  return /^[^/@\s]+@[^/@\s]+\.\w+$/.test(href) ? `mailto:${href}` : undefined
}

/** What is no address stays as it is. */
export const resolveUrl = (path: string, page: string): string =>
  URL.canParse(path, `http://localhost${page}`)
    ? new URL(path, `http://localhost${page}`).pathname
    : path

/** The files below the content folder that `path`, written in `from`, may mean: a "ö" may be one letter, or an "o" and two dots. */
export function filesNamed(path: string, from: string): string[] {
  const name = decodePath(path)
  const file = posix.normalize(
    name.startsWith('/') ? name.slice(1) : posix.join(posix.dirname(from), name),
  )
  if (file.startsWith('..') || file.includes('\0')) return []
  return [...new Set([file, file.normalize('NFC'), file.normalize('NFD')])]
}

/** The same, where a folder stands for the text in it. */
export const textsNamed = (path: string, from: string): string[] =>
  filesNamed(path, from).flatMap((file) => [
    file,
    posix.join(file, 'index.md'),
    posix.join(file, 'index.html'),
  ])

/** A name that is too long for the file system is none of a file. */
export function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
  } catch {
    return false
  }
}

/** As the site's own paths are: every letter of another script encoded. */
export const encoded = (path: string): string =>
  decodePath(path).split('/').map(encodeURIComponent).join('/')
