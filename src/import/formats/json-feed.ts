import * as v from 'valibot'
import { decodePath } from '../../core/addresses.ts'
import { readDate } from '../dates.ts'
import { type Entry, ImportError, type ImportedBlog, makeBlog, makePost } from '../imported-blog.ts'
import { languageOf } from '../language.ts'
import { paragraphs } from '../plain-text.ts'
import type { SourceText } from '../source/source-text.ts'
import { escapeHtml } from '../xml/xml-element.ts'
import { unreadDates } from './feed-entry.ts'
import { summaryBeside } from './feed-text.ts'
import type { Format } from './format.ts'
import { readJsonParts } from './json-parts.ts'
import { postOrFailed } from './or-failed.ts'

const text = v.fallback(v.optional(v.string()), undefined)
const id = v.pipe(v.union([v.string(), v.number()]), v.transform(String))
const language = v.pipe(text, v.transform(languageOf))
/** A list, without what in it is not as it should be. */
const each = <S extends v.GenericSchema>(schema: S) =>
  v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((items) =>
        items.flatMap((item) => {
          const result = v.safeParse(schema, item)
          return result.success ? [result.output] : []
        }),
      ),
    ),
    [],
  )
const author = v.fallback(v.optional(v.object({ name: text })), undefined)
const authors = v.fallback(v.optional(v.array(v.object({ name: text }))), undefined)

const Feed = v.object({
  title: text,
  description: text,
  language,
  author,
  authors,
  next_url: text,
  home_page_url: text,
  _lectern: v.fallback(v.optional(v.object({ popular: v.optional(v.array(id), []) })), undefined),
})

/** Lenient: what an item says wrongly must not lose the rest of it. */
const Item = v.object({
  id: v.fallback(v.optional(id), undefined),
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  banner_image: text,
  date_published: text,
  date_modified: text,
  language,
  author,
  authors,
  tags: each(v.pipe(v.union([v.string(), v.number()]), v.transform(String))),
  attachments: each(v.object({ url: v.string(), title: text })),
})
type Item = v.InferOutput<typeof Item>

/** As the specification has it, or the bare number that some generators write. */
const version = /"version"\s*:\s*"(https?:\/\/(www\.)?jsonfeed\.org\/version\/)?1(\.\d)?"/
const ownFields = /"(content_html|content_text|date_published|external_url)"\s*:/

/** JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). */
export const jsonFeed: Format = {
  name: 'JSON Feed',
  key: 'json-feed',
  recognises: (start) =>
    start.trimStart().startsWith('{') &&
    (version.test(start) || (/"items"\s*:/.test(start) && ownFields.test(start))),
  read: readJsonFeed,
}

async function* readJsonFeed({ pieces }: SourceText): AsyncGenerator<Entry, ImportedBlog> {
  const head: Record<string, unknown> = {}
  let count = 0
  let isCut = false
  for await (const part of readJsonParts(pieces(), ['$.*', '$.items.*'])) {
    isCut ||= part.isCut
    if (typeof part.key === 'number') yield toEntry(part.value, ++count)
    else if (part.key !== undefined) head[part.key] = part.value
  }
  return toBlog(head, isCut)
}

function toBlog(head: Record<string, unknown>, isCut: boolean): ImportedBlog {
  if (!Array.isArray(head.items) && !isCut)
    throw new ImportError('found a JSON Feed without "items", expected a list of them')
  const feed = v.parse(Feed, head)
  return makeBlog({
    title: feed.title,
    description: feed.description,
    language: feed.language,
    author: nameOf(feed),
    home: feed.home_page_url,
    popular: feed._lectern?.popular ?? [],
    more: feed.next_url ? [{ address: feed.next_url, isGuess: false }] : [],
    isCut,
    notes: isCut ? ['The feed ends in the middle: the whole items before that were read.'] : [],
  })
}

/** Without an id, which the specification demands, an item is known by its address, then by its title. */
function toEntry(json: unknown, place: number): Entry {
  const parsed = v.safeParse(Item, json)
  if (!parsed.success)
    return { kind: 'failed', name: `item ${place}`, reason: 'found no object, expected an item' }
  const item = parsed.output
  const id = item.id || item.url || item.title || `item ${place}`
  return postOrFailed(id, () => {
    const text = bodyOf(item)
    return makePost({
      id,
      title: item.title?.trim() || undefined,
      text,
      date: readDate(item.date_published),
      updated: readDate(item.date_modified),
      tags: item.tags,
      description: summaryBeside(text, item.summary),
      image: item.image || item.banner_image || undefined,
      author: nameOf(item),
      language: item.language || undefined,
      addresses: item.url ? [item.url] : [],
      notes: unreadDates(item.date_published || undefined, item.date_modified || undefined),
    })
  })
}

const nameOf = ({ author, authors }: Pick<Item, 'author' | 'authors'>): string | undefined =>
  (authors?.[0]?.name ?? author?.name) || undefined

/** The text, and links to what stood beside it: an attachment, the page that a link post is about. */
function bodyOf(item: Item): string {
  const body = item.content_html || paragraphs(item.content_text ?? '')
  const shown = [item.image, item.banner_image]
  const isLinked = (url: string) =>
    ['"', "'"].some((quote) => body.includes(quote + escapeHtml(url) + quote))
  const beside = [
    ...(item.external_url ? [{ url: item.external_url, title: item.external_url }] : []),
    ...item.attachments.map(({ url, title }) => ({ url, title: title ?? fileName(url) })),
  ].filter(({ url }) => !shown.includes(url) && !isLinked(url))
  const more = beside.map(
    ({ url, title }) => `<p><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></p>`,
  )
  return [body, ...more].filter(Boolean).join('\n')
}

const fileName = (url: string): string => decodePath(url.split('/').filter(Boolean).at(-1) ?? url)
