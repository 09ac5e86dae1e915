import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Media, MediaContent } from '../media.ts'
import type { Progress } from '../progress.ts'
import { readAll, type SourceFiles } from '../source/source-files.ts'
import type { ImportedContent } from '../to-content.ts'
import {
  emptyRecord,
  type ImportRecord,
  readRecord,
  recordFile,
  recordText,
  sha256Of,
} from './import-record.ts'
import { mergeComments } from './merge-comments.ts'
import { mergeSettings } from './merge-settings.ts'
import { makesWay } from './read-present.ts'
import { Staging } from './staging.ts'

export type Outcome = 'imported' | 'updated' | 'unchanged' | 'kept'

export interface Written {
  /** By file: a `kept` one was not written, since it is somebody else's work. */
  outcomes: Map<string, Outcome>
  /** Where the new version of a kept file is. */
  offered: Map<string, string>
  /** Where the sample blog went that stood in the folder, or would go. */
  sampleMovedTo: string | undefined
}

export interface Writing {
  folder: string
  force: boolean
  dryRun: boolean
  media: Media
  source: SourceFiles | undefined
  progress: Progress
}

/**
 * Writes an import into the content folder. A file that an earlier import wrote and nobody changed
 * since is replaced; any other that differs is kept, unless `force`, and the new version put beside
 * it. To settings that are there only old addresses are added, and popular posts where they say none, whatever
 * `force` says, as comments are to comments: they are the owner's, and no source tells of most of them. The sample
 * blog is set aside whole. All of it is prepared beside the folder, and moved in at the end.
 */
export async function writeContent(content: ImportedContent, writing: Writing): Promise<Written> {
  const { folder, dryRun } = writing
  const isNew = makesWay(folder)
  const staging = new Staging(folder)
  try {
    staging.prepare(!isNew)
    const writer = new Writer(staging, isNew ? emptyRecord() : readRecord(folder), writing.force)
    writePosts(content, writer, writing.progress)
    for (const { file, comments } of content.comments.placed)
      writer.put(
        file,
        mergeComments(writer.present(file), comments, writer.isOwn(file), content.commentHtml),
        true,
      )
    const settings = isNew ? undefined : writer.present('blog.json')
    const merged = settings && mergeSettings(settings, content.settings)
    if (settings === undefined) writer.put('blog.json', content.settings)
    else if (merged !== undefined) writer.put('blog.json', merged, true)
    await writeMedia(writing, writer)
    const keys = new Map(content.posts.map(({ key, file }) => [key, file]))
    writer.finish(keys, Object.fromEntries(writing.media.downloaded))
    const sampleMovedTo = isNew && existsSync(folder) ? freePlace(`${folder}-sample`) : undefined
    if (!dryRun && writer.hasChanged) staging.moveIn(sampleMovedTo)
    return {
      outcomes: writer.outcomes,
      offered: writer.offered,
      sampleMovedTo,
    }
  } finally {
    staging.drop()
  }
}

function writePosts({ posts, textOf }: ImportedContent, writer: Writer, progress: Progress): void {
  progress.start('Writing', posts.length)
  for (const placed of posts) {
    writer.put(placed.file, textOf(placed))
    progress.count()
  }
}

/** Pictures have no versions: one that is there is there. */
async function writeMedia({ media, source }: Writing, writer: Writer): Promise<void> {
  for (const [file, content] of media.contents)
    if (!writer.has(file)) writer.write(file, await bytesOf(content, source))
}

async function bytesOf(
  content: MediaContent,
  source: SourceFiles | undefined,
): Promise<Uint8Array> {
  if ('bytes' in content) return content.bytes
  if ('download' in content) return readFileSync(content.download)
  return source === undefined ? new Uint8Array() : readAll(source.bytes(content.name))
}

function freePlace(wanted: string): string {
  let place = wanted
  for (let copy = 2; existsSync(place); copy++) place = `${wanted}-${copy}`
  return place
}

/** Writes files into a staging, and decides what may be replaced there. */
class Writer {
  readonly outcomes = new Map<string, Outcome>()
  readonly offered = new Map<string, string>()
  readonly #staging: Staging
  readonly #record: ImportRecord
  readonly #recordBefore: string
  readonly #force: boolean
  hasChanged = false

  constructor(staging: Staging, record: ImportRecord, force: boolean) {
    this.#staging = staging
    this.#record = record
    this.#recordBefore = recordText(record)
    this.#force = force
  }

  has(file: string): boolean {
    return existsSync(join(this.#staging.place, file))
  }

  present(file: string): string | undefined {
    return this.has(file) ? readFileSync(join(this.#staging.place, file), 'utf8') : undefined
  }

  /** Whether an import wrote the file, and nobody else since. */
  isOwn(file: string): boolean {
    const present = this.present(file)
    return present !== undefined && sha256Of(present) === this.#record.files[file]
  }

  /** `mayMerge` where the text holds all that was there. */
  put(file: string, text: string, mayMerge = false): void {
    const present = this.present(file)
    const isOwn = this.isOwn(file)
    if (present === undefined) this.outcomes.set(file, 'imported')
    else if (present === text) this.outcomes.set(file, 'unchanged')
    else if (isOwn || mayMerge || this.#force) this.outcomes.set(file, 'updated')
    else {
      this.outcomes.set(file, 'kept')
      this.#offer(file, text)
      return
    }
    if (present !== text) this.write(file, text)
    this.#withdraw(file)
    if (!mayMerge || isOwn || present === undefined) this.#record.files[file] = sha256Of(text)
  }

  finish(posts: ImportRecord['posts'], media: ImportRecord['media']): void {
    for (const [key, file] of posts) this.#record.posts.set(key, file)
    Object.assign(this.#record.media, media)
    const text = recordText(this.#record)
    if (text !== this.#recordBefore || !this.has(recordFile)) this.write(recordFile, text)
  }

  /** Once for each version: the owner may have done with the one before. */
  #offer(file: string, text: string): void {
    const place = offerOf(file)
    if (sha256Of(text) === this.#record.files[file] || sha256Of(text) === this.#record.files[place])
      return
    this.#record.files[place] = sha256Of(text)
    this.write(place, text)
    this.offered.set(file, place)
  }

  /** What was offered in the file's place is of no use beside a file that is as its source has it. */
  #withdraw(file: string): void {
    const place = offerOf(file)
    if (!this.isOwn(place)) return
    this.#staging.remove(place)
    delete this.#record.files[place]
    this.hasChanged = true
  }

  write(file: string, contents: string | Uint8Array): void {
    this.#staging.write(file, contents)
    this.hasChanged = true
  }
}

const offerOf = (file: string): string => `conflicts/${file}`
