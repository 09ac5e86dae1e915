import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ImportError } from '../imported-blog.ts'

/** The record of imports, in the content folder: what they wrote, and of what. */
export interface ImportRecord {
  /** The files that were written, and their SHA-256. */
  files: Record<string, string>
  /** The files of posts by their keys, in the order that they came. */
  posts: Map<string, string>
  /** The files that were downloaded, by where they were. */
  media: Record<string, string>
}

export const recordFile = '.lectern-import.json'

/** Throws an ImportError where the record is damaged. */
export function readRecord(folder: string): ImportRecord {
  const place = join(folder, recordFile)
  if (!existsSync(place)) return emptyRecord()
  try {
    const { files, posts, media } = JSON.parse(readFileSync(place, 'utf8')) as WrittenRecord
    const entries = Array.isArray(posts) ? posts : Object.entries(posts ?? {})
    return { files: { ...files }, posts: new Map(entries), media: { ...media } }
  } catch {
    throw new ImportError(
      `${place} is damaged; delete it, and an import will keep every file that differs`,
    )
  }
}

/** As an import wrote it: in an object, keys that are numbers would come first; earlier ones have that. */
type WrittenRecord = Omit<ImportRecord, 'posts'> & {
  posts: [key: string, file: string][] | Record<string, string>
}

export const emptyRecord = (): ImportRecord => ({ files: {}, posts: new Map(), media: {} })

export function recordText(record: ImportRecord): string {
  const written: WrittenRecord = { ...record, posts: [...record.posts] }
  return `${JSON.stringify(written, null, 2)}\n`
}

export const sha256Of = (contents: string | Uint8Array): string =>
  createHash('sha256').update(contents).digest('hex')
