import { type Collected, Collection } from './collection.ts'
import type { Format } from './formats/format.ts'
import { formats, recogniseFormat, refuse } from './formats.ts'
import { ImportError, type More } from './imported-blog.ts'
import { readMarkdownSite } from './markdown/read-markdown-site.ts'
import { isMarkdownSite } from './markdown/site-files.ts'
import type { Progress } from './progress.ts'
import { FetchError, fetchText } from './source/fetch-source.ts'
import { openFiles, type SourceFiles } from './source/source-files.ts'
import { openText, type SourceText, wholeText } from './source/source-text.ts'
import type { Spool } from './spool.ts'

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
  const collection = new Collection(reading.spool, reading.progress)
  const waiting: More[] = [{ address, isGuess: false }]
  const seen = new Set<string>()
  for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
    if (seen.has(page.address) || seen.size >= mostPages) continue
    seen.add(page.address)
    try {
      const text = await fetchText(page.address, reading.folder, seen.size)
      const before = collection.newEntries
      const { more } = await collection.read(
        text,
        formatOf(text, reading.format) ?? refuse(text.start),
      )
      if (collection.newEntries > before)
        waiting.push(...more.map((next) => from(text.address ?? page.address, next)))
    } catch (error) {
      if (!(error instanceof ImportError) || seen.size === 1) throw error
      if (!(page.isGuess && isBeyondLast(error))) collection.break(error.message)
    }
  }
  return collection.finish(undefined)
}

/** Feeds may name their next page as seen from their own address (https://www.rfc-editor.org/rfc/rfc5005). */
const from = (base: string, { address, isGuess }: More): More => ({
  address: URL.canParse(address, base) ? new URL(address, base).href : address,
  isGuess,
})

/** Hosts answer for a page that is not there by saying so, or with a page of the blog. */
const isBeyondLast = (error: ImportError): boolean =>
  !(error instanceof FetchError) || error.status === 404 || error.status === 410

async function readPlace(place: string, reading: Reading): Promise<Collected> {
  const files = await openFiles(place)
  const collection = new Collection(reading.spool, reading.progress)
  if (reading.format === 'markdown') return readMarkdown(files, collection)
  if (reading.format === undefined && isContentFolder(files.names))
    throw new ImportError(
      'found a content folder of Lectern, which needs no import: LECTERN_CONTENT may name it, or its files be copied; expected a blog of another program (--format markdown adds its posts, without its settings and comments)',
    )
  const [name, ...others] = files.names
  return name !== undefined && others.length === 0
    ? readOne(name, files, { place, reading, collection })
    : readMany(files, { place, reading, collection })
}

interface PlaceReading {
  place: string
  reading: Reading
  collection: Collection
}

async function readOne(
  name: string,
  files: SourceFiles,
  { place, reading, collection }: PlaceReading,
): Promise<Collected> {
  const text = await openText(place, files.bytes(name))
  const format = formatOf(text, reading.format)
  if (format === undefined && isMarkdownSite(files.names)) return readMarkdown(files, collection)
  const { more } = await collection.read(text, format ?? refuse(text.start))
  for (const { address } of more.filter(({ isGuess }) => !isGuess))
    collection.notes.push(
      `The source goes on at ${address}: import that address, and all of it is read.`,
    )
  return collection.finish(files)
}

/** Exports of one blog, or else texts in Markdown, or else feeds: most of those are made of the others. */
async function readMany(
  files: SourceFiles,
  { place, reading, collection }: PlaceReading,
): Promise<Collected> {
  const texts = await recognised(files, place, reading.format)
  const [exports, feeds] = [texts.filter(isExport), texts.filter((text) => !isExport(text))]
  const isOfMarkdown = exports.length === 0 && isMarkdownSite(files.names)
  if (feeds.length > 0 && (exports.length > 0 || isOfMarkdown))
    collection.notes.push(besideIt(feeds.map(({ text }) => text.name)))
  if (isOfMarkdown) return readMarkdown(files, collection)
  const chosen = exports.length > 0 ? exports : feeds
  if (chosen.length === 0)
    throw new ImportError(
      `found ${files.names.length} files, none of them of a format that is known or a text in Markdown; expected an export of a blog`,
    )
  const blogs = chosen.filter((text) => !isOfComments(text)).map(({ text }) => text.name)
  if (blogs.length > 1)
    collection.notes.push(
      `Found ${blogs.length} blogs, and imported them as one: ${blogs.join(', ')}.`,
    )
  // Comments come after the posts that they are on.
  const inOrder = chosen.sort((a, b) => Number(isOfComments(a)) - Number(isOfComments(b)))
  for (const { text, format } of inOrder) await collection.read(text, format)
  return collection.finish(files)
}

/** In a zip, the folder itself may stand round its files. */
function isContentFolder(names: readonly string[]): boolean {
  const [settings = ''] = names.filter((name) => /^([^/]+\/)?blog\.json$/.test(name))
  const folder = settings.slice(0, -'blog.json'.length)
  return (
    settings !== '' &&
    ['posts/', 'pages/'].some((place) => names.some((name) => name.startsWith(folder + place)))
  )
}

const isOfComments = ({ format: { key } }: Recognised): boolean => key === 'disqus'

const isExport = ({ format: { key } }: Recognised): boolean => key !== 'feed' && key !== 'json-feed'

const besideIt = (names: readonly string[]): string => {
  const shown = names.slice(0, 3).join(', ') + (names.length > 3 ? ' …' : '')
  return `Feeds beside it were not read, since most are made of the same posts: ${shown}. Import one by itself where it has others.`
}

const formatOf = ({ start }: SourceText, wanted: string | undefined): Format | undefined =>
  wanted === undefined ? recogniseFormat(start) : formats.find(({ key }) => key === wanted)

interface Recognised {
  text: SourceText
  format: Format
}

const mayBeExport = /\.(xml|atom|rss|rdf|json|txt)$|(^|\/)[^.]+$/i

async function recognised(
  files: SourceFiles,
  place: string,
  wanted: string | undefined,
): Promise<Recognised[]> {
  const found: Recognised[] = []
  for (const name of files.names.filter((name) => mayBeExport.test(name))) {
    const text = await openText(`${place}/${name}`, files.bytes(name))
    const format = formatOf(text, wanted)
    if (format !== undefined) found.push({ text, format })
  }
  return found
}

async function readMarkdown(files: SourceFiles, collection: Collection): Promise<Collected> {
  const text = async (name: string) => wholeText(await openText(name, files.bytes(name)))
  await collection.take('folder of Markdown files', readMarkdownSite({ names: files.names, text }))
  return collection.finish(files)
}
