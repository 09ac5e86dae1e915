import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parse } from 'yaml'
import { ImportError } from './imported-blog.ts'
import type { ImportedContent, Present } from './to-content.ts'

/** The record of imports, in the content folder: what they wrote, and of what. */
interface ImportRecord {
  /** The files that were written, and their SHA-256. */
  files: Record<string, string>
  /** The files of posts by their keys. */
  posts: Record<string, string>
}
const recordFile = '.lectern-import.json'

export type Outcome = 'imported' | 'updated' | 'unchanged' | 'kept'

export interface Written {
  /** By file: a `kept` one was not written, since it is somebody else's work. */
  outcomes: Map<string, Outcome>
  /** Where the sample blog went that stood in the folder. */
  sampleMovedTo: string | undefined
}

/** What the folder holds that an import has to reckon with: nothing, where the sample will make way. */
export function readPresent(folder: string): Present {
  if (makesWay(folder)) return { imported: new Map(), slugs: [] }
  const files = postFiles(folder)
  const imported = new Map(Object.entries(readRecord(folder).posts))
  const present = new Set(files)
  // Where a file of the record is gone, its owner may have renamed it: the source still tells it.
  for (const file of files) {
    const source = sourceOf(readFileSync(join(folder, file), 'utf8'))
    if (source !== undefined && !present.has(imported.get(source) ?? '')) imported.set(source, file)
  }
  return { imported, slugs: files.map((file) => basename(file).replace(/\.(md|html)$/, '')) }
}

function postFiles(folder: string): string[] {
  const posts = join(folder, 'posts')
  if (!existsSync(posts)) return []
  return readdirSync(posts, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|html)$/.test(name))
    .map((name) => `posts/${name.replaceAll('\\', '/')}`)
}

function sourceOf(text: string): string | undefined {
  const yaml = /^---\r?\n[\s\S]*?^source:(.*)$/m.exec(text)?.[1]
  if (yaml === undefined) return undefined
  const value: unknown = parse(yaml, { schema: 'failsafe' })
  return typeof value === 'string' ? value : undefined
}

/**
 * Writes an import into the content folder. A file that an earlier import wrote and nobody changed
 * since is replaced; any other that differs is kept, unless `force`; so are the settings, once
 * there are any. The sample blog is set aside whole. Files are complete before they take their
 * places.
 */
export function writeContent(
  folder: string,
  { posts, settings }: ImportedContent,
  force: boolean,
): Written {
  const files = new Map(posts.map(({ file, text }) => [file, text]))
  const keys = Object.fromEntries(posts.map(({ key, file }) => [key, file]))
  if (makesWay(folder)) {
    files.set('blog.json', settings)
    const sampleMovedTo = replaceFolder(folder, files, keys)
    return { outcomes: new Map([...files.keys()].map((file) => [file, 'imported'])), sampleMovedTo }
  }
  if (force || !existsSync(join(folder, 'blog.json'))) files.set('blog.json', settings)
  const record = readRecord(folder)
  const outcomes = new Map<string, Outcome>()
  for (const [file, text] of files) {
    const outcome = outcomeFor(join(folder, file), text, record.files[file], force)
    outcomes.set(file, outcome)
    if (outcome === 'kept') continue
    record.files[file] = digest(text)
    if (outcome !== 'unchanged') writeWhole(join(folder, file), text)
  }
  writeRecord(folder, { files: record.files, posts: { ...record.posts, ...keys } })
  return { outcomes, sampleMovedTo: undefined }
}

const makesWay = (folder: string): boolean => isSample(folder) || !existsSync(folder)

function outcomeFor(
  place: string,
  text: string,
  recorded: string | undefined,
  force: boolean,
): Outcome {
  if (!existsSync(place)) return 'imported'
  const present = readFileSync(place, 'utf8')
  if (present === text) return 'unchanged'
  return force || digest(present) === recorded ? 'updated' : 'kept'
}

function isSample(folder: string): boolean {
  try {
    const settings: unknown = JSON.parse(readFileSync(join(folder, 'blog.json'), 'utf8'))
    return (
      typeof settings === 'object' &&
      settings !== null &&
      'sample' in settings &&
      settings.sample === true
    )
  } catch {
    return false
  }
}

function replaceFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
  posts: ImportRecord['posts'],
): string | undefined {
  mkdirSync(dirname(folder), { recursive: true })
  const staging = mkdtempSync(`${folder}.`)
  for (const [file, text] of files) writeWhole(join(staging, file), text)
  const digests = [...files].map(([file, text]) => [file, digest(text)])
  writeRecord(staging, { files: Object.fromEntries(digests), posts })
  const aside = existsSync(folder) ? freePlace(`${folder}-sample`) : undefined
  if (aside !== undefined) renameSync(folder, aside)
  renameSync(staging, folder)
  // mkdtemp makes folders that only their owner may read.
  chmodSync(folder, 0o755)
  return aside
}

function freePlace(wanted: string): string {
  let place = wanted
  for (let copy = 2; existsSync(place); copy++) place = `${wanted}-${copy}`
  return place
}

function readRecord(folder: string): ImportRecord {
  const place = join(folder, recordFile)
  if (!existsSync(place)) return { files: {}, posts: {} }
  try {
    // Written by `writeRecord`.
    const { files, posts } = JSON.parse(readFileSync(place, 'utf8')) as ImportRecord
    return { files: { ...files }, posts: { ...posts } }
  } catch {
    throw new ImportError(
      `${place} is damaged; delete it, and an import will keep every file that differs`,
    )
  }
}

const writeRecord = (folder: string, record: ImportRecord): void =>
  writeWhole(join(folder, recordFile), `${JSON.stringify(record, null, 2)}\n`)

function writeWhole(place: string, text: string): void {
  mkdirSync(dirname(place), { recursive: true })
  writeFileSync(`${place}.new`, text)
  renameSync(`${place}.new`, place)
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
