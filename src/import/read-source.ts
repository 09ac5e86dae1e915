import { digest } from './content/import-record.ts'
import type { Format } from './formats/format.ts'
import { formats, recogniseFormat, refuse } from './formats.ts'
import {
  type Entry,
  ImportError,
  type ImportedBlog,
  type ImportedComment,
  type ImportedPost,
  type LeftOut,
  makeBlog,
} from './imported-blog.ts'
import { readMarkdownSite } from './markdown/read-markdown-site.ts'
import { isMarkdownSite } from './markdown/site-files.ts'
import type { Progress } from './progress.ts'
import { fetchText } from './source/fetch-source.ts'
import { openFiles, type SourceFiles } from './source/source-files.ts'
import { openText, type SourceText, wholeText } from './source/source-text.ts'
import type { Kept, Spool } from './spool.ts'

export type CollectedPost = Omit<ImportedPost, 'text'> & { text: Kept }
export type CollectedComment = Omit<ImportedComment, 'html'> & { html: Kept }
export type CollectedEntry = CollectedPost | CollectedComment | LeftOut

export const isPost = <P extends { kind: 'post' | 'page' }>(
  entry: P | ImportedComment | CollectedComment | LeftOut,
): entry is P => entry.kind === 'post' || entry.kind === 'page'

export const isLeftOut = (entry: CollectedEntry): entry is LeftOut =>
  entry.kind === 'skipped' || entry.kind === 'failed'

/** A source that was read to its end; the texts in it are put aside. */
export interface Collected {
  /** What the source is, as its owner would say. */
  format: string
  blog: ImportedBlog
  entries: CollectedEntry[]
  /** Where posts have only paths, whole addresses that look like posts', and may tell whose they are. */
  datedLinks: Set<string>
  /** The source's other files, which its texts may refer to. */
  files: SourceFiles | undefined
}

export interface Reading {
  spool: Spool
  /** For what is fetched. */
  folder: string
  format: string | undefined
  progress: Progress
}

const mostPages = 10_000

/** Reads a file, a folder, a zip or an address. Throws an ImportError where there is no blog in it. */
export async function readSource(source: string, reading: Reading): Promise<Collected> {
  return /^https?:\/\//i.test(source) ? readAddress(source, reading) : readPlace(source, reading)
}

async function readAddress(address: string, reading: Reading): Promise<Collected> {
  const collection = new Collection(reading)
  const waiting = [{ address, isGuess: false }]
  const seen = new Set<string>()
  for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
    if (seen.has(page.address) || seen.size >= mostPages) continue
    seen.add(page.address)
    try {
      const text = await fetchText(page.address, reading.folder, seen.size)
      const before = collection.newEntries
      const { more } = await collection.read(text, formatOf(text, reading.format))
      if (collection.newEntries > before) waiting.push(...more)
    } catch (error) {
      if (!(error instanceof ImportError) || seen.size === 1) throw error
      if (!page.isGuess) collection.notes.push(`Not all was read: ${error.message}.`)
    }
  }
  return collection.finish(undefined)
}

async function readPlace(place: string, reading: Reading): Promise<Collected> {
  const files = await openFiles(place)
  const collection = new Collection(reading)
  if (reading.format === 'markdown') return readMarkdown(files, collection)
  if (files.names.length === 1) {
    const name = files.names[0] ?? ''
    const text = await openText(place, files.bytes(name))
    const format =
      reading.format === undefined ? recogniseFormat(text.start) : formatOf(text, reading.format)
    if (format === undefined && isMarkdownSite(files.names)) return readMarkdown(files, collection)
    const { more } = await collection.read(text, format ?? refuse(text.start))
    for (const { address, isGuess } of more)
      if (!isGuess)
        collection.notes.push(
          `The source goes on at ${address}: import that address, and all of it is read.`,
        )
    return collection.finish(files)
  }
  const texts = await recognised(files, place, reading.format)
  const exports = texts.filter(({ format }) => isExport(format))
  if (exports.length === 0 && isMarkdownSite(files.names)) return readMarkdown(files, collection)
  const chosen = exports.length > 0 ? exports : texts
  const blogs = chosen.filter(({ format }) => format.key !== 'disqus').map(({ text }) => text.name)
  if (blogs.length > 1)
    collection.notes.push(
      `Found ${blogs.length} blogs, and imported them as one: ${blogs.join(', ')}.`,
    )
  if (chosen.length === 0)
    throw new ImportError(
      `found ${files.names.length} files, none of them of a format that is known or a text in Markdown; expected an export of a blog`,
    )
  // Comments come after the posts that they are on.
  for (const { text, format } of chosen.sort(
    (a, b) => Number(a.format.key === 'disqus') - Number(b.format.key === 'disqus'),
  ))
    await collection.read(text, format)
  return collection.finish(files)
}

