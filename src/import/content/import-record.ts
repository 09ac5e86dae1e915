import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ImportError } from '../imported-blog.ts'

/** The record of imports, in the content folder: what they wrote, and of what. */
export interface ImportRecord {
  /** The files that were written, and their SHA-256. */
  files: Record<string, string>
  /** The files of posts by their keys. */
  posts: Record<string, string>
  /** The files that were downloaded, by where they were. */
  media: Record<string, string>
}

export const recordFile = '.lectern-import.json'

/** Throws an ImportError where the record is damaged. */
export function readRecord(folder: string): ImportRecord {
  const place = join(folder, recordFile)
  if (!existsSync(place)) return { files: {}, posts: {}, media: {} }
  try {
    // Written by an import.
    const { files, posts, media } = JSON.parse(readFileSync(place, 'utf8')) as ImportRecord
    return { files: { ...files }, posts: { ...posts }, media: { ...media } }
  } catch {
    throw new ImportError(
      `${place} is damaged; delete it, and an import will keep every file that differs`,
    )
  }
}

export const recordText = (record: ImportRecord): string => `${JSON.stringify(record, null, 2)}\n`

export const digest = (contents: string | Uint8Array): string =>
  createHash('sha256').update(contents).digest('hex')
