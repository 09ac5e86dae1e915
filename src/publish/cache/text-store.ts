import { digestOf } from '../digest.ts'
import { type Place, TextFile } from './text-file.ts'

/** Where texts stand in their file, by their digests: what a store is made of again. */
export type Places = [digest: string, start: number, length: number][]

/** Large texts by their digests, in a file. One that does not match its digest counts as unknown. */
export class TextStore {
  readonly #path: string
  #file: TextFile
  readonly #places: Map<string, Place>
  readonly #wanted = new Set<string>()

  constructor(path: string, places: Places) {
    this.#path = path
    this.#file = new TextFile(path)
    this.#places = new Map(
      places.map(([digest, start, length]) => [digest, { start, length }] as const),
    )
  }

  /** Gives the text's digest. */
  keep(text: string): string {
    const digest = digestOf(text)
    if (this.find(digest) === undefined) {
      this.#places.set(digest, this.#file.append(text))
      this.want(digest)
    }
    return digest
  }

  find(digest: string): string | undefined {
    return readBytes(this.#file, digest, this.#placeOf(digest))?.toString()
  }

  /** Says that a text, though not read in this run, is to be there for later ones. */
  want(digest: string): void {
    this.#placeOf(digest)
  }

  /** Where some of them stand, for a thread to read them. */
  placesOf(digests: readonly string[]): KeptTexts {
    return {
      path: this.#file.path,
      texts: digests.map((digest) => [digest, this.#placeOf(digest)]),
    }
  }

  /**
   * The places of those that were wanted; the others are gone. They stay in the file until they are
   * most of it, and then it is written anew.
   */
  pack(): Places {
    const wanted = [...this.#wanted].flatMap((digest): Places => {
      const place = this.#places.get(digest)
      return place === undefined ? [] : [[digest, place.start, place.length]]
    })
    const bytes = wanted.reduce((sum, [, , length]) => sum + length, 0)
    if (this.#file.size() < 2 * bytes + 1_000_000) return wanted
    const packed = new TextFile(`${this.#path}.${process.pid}`)
    const places = wanted.flatMap(([digest]): Places => {
      const text = this.find(digest)
      if (text === undefined) return []
      const { start, length } = packed.append(text)
      return [[digest, start, length]]
    })
    this.#file.close()
    packed.renameTo(this.#path)
    this.#file = packed
    this.#places.clear()
    for (const [digest, start, length] of places) this.#places.set(digest, { start, length })
    return places
  }

  #placeOf(digest: string): Place | undefined {
    const place = this.#places.get(digest)
    if (place !== undefined) this.#wanted.add(digest)
    return place
  }
}

/** Some of the texts of a store, to be read in a thread. */
export interface KeptTexts {
  path: string
  texts: [digest: string, place: Place | undefined][]
}

/** Reads them; undefined where one is not what it was. */
export function readKept({ path, texts }: KeptTexts): string[] | undefined {
  const file = new TextFile(path, readAhead)
  const read: string[] = []
  const inFile = texts
    .map(([digest, place], index) => ({ digest, place, index }))
    .sort((a, b) => (a.place?.start ?? 0) - (b.place?.start ?? 0))
  try {
    for (const { digest, place, index } of inFile) {
      const text = readBytes(file, digest, place)
      if (text === undefined) return undefined
      read[index] = text.toString()
    }
    return read
  } finally {
    file.close()
  }
}

/** In bytes: a few dozen texts. */
const readAhead = 2 ** 18

function readBytes(file: TextFile, digest: string, place: Place | undefined): Buffer | undefined {
  const bytes = place && file.read(place)
  return bytes !== undefined && digestOf(bytes) === digest ? bytes : undefined
}
