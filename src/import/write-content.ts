import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ImportError } from './imported-blog.ts'

/** The record of an import, in the content folder: the files it wrote and their SHA-256. */
const recordFile = '.lectern-import.json'

export type Outcome = 'imported' | 'updated' | 'unchanged' | 'kept'

export interface Written {
  /** By file: a `kept` one was not written, since it is somebody else's work. */
  outcomes: Map<string, Outcome>
  /** Where the sample blog went that stood in the folder. */
  sampleMovedTo: string | undefined
}

/**
 * Writes `files` (texts by their paths) into the content folder. A file that an earlier import
 * wrote and nobody changed since is replaced; any other that differs is kept, unless `force`.
 * The sample blog is set aside whole. Files are complete before they take their places.
 */
export function writeContent(
  folder: string,
  files: ReadonlyMap<string, string>,
  force: boolean,
): Written {
  if (isSample(folder) || !existsSync(folder)) {
    const sampleMovedTo = replaceFolder(folder, files)
    return { outcomes: new Map([...files.keys()].map((file) => [file, 'imported'])), sampleMovedTo }
  }
  const record = readRecord(folder)
  const outcomes = new Map<string, Outcome>()
  for (const [file, text] of files) {
    const outcome = outcomeFor(join(folder, file), text, record.get(file), force)
    outcomes.set(file, outcome)
    if (outcome === 'kept') continue
    record.set(file, digest(text))
    if (outcome !== 'unchanged') writeWhole(join(folder, file), text)
  }
  writeWhole(join(folder, recordFile), recordText(record))
  return { outcomes, sampleMovedTo: undefined }
}

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

function replaceFolder(folder: string, files: ReadonlyMap<string, string>): string | undefined {
  const staging = `${folder}.new`
  rmSync(staging, { recursive: true, force: true })
  const record = new Map<string, string>()
  for (const [file, text] of files) {
    record.set(file, digest(text))
    writeWhole(join(staging, file), text)
  }
  writeWhole(join(staging, recordFile), recordText(record))
  const aside = existsSync(folder) ? freePlace(`${folder}-sample`) : undefined
  if (aside !== undefined) renameSync(folder, aside)
  renameSync(staging, folder)
  return aside
}

function freePlace(wanted: string): string {
  let place = wanted
  for (let copy = 2; existsSync(place); copy++) place = `${wanted}-${copy}`
  return place
}

function readRecord(folder: string): Map<string, string> {
  const place = join(folder, recordFile)
  if (!existsSync(place)) return new Map()
  try {
    // Written by `recordText`.
    const { files } = JSON.parse(readFileSync(place, 'utf8')) as { files: Record<string, string> }
    return new Map(Object.entries(files))
  } catch {
    throw new ImportError(
      `${place} is damaged; delete it, and an import will keep every file that differs`,
    )
  }
}

const recordText = (record: ReadonlyMap<string, string>): string =>
  `${JSON.stringify({ files: Object.fromEntries(record) }, null, 2)}\n`

function writeWhole(place: string, text: string): void {
  mkdirSync(dirname(place), { recursive: true })
  writeFileSync(`${place}.new`, text)
  renameSync(`${place}.new`, place)
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
