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

  constructor(path: string) {
    this.#path = path
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

  /** The bytes at a place; undefined where there are none. */
  read({ start, length }: Place): Buffer | undefined {
    const bytes = Buffer.allocUnsafe(length)
    return readSync(this.#open(), bytes, 0, length, start) === length ? bytes : undefined
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
