import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from './digest.ts'
import { readEntries, writeEntries } from './entries-file.ts'
import { type KeptTexts, type Place, TextFile } from './text-file.ts'

/**
 * What was worked out once and need not be again: small values by their keys, and large texts by
 * their digests. A key has to name everything that its value was made of. Nothing is trusted:
 * values of another `version` are dropped, and a text that does not match its digest counts as
 * unknown. Two processes may use one cache: where one spoils what the other wrote, the digests tell.
 */
export class Cache {
  readonly #folder: string
  readonly #version: string
  /** From earlier runs, as JSON: what was not used yet. */
  readonly #known: Map<string, string>
  /** What this run found or kept, and so what is saved. */
  readonly #used = new Map<string, string>()
  #texts: TextFile
  readonly #recalled = new Map<string, unknown>()

  constructor(folder: string, version: string) {
    mkdirSync(folder, { recursive: true })
    this.#folder = folder
    this.#version = version
    this.#known = readEntries(join(folder, 'entries'), version)
    this.#texts = new TextFile(join(folder, 'texts'))
  }

  /** The value kept under `key`, of whatever type it was kept with. */
  find(key: string): unknown {
    const known = this.#known.get(key)
    if (known !== undefined) {
      this.#known.delete(key)
      if (!this.#used.has(key)) this.#used.set(key, known)
    }
    const json = this.#used.get(key)
    return json === undefined ? undefined : JSON.parse(json)
  }

  /**
   * Gives the value as later runs will find it. Better to hold on to than the value itself: a part
   * of a text keeps all of the text in memory, and this is a copy.
   */
  keep<T>(key: string, value: T): T {
    const json = JSON.stringify(value)
    this.#used.set(key, json)
    // What JSON leaves out is undefined in the type, too.
    return JSON.parse(json) as T
  }

  /** Keeps a text and gives its digest. */
  keepText(text: string): string {
    const digest = digestOf(text)
    if (this.findText(digest) === undefined) this.keep(textKey(digest), this.#texts.append(text))
    return digest
  }

  /** A kept text by its digest. */
  findText(digest: string): string | undefined {
    const place = this.#placeOf(textKey(digest))
    const text = place && this.#texts.read(place)
    return text !== undefined && digestOf(text) === digest ? text : undefined
  }

  /** Where kept texts stand, for a thread to read them. */
  keptTexts(digests: readonly string[]): KeptTexts {
    return {
      path: this.#texts.path,
      texts: digests.map((digest) => [digest, this.#placeOf(textKey(digest))]),
    }
  }

  #placeOf(key: string): Place | undefined {
    // Kept by `keepText`.
    return this.find(key) as Place | undefined
  }

  /** Says that a text, though not read in this run, is still wanted by later ones. */
  stillWants(digest: string): void {
    this.find(textKey(digest))
  }

  /** What `read` gave for this file, read again only when it was forgotten. */
  recall<T>(file: string, read: () => T): T {
    // A file's value is always read by the same function.
    if (this.#recalled.has(file)) return this.#recalled.get(file) as T
    const value = read()
    this.#recalled.set(file, value)
    return value
  }

  /** Whether there was anything to forget. */
  forget(file: string): boolean {
    return this.#recalled.delete(file)
  }

  /** Writes down what this run used; what it did not use is gone. */
  save(): void {
    this.#packTexts()
    writeEntries(join(this.#folder, 'entries'), this.#version, this.#used)
  }

  /** Texts that nobody wants any more stay in their file until they are most of it. */
  #packTexts(): void {
    const wanted = [...this.#used.keys()].filter((key) => key.startsWith(textKey('')))
    const bytes = wanted.reduce((sum, key) => sum + (this.#placeOf(key)?.length ?? 0), 0)
    if (this.#texts.size() < 2 * bytes + 1_000_000) return
    const packed = new TextFile(join(this.#folder, `texts.${process.pid}`))
    for (const key of wanted) {
      const place = this.#placeOf(key)
      const text = place && this.#texts.read(place)
      if (text !== undefined) this.keep(key, packed.append(text))
    }
    this.#texts.close()
    packed.renameTo(join(this.#folder, 'texts'))
    this.#texts = packed
  }
}

const textKey = (digest: string): string => `bodies ${digest}`
