import { createHash } from 'node:crypto'
import { appendFileSync, closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs'

/** A value, as JSON, of an earlier run or of this one. */
export interface Entry {
  json: string
  /** Whether this run found it or kept it, and so whether it is written. */
  isUsed: boolean
}

/**
 * A file of keys and values, with a signature at its end: one that was damaged, or written by
 * another version, is as good as none.
 */
export function readEntries(path: string, version: string): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
  const end = bytes.lastIndexOf(newLine) + 1
  const signature = signing(version).update(bytes.subarray(0, end)).digest('base64url')
  if (bytes.toString('latin1', end) !== signature) return entries
  // One string for the whole file would stay in memory as long as any part of it.
  for (let start = 0; start < end; ) {
    const tab = bytes.indexOf(tabSign, start)
    const next = bytes.indexOf(newLine, tab)
    const json = bytes.toString('utf8', tab + 1, next)
    entries.set(bytes.toString('utf8', start, tab), { json, isUsed: false })
    start = next + 1
  }
  return entries
}

export function writeEntries(
  path: string,
  version: string,
  entries: ReadonlyMap<string, Entry>,
): void {
  const staging = `${path}.${process.pid}`
  const file = openSync(staging, 'w')
  const signature = signing(version)
  let lines = ''
  const flush = () => {
    const bytes = Buffer.from(lines)
    signature.update(bytes)
    appendFileSync(file, bytes)
    lines = ''
  }
  try {
    for (const [key, { json, isUsed }] of entries) {
      // A tab is in the name of some file: it is worked out again.
      if (!isUsed || key.includes('\t')) continue
      lines += `${key}\t${json}\n`
      if (lines.length > longest) flush()
    }
    flush()
    appendFileSync(file, signature.digest('base64url'))
  } finally {
    closeSync(file)
  }
  renameSync(staging, path)
}

/** In characters: a system call for each line would take longer than the line. */
const longest = 2 ** 20
const newLine = '\n'.charCodeAt(0)
const tabSign = '\t'.charCodeAt(0)

/** SHA-256, which processors are quicker at than at SHA-1. */
const signing = (version: string) => createHash('sha256').update(version)
