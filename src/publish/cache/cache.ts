import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Entry, readEntries, writeEntries } from './entries-file.ts'
import { type Places, TextStore } from './text-store.ts'

/** Parts of posts and pages: what they are found by, what they are about, what they show. */
export type Part = 'terms' | 'subject' | 'bodies'

/**
 * What was worked out once and need not be again: values by their keys, and parts of texts by their
 * digests. Key and value together have to name everything that the value was made of. Nothing is
 * trusted: values of another `version` are dropped. Two processes may use one cache: where one spoils
 * what the other wrote, the digests tell.
 */
export class Cache {
  /** One for each part, since who reads one of all texts reads no other. */
  readonly texts: Readonly<Record<Part, TextStore>>
  readonly #folder: string
  readonly #version: string
  readonly #entries: Map<string, Entry>
  readonly #recalled = new Map<string, unknown>()

  constructor(folder: string, version: string) {
    mkdirSync(folder, { recursive: true })
    this.#folder = folder
    this.#version = version
    this.#entries = readEntries(join(folder, 'entries'), version)
    // Kept by `save`.
    const places = this.find(textPlaces) as Record<Part, Places> | undefined
    this.texts = ofEach((part) => new TextStore(join(folder, part), places?.[part] ?? []))
  }

  /** The value kept under `key`, of whatever type it was kept with. */
  find(key: string): unknown {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    entry.isUsed = true
    return JSON.parse(entry.json)
  }

  /**
   * Gives the value as later runs will find it. Better to hold on to than the value itself: a part
   * of a text keeps all of the text in memory, and this is a copy.
   */
  keep<T>(key: string, value: T): T {
    this.set(key, value)
    // What JSON leaves out is undefined in the type, too.
    return this.find(key) as T
  }

  /** Keeps a value that is not needed in this run any more. */
  set(key: string, value: unknown): void {
    this.#entries.set(key, { json: JSON.stringify(value), isUsed: true })
  }

  /** What `read` gave for this file, read again only when it was forgotten. */
  recall<T>(file: string, read: () => T): T {
    // A file's value is always read by the same function.
    if (this.#recalled.has(file)) return this.#recalled.get(file) as T
    const value = read()
    this.#recalled.set(file, value)
    return value
  }

  /** Of a folder, forgets the files in it; "" is the folder of all. Tells whether it was a file that was recalled. */
  forget(place: string): boolean {
    if (this.#recalled.delete(place)) return true
    for (const file of this.#recalled.keys())
      if (place === '' || file.startsWith(`${place}/`)) this.#recalled.delete(file)
    return false
  }

  /** Says that what this run does not use is to be there for later ones, which do more. */
  keepUnused(): void {
    for (const entry of this.#entries.values()) entry.isUsed = true
    for (const texts of Object.values(this.texts)) texts.wantAll()
  }

  /** Writes down what this run used; what it did not use is gone. */
  save(): void {
    this.set(
      textPlaces,
      ofEach((part) => this.texts[part].pack()),
    )
    writeEntries(join(this.#folder, 'entries'), this.#version, this.#entries)
  }
}

const textPlaces = 'texts'

const ofEach = <T>(make: (part: Part) => T): Record<Part, T> => ({
  terms: make('terms'),
  subject: make('subject'),
  bodies: make('bodies'),
})
