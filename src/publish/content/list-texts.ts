import { type Dirent, existsSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { isFolderNote } from '../../core/slugs.ts'
import type { Problem } from './problems.ts'
import { isFile } from './written-paths.ts'

export interface TextFiles {
  /** Posts and pages, by their paths below the content folder. */
  files: string[]
  /** What looks like posts, pages or comments, but is where or what none is read from. */
  ignored: Problem[]
}

/** The posts and pages of the folder. */
export function listTexts(folder: string): TextFiles {
  const files: string[] = []
  const ignored: Problem[] = []
  for (const { file, is } of ['posts', 'pages'].flatMap((place) => entriesBelow(folder, place))) {
    const expected = is === 'link' ? 'a file or a folder, or a link to a file' : insteadOf(file)
    if (expected !== undefined) ignored.push(notRead(file, expected))
    else if (isText(file)) files.push(file)
  }
  return {
    files: files.sort(),
    ignored: [
      ...(files.length === 0 ? [noTexts] : []),
      ...ignored,
      ...commentsElsewhere(folder),
      ...textsElsewhere(folder),
    ],
  }
}

/** What is expected instead of a file that looks like a text and is none; undefined of all others. */
function insteadOf(file: string): string | undefined {
  if (isNote(file)) return 'another name where it is a post or page'
  if (!isLikePost(file)) return undefined
  if (file.startsWith('posts/')) return isText(file) ? undefined : 'the ending .md or .html'
  return isText(file) && /^pages\/[^/]+$/.test(file)
    ? undefined
    : 'pages in pages/ itself, with the ending .md or .html'
}

const noTexts: Problem = {
  file: 'posts/',
  message:
    'found no post and no page, expected posts/NAME.md (npm run import brings another program’s folder along)',
}

const isText = (file: string): boolean => /\.(md|html)$/.test(file)
const isNote = (file: string): boolean =>
  file.endsWith('.md') && isFolderNote(posix.parse(file).name)
const isLikeText = (file: string): boolean => /\.(markdown|mdx?|html?)$/i.test(file)
/** It may be meant for a post, or for a file that a post has a link to. */
export const isPlainText = (file: string): boolean => /\.(txt|text)$/i.test(file)
const isLikePost = (file: string): boolean => isLikeText(file) || isPlainText(file)

const notRead = (file: string, expected: string): Problem => ({
  file,
  message: `this is not read; expected ${expected}`,
})

const commentsElsewhere = (folder: string): Problem[] =>
  entriesOf(folder, 'comments')
    .filter((entry) => entry.isDirectory() || !entry.name.endsWith('.json'))
    .map(({ name }) => notRead(`comments/${name}`, 'comments in comments/NAME.json'))

const places = ['posts', 'pages', 'comments', 'media', 'conflicts']

/** Those in a folder `post`, or in none: what is said of a folder is said once. */
function textsElsewhere(folder: string): Problem[] {
  const expected = 'posts in posts/ and pages in pages/'
  return entriesOf(folder, '.').flatMap((entry) => {
    const { name } = entry
    if (entry.isFile())
      return isLikeText(name) && !isAboutFolder(name) ? notRead(name, expected) : []
    if (!entry.isDirectory() || places.includes(name)) return []
    return hasTexts(folder, name)
      ? { file: `${name}/`, message: `texts in this folder are not read; expected ${expected}` }
      : []
  })
}

/** Not further down: the folder may be one of anything. */
function hasTexts(folder: string, place: string, depth = 3): boolean {
  if (depth === 0) return false
  return entriesOf(folder, place).some((entry) =>
    entry.isDirectory()
      ? entry.name !== 'node_modules' && hasTexts(folder, join(place, entry.name), depth - 1)
      : isLikeText(entry.name) && !isAboutFolder(entry.name),
  )
}

const isAboutFolder = (name: string): boolean =>
  /^(readme|licen[cs]e|changelog|contributing|copying|ofl)\b/i.test(name)

function entriesOf(folder: string, place: string): Dirent[] {
  if (!existsSync(join(folder, place))) return []
  return readdirSync(join(folder, place), { withFileTypes: true }).filter(
    ({ name }) => !name.startsWith('.'),
  )
}

interface Entry {
  /** Below the content folder. */
  file: string
  is: 'file' | 'link'
}

/**
 * Links to files stand for them; `link` is one to a folder, or to nothing. Node's own recursion
 * follows those to folders from version 22 on.
 */
function entriesBelow(folder: string, place: string): Entry[] {
  return entriesOf(folder, place).flatMap((entry): Entry[] => {
    const file = `${place}/${entry.name}`
    if (entry.isDirectory()) return entriesBelow(folder, file)
    if (entry.isFile()) return [{ file, is: 'file' }]
    if (!entry.isSymbolicLink()) return []
    return [{ file, is: isFile(join(folder, file)) ? 'file' : 'link' }]
  })
}
