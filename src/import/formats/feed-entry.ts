import { readDate } from '../dates.ts'
import { type ImportedBlog, type ImportedPost, makeBlog, makePost } from '../imported-blog.ts'
import { languageOf } from '../language.ts'
import { mapHtmlAddresses } from '../markup/html-addresses.ts'
import {
  childOf,
  childrenOf,
  damageOf,
  escapeHtml,
  textAt,
  textOf,
  type XmlElement,
} from '../xml/xml-element.ts'
import { htmlOf, resolveAddress, summaryBeside, wordsOf } from './feed-text.ts'

/**
 * The blog of what stands in a feed's head, in the words of RSS or of Atom: what a feed has none of, it
 * says in the other's.
 */
export function feedBlog(head: XmlElement[]): ImportedBlog {
  const feed = { name: 'feed', attributes: head[0]?.attributes ?? {}, children: head }
  const next = linkOf(feed, 'next') ?? linkOf(feed, 'prev-archive')
  return makeBlog({
    title: wordsOf(childOf(feed, 'title', 'atom:title')),
    description: wordsOf(childOf(feed, 'description', 'atom:subtitle', 'atom:tagline')),
    language: languageOf(textAt(feed, 'language', 'dc:language') ?? feed.attributes['xml:lang']),
    author: authorOf(feed) ?? textAt(feed, 'itunes:author'),
    home: homeOf(head) ?? linkOf(feed, 'alternate') ?? linkOf(feed, undefined),
    more: next === undefined ? [] : [{ address: next, isGuess: false }],
  })
}

export const homeOf = (head: XmlElement[]): string | undefined =>
  head
    .filter(({ name }) => name === 'link')
    .map(textOf)
    .find((link) => /^https?:/i.test(link))

/** A post of an entry in RSS or Atom; without an id it is known by its address, then by its title. */
export function feedPost(entry: XmlElement, place: number, base: string | undefined): ImportedPost {
  const content = childOf(entry, 'content:encoded', 'xhtml:body', 'body', 'atom:content')
  const summary = childOf(entry, 'description', 'atom:summary')
  const text = content === undefined ? htmlOf(summary) : withSource(content)
  const title = wordsOf(childOf(entry, 'title', 'atom:title'))
  const permalink = permalinkOf(entry, base)
  const published = textAt(entry, 'pubdate', 'dc:date', 'dcterms:issued', ...atomDates)
  const updated = textAt(entry, 'dcterms:modified', 'atom:updated', 'atom:modified')
  return makePost({
    id:
      textAt(entry, 'guid', 'atom:id') ||
      entry.attributes['rdf:about'] ||
      permalink ||
      title ||
      `entry ${place}`,
    title,
    text: withAttachments(text, entry),
    date: readDate(published) ?? readDate(updated),
    updated: readDate(updated),
    tags: childrenOf(entry, 'category', 'dc:subject', 'atom:category').flatMap(
      (tag) => tag.attributes.label || tag.attributes.term || textOf(tag) || [],
    ),
    description: content === undefined ? undefined : summaryBeside(text, htmlOf(summary)),
    image: imageOf(entry),
    author: authorOf(entry),
    language: languageOf(
      textAt(entry, 'dc:language') ??
        content?.attributes['xml:lang'] ??
        entry.attributes['xml:lang'],
    ),
    addresses: permalink === undefined ? [] : [permalink],
    notes: [...unreadDates(published, updated), ...damageOf(entry)],
  })
}

const atomDates = ['atom:published', 'atom:issued', 'atom:created']

function permalinkOf(entry: XmlElement, base: string | undefined): string | undefined {
  const guid = childOf(entry, 'guid')
  const link =
    textAt(entry, 'feedburner:origlink') ??
    childrenOf(entry, 'link')
      .map((link) => textOf(link) || link.attributes.href)
      .find(Boolean) ??
    linkOf(entry, 'alternate') ??
    linkOf(entry, undefined)
  const isAddress = guid?.attributes.ispermalink !== 'false' && /^https?:\/\//i.test(textOf(guid))
  return resolveAddress(link, base) ?? (isAddress ? textOf(guid) : undefined)
}

