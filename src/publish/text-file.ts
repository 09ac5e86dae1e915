import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'

/** Where a text stands in the file, in bytes. */
export interface Place {
  start: number
  length: number
}

/** Texts one after the other in one file, since a file for each would take longer to make than the text. */
export class TextFile {
  #path: string

  constructor(path: string) {
    this.#path = path
  }

  append(text: string): Place {
    const bytes = Buffer.from(text)
    return this.#with('a', (file) => {
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
      return { start: fstatSync(file).size - bytes.length, length: bytes.length }
    })
  }

  /** What stands at a place; undefined where nothing does. */
  read({ start, length }: Place): string | undefined {
    if (!existsSync(this.#path)) return undefined
    const bytes = Buffer.alloc(length)
    const found = this.#with('r', (file) => readSync(file, bytes, 0, length, start))
    return found === length ? bytes.toString() : undefined
  }

  /** In bytes. */
  size(): number {
    return statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0
  }

  renameTo(path: string): void {
    if (existsSync(this.#path)) renameSync(this.#path, path)
    this.#path = path
  }

  #with<T>(flag: 'a' | 'r', use: (file: number) => T): T {
    const file = openSync(this.#path, flag)
    try {
      return use(file)
    } finally {
      closeSync(file)
    }
  }
}
