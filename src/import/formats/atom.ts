import { readDate } from '../dates.ts'
import { type ImportedBlog, type ImportedPost, makeBlog, makePost } from '../imported-blog.ts'
import { languageOf } from '../language.ts'
import { childOf, childrenOf, escapeHtml, textAt, type XmlElement } from '../xml/xml-element.ts'
import { htmlOf, resolveAddress, summaryBeside, wordsOf } from './feed-text.ts'

/** What stands in a feed's head, in the order that it stood. */
export type FeedHead = XmlElement[]

/** The blog of an Atom feed (RFC 4287, and 0.3 before it). */
export function atomBlog(head: FeedHead): ImportedBlog {
  const feed: XmlElement = {
    name: 'atom:feed',
    attributes: head[0]?.attributes ?? {},
    children: head,
  }
  const next = linkOf(feed, 'next') ?? linkOf(feed, 'prev-archive')
  return makeBlog({
    title: wordsOf(childOf(feed, 'atom:title')),
    description: wordsOf(childOf(feed, 'atom:subtitle') ?? childOf(feed, 'atom:tagline')),
    language: languageOf(feed.attributes['xml:lang']),
    author: authorOf(feed),
    home: linkOf(feed, 'alternate') ?? linkOf(feed, undefined),
    more: next === undefined ? [] : [{ address: next, isGuess: false }],
  })
}

/** A post of an Atom entry; without an id it is known by its address, then by its title. */
export function atomPost(entry: XmlElement, place: number): ImportedPost {
  const content = childOf(entry, 'atom:content')
  const summary = childOf(entry, 'atom:summary')
  const text = content === undefined ? htmlOf(summary) : withSource(content)
  const title = wordsOf(childOf(entry, 'atom:title'))
  const permalink =
    resolveAddress(textAt(entry, 'feedburner:origlink'), undefined) ??
    linkOf(entry, 'alternate') ??
    linkOf(entry, undefined)
  const published = textAt(entry, 'atom:published', 'atom:issued', 'atom:created', 'dc:date')
  const updated = textAt(entry, 'atom:updated', 'atom:modified')
  return makePost({
    id: textAt(entry, 'atom:id') ?? permalink ?? title ?? `entry ${place}`,
    title,
    text: withAttachments(text, entry),
    date: readDate(published) ?? readDate(updated),
    updated: readDate(updated),
    tags: childrenOf(entry, 'atom:category').flatMap(
      ({ attributes }) => attributes.label || attributes.term || [],
    ),
    description: content === undefined ? undefined : summaryBeside(text, htmlOf(summary)),
    image: imageOf(entry),
    author: authorOf(entry),
    language: languageOf(content?.attributes['xml:lang'] ?? entry.attributes['xml:lang']),
    addresses: permalink === undefined ? [] : [permalink],
    notes: unreadDates(published, updated),
  })
}

/** The address of the first link of that kind, a web page rather than anything else. */
export function linkOf(element: XmlElement, rel: string | undefined): string | undefined {
  const links = childrenOf(element, 'atom:link').filter(({ attributes }) => attributes.rel === rel)
  const link =
    links.find(({ attributes }) => /html/.test(attributes.type ?? 'text/html')) ?? links[0]
  return resolveAddress(link?.attributes.href, link?.attributes['xml:base'])
}

export function authorOf(element: XmlElement): string | undefined {
  const author = childOf(element, 'atom:author')
  // Somebody's mail address is nothing to publish.
  const name = author && (textAt(author, 'atom:name', 'name') ?? '')
  return (name || textAt(element, 'dc:creator'))?.replace(/\s*<?\S+@\S+>?/, '').trim() || undefined
}

export const unreadDates = (...dates: (string | undefined)[]): string[] =>
  [...new Set(dates)].flatMap((date) =>
    date !== undefined && readDate(date) === undefined
      ? [`the date "${date}" could not be read`]
      : [],
  )

/** Content may stand elsewhere (RFC 4287, section 4.1.3.2): a link leads there. */
function withSource(content: XmlElement): string {
  const { src, type = '' } = content.attributes
  const address = resolveAddress(src, content.attributes['xml:base'])
  if (address === undefined) return htmlOf(content)
  return type.startsWith('image/')
    ? `<p><img src="${escapeHtml(address)}" alt=""></p>`
    : `<p><a href="${escapeHtml(address)}">${escapeHtml(address)}</a></p>`
}

/** Sounds and films that an entry brings along, where its text does not name them. */
export function withAttachments(text: string, entry: XmlElement): string {
  const enclosures = [
    ...childrenOf(entry, 'enclosure').map(({ attributes }) => attributes),
    ...childrenOf(entry, 'atom:link')
      .map(({ attributes }) => attributes)
      .filter(({ rel }) => rel === 'enclosure'),
  ]
  const links = enclosures.flatMap(({ url, href = url, type = '' }) => {
    if (
      !href ||
      type.startsWith('image/') ||
      text.includes(href) ||
      text.includes(escapeHtml(href))
    )
      return []
    const name =
      href
        .replace(/[?#].*$/, '')
        .split('/')
        .filter(Boolean)
        .at(-1) ?? href
    return `<p><a href="${escapeHtml(href)}">${escapeHtml(name)}</a></p>`
  })
  return [text, ...links].filter(Boolean).join('\n')
}

/** The picture that an entry names beside its text. */
export function imageOf(entry: XmlElement): string | undefined {
  const media = [entry, ...childrenOf(entry, 'media:group')].flatMap((holder) => [
    ...childrenOf(holder, 'media:content').filter(
      ({ attributes }) => attributes.medium === 'image' || attributes.type?.startsWith('image/'),
    ),
    ...childrenOf(holder, 'media:thumbnail'),
  ])
  const enclosed = [...childrenOf(entry, 'enclosure'), ...childrenOf(entry, 'atom:link')].filter(
    ({ attributes }) => attributes.type?.startsWith('image/') && attributes.rel !== 'alternate',
  )
  const [first] = [...enclosed, ...media]
  const address =
    first?.attributes.url ??
    first?.attributes.href ??
    childOf(entry, 'itunes:image')?.attributes.href
  return address === undefined || !/^https?:\/\//i.test(address) ? undefined : address
}