const isExport = ({ key }: Format): boolean => key !== 'feed' && key !== 'json-feed'

function formatOf(text: SourceText, wanted: string | undefined): Format {
  if (wanted === undefined) return recogniseFormat(text.start) ?? refuse(text.start)
  return formats.find(({ key }) => key === wanted) ?? refuse(text.start)
}

const mayBeExport = /\.(xml|atom|rss|rdf|json|txt)$|(^|\/)[^.]+$/i

async function recognised(
  files: SourceFiles,
  place: string,
  wanted: string | undefined,
): Promise<{ text: SourceText; format: Format }[]> {
  const found: { text: SourceText; format: Format }[] = []
  for (const name of files.names.filter((name) => mayBeExport.test(name))) {
    const text = await openText(`${place}/${name}`, files.bytes(name))
    const format = wanted === undefined ? recogniseFormat(text.start) : formatOf(text, wanted)
    if (format !== undefined) found.push({ text, format })
  }
  return found
}

async function readMarkdown(files: SourceFiles, collection: Collection): Promise<Collected> {
  const text = async (name: string) => wholeText(await openText(name, files.bytes(name)))
  await collection.take('folder of Markdown files', readMarkdownSite({ names: files.names, text }))
  return collection.finish(files)
}

/** Gathers the entries of a source's texts, page by page. */
class Collection {
  readonly notes: string[] = []
  readonly #reading: Reading
  readonly #entries: CollectedEntry[] = []
  readonly #seen = new Map<string, string>()
  readonly #datedLinks = new Set<string>()
  #format: string | undefined
  #blog: ImportedBlog | undefined

  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** How many entries came that had not come before. */
  get newEntries(): number {
    return this.#entries.length
  }

  read(text: SourceText, format: Format): Promise<ImportedBlog> {
    return this.take(format.name, format.read(text))
  }

  async take(format: string, entries: AsyncGenerator<Entry, ImportedBlog>): Promise<ImportedBlog> {
    this.#format ??= format
    for (;;) {
      const { value, done } = await entries.next()
      if (done) {
        this.notes.push(...value.notes)
        this.#join(value)
        return value
      }
      this.#add(value)
      this.#reading.progress.count()
    }
  }

  finish(files: SourceFiles | undefined): Collected {
    return {
      format: this.#format ?? '',
      blog: { ...makeBlog({}), ...this.#blog, notes: this.notes },
      entries: this.#entries,
      datedLinks: this.#datedLinks,
      files: files !== undefined && files.names.length > 1 ? files : undefined,
    }
  }

  /** The first text tells of the blog, and the others what it did not. */
  #join(blog: ImportedBlog): void {
    const known = Object.fromEntries(
      Object.entries(this.#blog ?? {}).filter(([, value]) => value !== undefined),
    )
    const tagAddresses = [...(this.#blog?.tagAddresses ?? []), ...blog.tagAddresses]
    const isCut = blog.isCut || this.#blog?.isCut === true
    this.#blog = { ...blog, ...known, tagAddresses, isCut }
  }

  #add(entry: Entry): void {
    if (isPost(entry)) {
      const told = [entry.title, entry.date, entry.addresses[0], entry.text]
      if (this.#isRepeated(entry.id, told.join('\n'))) return
      const hasOnlyPaths = !entry.addresses.some((address) => /^https?:/i.test(address))
      if (hasOnlyPaths)
        for (const [link] of entry.text.matchAll(
          /https?:\/\/[^/"'\s<>]+\/\d{4}\/\d\d\/[^"'\s<>?#]+/gi,
        ))
          this.#datedLinks.add(detached(link))
      const { text, ...rest } = entry
      this.#entries.push({ ...detached(rest), text: this.#reading.spool.keep(text) })
    } else if (entry.kind === 'comment') {
      const told = [entry.post, entry.author, entry.date, entry.html]
      if (this.#isRepeated(`comment ${entry.id}`, told.join('\n'))) return
      const { html, ...rest } = entry
      this.#entries.push({ ...detached(rest), html: this.#reading.spool.keep(html) })
    } else this.#entries.push(detached(entry))
  }

  /** Pages of a feed overlap, where something was posted meanwhile. */
  #isRepeated(id: string, text: string): boolean {
    const print = digest(text)
    if (this.#seen.get(id) === print) {
      const reason = 'told a second time'
      this.#entries.push({ kind: 'skipped', name: id, reason })
      return true
    }
    this.#seen.set(detached(id), print)
    return false
  }
}

/** A copy that keeps nothing else in memory: a part of a string holds on to the whole of it. */
const detached = <T>(value: T): T => structuredClone(value)
