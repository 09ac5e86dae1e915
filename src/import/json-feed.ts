import * as v from 'valibot'
import { languageTag } from '../core/blog.ts'
import { parseDate } from '../core/dates.ts'
import { type Entry, type Format, ImportError, type ImportedBlog } from './imported-blog.ts'

const text = v.fallback(v.optional(v.string()), undefined)
const id = v.pipe(v.union([v.string(), v.number()]), v.transform(String))
const language = v.fallback(
  v.optional(
    v.pipe(
      v.string(),
      v.transform((tag) => tag.replaceAll('_', '-')),
      languageTag,
    ),
  ),
  undefined,
)
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
  items: v.array(v.unknown()),
  _lectern: v.fallback(v.optional(v.object({ popular: v.optional(v.array(id), []) })), undefined),
})

/** Lenient in all but the id: what an item says wrongly must not lose the rest of it. */
const Item = v.object({
  id,
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

/** JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). */
export const jsonFeed: Format = {
  name: 'JSON Feed',
  recognises: (source) =>
    source.trimStart().startsWith('{') && version.test(source) && /"items"\s*:/.test(source),
  parse(source) {
    const feed = v.safeParse(Feed, parseJson(source))
    if (!feed.success)
      throw new ImportError('found a JSON Feed without "items", expected a list of them')
    return toBlog(feed.output)
  },
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ImportError(`found a JSON Feed that is no valid JSON (${reason})`)
  }
}

function toBlog(feed: v.InferOutput<typeof Feed>): ImportedBlog {
  const blogAuthor = nameOf(feed)
  return {
    title: feed.title,
    description: feed.description,
    language: feed.language,
    author: blogAuthor,
    popular: feed._lectern?.popular ?? [],
    entries: feed.items.map((item, index) => toEntry(item, index, blogAuthor)),
    notes:
      feed.next_url === undefined
        ? []
        : [`The feed goes on at ${feed.next_url}: import that page too, with the same --out.`],
  }
}

function toEntry(json: unknown, index: number, blogAuthor: string | undefined): Entry {
  const parsed = v.safeParse(Item, json)
  if (!parsed.success)
    return { kind: 'failed', name: `item ${index + 1}`, reason: 'found no id, expected one' }
  const item = parsed.output
  const html = bodyOf(item)
  if (html === '' && !item.title)
    return {
      kind: 'failed',
      name: item.id,
      reason: 'found neither a title nor a text, expected one of them',
    }
  const author = nameOf(item)
  return {
    kind: 'post',
    id: item.id,
    title: item.title || undefined,
    html,
    date: parseDate(item.date_published ?? ''),
    updated: parseDate(item.date_modified ?? ''),
    tags: item.tags,
    description: item.summary || undefined,
    image: item.image || item.banner_image || undefined,
    author: author === blogAuthor ? undefined : author,
    language: item.language || undefined,
    url: item.url || undefined,
    notes: [item.date_published, item.date_modified]
      .filter((date) => date && parseDate(date) === undefined)
      .map((date) => `the date "${date}" could not be read`),
  }
}

const nameOf = ({ author, authors }: Pick<Item, 'author' | 'authors'>): string | undefined =>
  (authors?.[0]?.name ?? author?.name) || undefined

/** The text, and links to what stood beside it: an attachment, the page that a link post is about. */
function bodyOf(item: Item): string {
  const body = item.content_html || paragraphs(item.content_text ?? '')
  const links = item.attachments.map(({ url, title }) => ({ url, title: title ?? fileName(url) }))
  if (item.external_url && !body.includes(escapeHtml(item.external_url)))
    links.unshift({ url: item.external_url, title: item.external_url })
  const more = links.map(
    ({ url, title }) => `<p><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></p>`,
  )
  return [body, ...more].filter(Boolean).join('\n')
}

const fileName = (url: string): string => url.split('/').filter(Boolean).at(-1) ?? url

const paragraphs = (plain: string): string =>
  plain
    .split(/\r?\n\s*\r?\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim()).replace(/\r?\n/g, '<br>\n')}</p>`)
    .join('\n')

const escapeHtml = (plain: string): string =>
  plain
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
