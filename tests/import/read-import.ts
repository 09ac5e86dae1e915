import { join } from 'node:path'
import type { Collected } from '../../src/import/collection.ts'
import { nothing, type Present } from '../../src/import/content/content-folder.ts'
import { readPresent } from '../../src/import/content/read-present.ts'
import { recover } from '../../src/import/content/staging.ts'
import { type Written, writeContent } from '../../src/import/content/write-content.ts'
import type { Format } from '../../src/import/formats/format.ts'
import type { Entry, ImportedBlog, ImportedPost } from '../../src/import/imported-blog.ts'
import { Media } from '../../src/import/media.ts'
import { Progress } from '../../src/import/progress.ts'
import { readSource } from '../../src/import/read-source.ts'
import { openText, type SourceText } from '../../src/import/source/source-text.ts'
import { Spool } from '../../src/import/spool.ts'
import { type ImportedContent, toContent } from '../../src/import/to-content.ts'
import { type Files, makeFolder } from '../publish/content-folder.ts'

export const quiet = new Progress(process.stderr, true)

/** A text as if it had been read from a file, or from an address. */
export const sourceOf = (text: string | Uint8Array, address?: string): Promise<SourceText> =>
  openText(
    'a file',
    async function* () {
      yield typeof text === 'string' ? new TextEncoder().encode(text) : text
    },
    { address },
  )

/** What a format reads in a text. */
export async function readWith(
  format: Format,
  text: string | Uint8Array,
  address?: string,
): Promise<{ entries: Entry[]; blog: ImportedBlog }> {
  const entries: Entry[] = []
  const reading = format.read(await sourceOf(text, address))
  for (;;) {
    const { value, done } = await reading.next()
    if (done) return { entries, blog: value }
    entries.push(value)
  }
}

/** The one post, or page, that a text of that format holds. */
export async function postWith(format: Format, text: string | Uint8Array): Promise<ImportedPost> {
  const { entries } = await readWith(format, text)
  const post = entries.find((entry) => entry.kind === 'post' || entry.kind === 'page')
  if (post?.kind !== 'post' && post?.kind !== 'page')
    throw new Error(`found no post: ${JSON.stringify(entries)}`)
  return post
}

/** Reads a file, folder or address as the command does. */
export function collect(source: string, format?: string): Promise<Collected> {
  const folder = makeFolder({})
  return readSource(source, { spool: new Spool(folder), folder, format, progress: quiet })
}

/** What files of a source become. */
export async function contentOf(
  files: Files,
  present: Present = nothing,
): Promise<{ content: ImportedContent; media: Media; texts: Record<string, string> }> {
  const collected = await collect(placeOf(files))
  const media = new Media(collected.files, [])
  const content = toContent(collected, media, present)
  const texts = Object.fromEntries(
    content.posts.map((placed) => [placed.file, content.textOf(placed)]),
  )
  return { content, media, texts }
}

/** One file stands for itself, more for their folder. */
function placeOf(files: Files): string {
  const [name = '', ...rest] = Object.keys(files)
  const folder = makeFolder(files)
  return rest.length === 0 ? join(folder, name) : folder
}

/** Imports files of a source into a content folder, as the command does. */
export async function importInto(
  folder: string,
  files: Files | string,
  how: { force?: boolean; dryRun?: boolean } = {},
): Promise<Written> {
  const collected = await collect(typeof files === 'string' ? files : placeOf(files))
  recover(folder)
  const media = new Media(collected.files, [])
  const content = toContent(collected, media, readPresent(folder))
  const source = collected.files
  return writeContent(content, {
    folder,
    force: false,
    dryRun: false,
    media,
    source,
    progress: quiet,
    ...how,
  })
}

/** The text of a JSON Feed with these items. */
export const feedOf = (items: readonly unknown[], said: object = {}): string =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Notes', items, ...said })
