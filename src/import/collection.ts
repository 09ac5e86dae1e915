import { sha256Of } from './content/import-record.ts'
import type { Format } from './formats/format.ts'
import {
  type Entry,
  type ImportedBlog,
  type ImportedComment,
  type ImportedPost,
  type LeftOut,
  makeBlog,
} from './imported-blog.ts'
import type { Progress } from './progress.ts'
import type { SourceFiles } from './source/source-files.ts'
import type { SourceText } from './source/source-text.ts'
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

/** Gathers the entries of a source's texts, page by page. */
export class Collection {
  readonly notes: string[] = []
  readonly #spool: Spool
  readonly #progress: Progress
  readonly #entries: CollectedEntry[] = []
  readonly #seen = new Set<string>()
  readonly #datedLinks = new Set<string>()
  #isCut = false
  #format: string | undefined
  #blog: ImportedBlog | undefined

  /** Texts are put aside in `spool`; `progress` is told of each entry. */
  constructor(spool: Spool, progress: Progress) {
    this.#spool = spool
    this.#progress = progress
  }

  /** How many entries came that had not come before. */
  get newEntries(): number {
    return this.#seen.size
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
      this.#progress.count()
    }
  }

  /** The source goes on where it could not be read, for a reason. */
  break(reason: string): void {
    this.notes.push(`Not all was read: ${reason}.`)
    this.#isCut = true
  }

  finish(files: SourceFiles | undefined): Collected {
    return {
      format: this.#format ?? '',
      blog: { ...makeBlog({}), ...this.#blog, notes: this.notes, isCut: this.#isCut },
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
    this.#isCut ||= blog.isCut
    this.#blog = { ...blog, ...known, tagAddresses }
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
      this.#entries.push({ ...detached(rest), text: this.#spool.keep(text) })
    } else if (entry.kind === 'comment') {
      const told = [entry.post, entry.author, entry.date, entry.html]
      if (this.#isRepeated(`comment ${entry.id}`, told.join('\n'))) return
      const { html, ...rest } = entry
      this.#entries.push({ ...detached(rest), html: this.#spool.keep(html) })
    } else this.#entries.push(detached(entry))
  }

  /** Pages of a feed overlap, where something was posted meanwhile. */
  #isRepeated(id: string, text: string): boolean {
    const print = sha256Of(`${id}\n${text}`)
    if (this.#seen.has(print)) {
      const reason = 'told a second time'
      this.#entries.push({ kind: 'skipped', name: id, reason })
      return true
    }
    this.#seen.add(print)
    return false
  }
}

/** A copy that keeps nothing else in memory: a part of a string holds on to the whole of it. */
const detached = <T>(value: T): T => structuredClone(value)
