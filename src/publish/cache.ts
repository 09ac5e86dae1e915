import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

/** Names a text: another one has another digest. */
export const digestOf = (text: string | Uint8Array): string =>
  createHash('sha1').update(text).digest('base64url')

/**
 * What was worked out once and need not be again: small values by their keys, held in one file, and
 * large texts by their digests, a file each. A key has to name everything that its value was made
 * of. Nothing is trusted: values of another `version` are dropped, and what does not match its
 * digest counts as unknown. Without a `place` it lasts as long as the process.
 */
export class Cache {
  readonly #place: string | undefined
  readonly #version: string
  /** From earlier runs, as JSON. */
  readonly #known: Map<string, string>
  /** What this run found or kept, and so what is saved. */
  readonly #used = new Map<string, string>()
  readonly #usedTexts = new Set<string>()
  readonly #texts = new Map<string, string>()
  readonly #recalled = new Map<string, unknown>()

  constructor(place?: string, version = '') {
    this.#place = place
    this.#version = version
    this.#known = place === undefined ? new Map() : readEntries(entriesFile(place), version)
    if (place !== undefined) mkdirSync(join(place, 'texts'), { recursive: true })
  }

  /** The value kept under `key`, of whatever type it was kept with. */
  find(key: string): unknown {
    const json = this.#used.get(key) ?? this.#known.get(key)
    if (json === undefined) return undefined
    this.#used.set(key, json)
    return JSON.parse(json)
  }

  keep(key: string, value: unknown): void {
    this.#used.set(key, JSON.stringify(value))
  }

  /** A kept text by its digest. */
  findText(digest: string): string | undefined {
    this.#usedTexts.add(digest)
    if (this.#place === undefined) return this.#texts.get(digest)
    try {
      const text = readFileSync(textFile(this.#place, digest), 'utf8')
      return digestOf(text) === digest ? text : undefined
    } catch {
      return undefined
    }
  }

  /** Keeps a text and gives its digest. */
  keepText(text: string): string {
    const digest = digestOf(text)
    this.#usedTexts.add(digest)
    if (this.#place === undefined) this.#texts.set(digest, text)
    else writeFileSync(textFile(this.#place, digest), text)
    return digest
  }

  /** Says that a text, not looked at in this run, is still needed by later ones. */
  stillNeeds(digest: string): void {
    this.#usedTexts.add(digest)
  }

  /** What `read` gave for this file, read again only when it was forgotten. */
  recall<T>(file: string, read: () => T): T {
    // A file's value is always read by the same function.
    if (this.#recalled.has(file)) return this.#recalled.get(file) as T
    const value = read()
    this.#recalled.set(file, value)
    return value
  }

  forget(file: string): void {
    this.#recalled.delete(file)
  }

  /** Writes down what this run used; what it did not use is gone. */
  save(): void {
    if (this.#place === undefined) return
    const entries = [...this.#used].map(([key, json]) => `${key}\t${json}`).join('\n')
    const file = entriesFile(this.#place)
    writeFileSync(`${file}.${process.pid}`, `${signatureOf(this.#version, entries)}\n${entries}`)
    renameSync(`${file}.${process.pid}`, file)
    for (const digest of readdirSync(join(this.#place, 'texts')))
      if (!this.#usedTexts.has(digest)) rmSync(textFile(this.#place, digest), { force: true })
  }
}

const entriesFile = (place: string): string => join(place, 'entries')
const textFile = (place: string, digest: string): string => join(place, 'texts', digest)

const signatureOf = (version: string, entries: string): string => digestOf(version + entries)

function readEntries(file: string, version: string): Map<string, string> {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const [signature = ''] = text.split('\n', 1)
  const entries = text.slice(signature.length + 1)
  if (signature !== signatureOf(version, entries)) return new Map()
  return new Map(
    entries.split('\n').map((entry) => {
      const tab = entry.indexOf('\t')
      return [entry.slice(0, tab), entry.slice(tab + 1)]
    }),
  )
}
