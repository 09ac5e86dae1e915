import { createHash } from 'node:crypto'
import { appendFileSync, closeSync, existsSync, openSync, readSync, renameSync } from 'node:fs'

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
  if (!existsSync(path)) return entries
  const signature = signing(version)
  const rest = readLines(path, (lines) => {
    signature.update(lines)
    for (let start = 0; start < lines.length; ) {
      const tab = lines.indexOf(tabSign, start)
      const end = lines.indexOf(newLine, tab)
      const json = lines.toString('utf8', tab + 1, end)
      entries.set(lines.toString('utf8', start, tab), { json, isUsed: false })
      start = end + 1
    }
  })
  return rest.toString('latin1') === signature.digest('base64url') ? entries : new Map()
}

export function writeEntries(
  path: string,
  version: string,
  entries: ReadonlyMap<string, Entry>,
): void {
  const staging = `${path}.${process.pid}`
  const file = openSync(staging, 'w')
  const signature = signing(version)
  let bytes = Buffer.allocUnsafe(atOnce)
  let length = 0
  const flush = () => {
    const filled = bytes.subarray(0, length)
    signature.update(filled)
    appendFileSync(file, filled)
    length = 0
  }
  const write = (text: string) => {
    // UTF-8 takes no more of each.
    const most = 3 * text.length
    if (length + most > bytes.length) flush()
    if (most > bytes.length) bytes = Buffer.allocUnsafe(most)
    length += bytes.write(text, length)
  }
  try {
    for (const [key, { json, isUsed }] of entries) {
      // A tab or an end of line is in the name of some file: it is worked out again.
      if (!isUsed || /[\t\n]/.test(key)) continue
      for (const text of [key, '\t', json, '\n']) write(text)
    }
    flush()
    appendFileSync(file, signature.digest('base64url'))
  } finally {
    closeSync(file)
  }
  renameSync(staging, path)
}

/**
 * Reads a file in pieces that end with a line, and gives what follows the last line. A piece is valid
 * until the next: on some systems it takes longer to get memory than to fill it, so all have the same.
 */
function readLines(path: string, read: (lines: Buffer) => void): Buffer {
  const file = openSync(path, 'r')
  let bytes = Buffer.allocUnsafe(atOnce)
  let length = 0
  try {
    for (;;) {
      if (length === bytes.length) bytes = Buffer.concat([bytes], 2 * length)
      const added = readSync(file, bytes, length, bytes.length - length, null)
      if (added === 0) return bytes.subarray(0, length)
      length += added
      const end = bytes.lastIndexOf(newLine, length - 1) + 1
      read(bytes.subarray(0, end))
      bytes.copyWithin(0, end, length)
      length -= end
    }
  } finally {
    closeSync(file)
  }
}

/** In bytes: a few hundred lines. */
const atOnce = 2 ** 18
const newLine = '\n'.charCodeAt(0)
const tabSign = '\t'.charCodeAt(0)

/** SHA-256, which processors are quicker at than at SHA-1. */
const signing = (version: string) => createHash('sha256').update(version)
