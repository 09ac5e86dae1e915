import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs'

/** Where a text stands in the file, in bytes. */
export interface Place {
  start: number
  length: number
}

/**
 * Texts one after the other in one file, since a file for each would take longer to make than the
 * text. It stays open from the first use on: opening it takes as long as reading a text.
 */
export class TextFile {
  #path: string
  #opened: number | undefined
  /** Read into again and again: to get new memory takes longer than to fill it. */
  readonly #room: Buffer
  /** What was read last. */
  #read: Buffer = Buffer.alloc(0)
  #readFrom = 0

  /** Whoever reads the texts in the order of the file has it read so many bytes ahead. */
  constructor(path: string, ahead = 0) {
    this.#path = path
    this.#room = Buffer.allocUnsafe(ahead)
  }

  get path(): string {
    return this.#path
  }

  append(text: string): Place {
    const bytes = Buffer.from(text)
    const file = this.#open()
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
    return { start: fstatSync(file).size - bytes.length, length: bytes.length }
  }

  /** The bytes at a place, until the next call; undefined where there are none. */
  read({ start, length }: Place): Buffer | undefined {
    return this.#readAlready(start, length) ?? this.#readAnew(start, length)
  }

  #readAlready(start: number, length: number): Buffer | undefined {
    const from = start - this.#readFrom
    const isThere = from >= 0 && from + length <= this.#read.length
    return isThere ? this.#read.subarray(from, from + length) : undefined
  }

  #readAnew(start: number, length: number): Buffer | undefined {
    const bytes = length <= this.#room.length ? this.#room : Buffer.allocUnsafe(length)
    const found = readSync(this.#open(), bytes, 0, bytes.length, start)
    this.#read = bytes.subarray(0, found)
    this.#readFrom = start
    return this.#readAlready(start, length)
  }

  /** In bytes. */
  size(): number {
    return fstatSync(this.#open()).size
  }

  renameTo(path: string): void {
    // Windows renames no file that is open.
    this.close()
    if (existsSync(this.#path)) renameSync(this.#path, path)
    this.#path = path
  }

  close(): void {
    if (this.#opened !== undefined) closeSync(this.#opened)
    this.#opened = undefined
  }

  /** For reading and for appending, which holds for other processes too. */
  #open(): number {
    this.#opened ??= openSync(this.#path, 'a+')
    return this.#opened
  }
}
