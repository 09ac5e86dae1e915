import { appendFileSync, closeSync, fstatSync, openSync, readSync, renameSync } from 'node:fs'
import { digestOf } from '../digest.ts'

/** Where a text stands in the file, in bytes. */
type Place = [start: number, length: number]

/** Where texts stand in their file, by their digests: what a store is made of again. */
export type Places = [digest: string, place: Place][]

/**
 * Large texts by their digests, one after the other in one file, since a file for each would take longer
 * to make than the text. One that does not match its digest counts as unknown.
 */
export class TextStore {
  readonly #path: string
  /** It stays open: opening it takes as long as reading a text. */
  #file: number
  #places: Map<string, Place>
  readonly #wanted = new Set<string>()

  constructor(path: string, places: Places) {
    this.#path = path
    this.#file = open(path)
    this.#places = new Map(places)
  }

  /** Gives the text's digest. */
  keep(text: string): string {
    const digest = digestOf(text)
    if (this.find(digest) === undefined) {
      const bytes = Buffer.from(text)
      appendFileSync(this.#file, bytes)
      const { size } = fstatSync(this.#file)
      this.#places.set(digest, [size - bytes.length, bytes.length])
    }
    return digest
  }

  find(digest: string): string | undefined {
    this.want(digest)
    const place = this.#places.get(digest)
    return place && textAt(place, digest, (start, length) => bytesAt(this.#file, start, length))
  }

  /** Says that a text, though not read in this run, is to be there for later ones. */
  want(digest: string): void {
    this.#wanted.add(digest)
  }

  wantAll(): void {
    for (const digest of this.#places.keys()) this.want(digest)
  }

  /** Where some of them stand, for a thread to read them. */
  placesOf(digests: readonly string[]): KeptTexts {
    for (const digest of digests) this.want(digest)
    return { path: this.#path, texts: digests.map((digest) => [digest, this.#places.get(digest)]) }
  }

  /**
   * The places of those that were wanted; the others are gone. They stay in the file until they are
   * most of it, and then it is written anew.
   */
  pack(): Places {
    const wanted = [...this.#places].filter(([digest]) => this.#wanted.has(digest))
    const bytes = wanted.reduce((sum, [, [, length]]) => sum + length, 0)
    if (fstatSync(this.#file).size < 2 * bytes + 1_000_000) return wanted
    const packed = new TextStore(`${this.#path}.${process.pid}`, [])
    for (const [digest] of wanted) {
      const text = this.find(digest)
      if (text !== undefined) packed.keep(text)
    }
    // Windows renames no file that is open.
    closeSync(this.#file)
    closeSync(packed.#file)
    renameSync(packed.#path, this.#path)
    this.#file = open(this.#path)
    this.#places = packed.#places
    return [...this.#places]
  }
}

/** Some of the texts of a store, to be read in a thread. */
export interface KeptTexts {
  path: string
  texts: [digest: string, place: Place | undefined][]
}

/** Reads them; undefined where one is not what it was. */
export function readKept({ path, texts }: KeptTexts): string[] | undefined {
  const file = open(path)
  const read = readingAhead(file)
  const found: string[] = []
  const inFile = texts
    .map(([digest, place], index) => ({ digest, place, index }))
    .sort((a, b) => (a.place?.[0] ?? 0) - (b.place?.[0] ?? 0))
  try {
    for (const { digest, place, index } of inFile) {
      const text = place && textAt(place, digest, read)
      if (text === undefined) return undefined
      found[index] = text
    }
    return found
  } finally {
    closeSync(file)
  }
}

/** For reading and for appending, which holds for other processes too. */
const open = (path: string): number => openSync(path, 'a+')

type Read = (start: number, length: number) => Buffer

function textAt([start, length]: Place, digest: string, read: Read): string | undefined {
  const bytes = read(start, length)
  return digestOf(bytes) === digest ? bytes.toString() : undefined
}

function bytesAt(file: number, start: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  return bytes.subarray(0, readSync(file, bytes, 0, length, start))
}

/** In bytes: a few dozen texts. */
const farAhead = 2 ** 18

/** For whoever reads a file in its order: on some systems a call takes longer than to read all of them. */
function readingAhead(file: number): Read {
  let bytes: Buffer = Buffer.alloc(0)
  let from = 0
  return (start, length) => {
    if (start < from || start + length > from + bytes.length) {
      bytes = bytesAt(file, start, Math.max(length, farAhead))
      from = start
    }
    return bytes.subarray(start - from, start - from + length)
  }
}