/** The address of the first link of that kind, a web page rather than anything else. */
export function linkOf(element: XmlElement, rel: string | undefined): string | undefined {
  const links = childrenOf(element, 'atom:link').filter(({ attributes }) => attributes.rel === rel)
  const link =
    links.find(({ attributes }) => /html/.test(attributes.type ?? 'text/html')) ?? links[0]
  return resolveAddress(link?.attributes.href, link?.attributes['xml:base'])
}

function authorOf(element: XmlElement): string | undefined {
  const author = childOf(element, 'atom:author')
  const name =
    (author && textAt(author, 'atom:name', 'name')) ?? textAt(element, 'dc:creator', 'author')
  return name && withoutMail(name)
}

/** "ada@example.org (Ada)", "Ada <ada@example.org>": the address is nothing to publish. */
const withoutMail = (name: string): string | undefined =>
  name
    // Nobody's is longer, and in one without end the address would be looked for at every letter.
    .slice(0, 300)
    .replace(/<?[^\s<>(),;]+@[^\s<>(),;]+>?\s*(?:\(([^()]*)\))?/g, '$1')
    .replace(/\s*\(\s*\)|\s+(?=[,;])|^[\s,;]+|[\s,;]+$/g, '')
    .trim() || undefined

export const unreadDates = (...dates: (string | undefined)[]): string[] =>
  [...new Set(dates)].flatMap((date) =>
    date !== undefined && readDate(date) === undefined
      ? [`the date "${date}" could not be read`]
      : [],
  )

/** Content may stand elsewhere (RFC 4287, section 4.1.3.2): a link leads there. */
function withSource(content: XmlElement): string {
  const { src, type = '', 'xml:base': base } = content.attributes
  const address = resolveAddress(src, base)
  if (address === undefined) return base ? withBase(htmlOf(content), base) : htmlOf(content)
  return type.startsWith('image/')
    ? `<p><img src="${escapeHtml(address)}" alt=""></p>`
    : `<p><a href="${escapeHtml(address)}">${escapeHtml(address)}</a></p>`
}

/** Where a feed says what its texts' relative addresses are relative to, it need not be the post's own. */
function withBase(html: string, base: string): string {
  const resolve = (written: string) =>
    written.startsWith('#') ? written : (resolveAddress(written, base) ?? written)
  return mapHtmlAddresses(html, { link: resolve, image: resolve })
}

/** Sounds and films that an entry brings along, where its text does not name them. */
function withAttachments(text: string, entry: XmlElement): string {
  const enclosures = childrenOf(entry, 'enclosure', 'atom:link').filter(
    ({ name, attributes }) => name === 'enclosure' || attributes.rel === 'enclosure',
  )
  const links = enclosures.flatMap(({ attributes: { url, href = url, type = '' } }) => {
    if (
      !href ||
      type.startsWith('image/') ||
      text.includes(href) ||
      text.includes(escapeHtml(href))
    )
      return []
    const [path = ''] = href.split(/[?#]/)
    const name = path.split('/').filter(Boolean).at(-1) ?? href
    return `<p><a href="${escapeHtml(href)}">${escapeHtml(name)}</a></p>`
  })
  return [text, ...links].filter(Boolean).join('\n')
}

/** The picture that an entry names beside its text. */
function imageOf(entry: XmlElement): string | undefined {
  const media = [entry, ...childrenOf(entry, 'media:group')].flatMap((holder) => [
    ...childrenOf(holder, 'media:content').filter(
      ({ attributes }) => attributes.medium === 'image' || attributes.type?.startsWith('image/'),
    ),
    ...childrenOf(holder, 'media:thumbnail'),
  ])
  const enclosed = childrenOf(entry, 'enclosure', 'atom:link').filter(
    ({ attributes }) => attributes.type?.startsWith('image/') && attributes.rel !== 'alternate',
  )
  const [first] = [...enclosed, ...media]
  const address =
    first?.attributes.url ??
    first?.attributes.href ??
    childOf(entry, 'itunes:image')?.attributes.href
  return address === undefined || !/^https?:\/\//i.test(address) ? undefined : address
}
