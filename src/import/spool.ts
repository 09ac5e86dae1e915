import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** A text that was put aside; calling it reads it back. */
export type Kept = () => string

/** Large texts, put aside in a file until they are needed: an export need not fit into memory. */
export class Spool {
  readonly #file: number
  #end = 0
  /** Used again and again: memory outside the heap is given back late. */
  #buffer = Buffer.alloc(65_536)

  constructor(folder: string) {
    this.#file = openSync(join(folder, 'spool'), 'w+')
  }

  keep(text: string): Kept {
    const length = Buffer.byteLength(text)
    const start = this.#end
    const bytes = this.#bufferOf(length)
    bytes.write(text)
    for (let written = 0; written < length; )
      written += writeSync(this.#file, bytes, written, length - written, start + written)
    this.#end += length
    return () => this.#read(start, length)
  }

  #read(start: number, length: number): string {
    const bytes = this.#bufferOf(length)
    for (let read = 0; read < length; )
      read += readSync(this.#file, bytes, read, length - read, start + read)
    return bytes.toString('utf8', 0, length)
  }

  #bufferOf(length: number): Buffer {
    if (this.#buffer.length < length) this.#buffer = Buffer.alloc(2 * length)
    return this.#buffer
  }

  close(): void {
    closeSync(this.#file)
  }
}
