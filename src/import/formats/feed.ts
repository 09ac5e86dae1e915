import { readDate } from '../dates.ts'
import {
  type Entry,
  type ImportedBlog,
  type ImportedPost,
  type More,
  makeBlog,
  makePost,
} from '../imported-blog.ts'
import { languageOf } from '../language.ts'
import type { SourceText } from '../source/source-text.ts'
import { readXml } from '../xml/read-xml.ts'
import { childOf, childrenOf, textAt, textOf, type XmlElement } from '../xml/xml-element.ts'
import {
  atomBlog,
  atomPost,
  authorOf,
  imageOf,
  linkOf,
  unreadDates,
  withAttachments,
} from './atom.ts'
import { htmlOf, resolveAddress, summaryBeside, wordsOf } from './feed-text.ts'
import type { Format } from './format.ts'
import { orFailed } from './or-failed.ts'

/** RSS 0.9x, 1.0 (RDF) and 2.0 (https://www.rssboard.org/rss-specification), Atom 0.3 and 1.0. */
export const feed: Format = {
  name: 'feed (RSS or Atom)',
  key: 'feed',
  recognises: (start) => {
    const root = start.search(/<(\w+:)?(rss|rdf|feed|entry|channel)[\s>]/i)
    const page = start.search(/<(!doctype\s+html|html)[\s>]/i)
    return root !== -1 && (page === -1 || root < page)
  },
  read: readFeed,
}

async function* readFeed(source: SourceText): AsyncGenerator<Entry, ImportedBlog> {
  const head: XmlElement[] = []
  const notes: string[] = []
  let place = 0
  let isAtom = false
  for await (const { element, isCut } of readXml(source.pieces())) {
    if (element.name !== 'item' && element.name !== 'atom:entry') {
      if (isCut) notes.push('The feed ends in the middle: what came before was read.')
      else head.push(element)
      continue
    }
    place += 1
    isAtom = element.name === 'atom:entry'
    const base = source.address ?? homeOf(head)
    const name = textAt(element, 'title', 'atom:title', 'guid', 'atom:id') ?? `item ${place}`
    yield isCut
      ? { kind: 'failed', name, reason: 'the file ends in the middle of it' }
      : orFailed(name, () => (isAtom ? atomPost(element, place) : rssPost(element, place, base)))
  }
  const blog =
    isAtom || head.some(({ name }) => name.startsWith('atom:') && name !== 'atom:link')
      ? atomBlog(head)
      : rssBlog(head)
  const more = blog.more.length > 0 ? blog.more : pageAfter(source.address, head, place)
  return { ...blog, more, notes, isCut: notes.length > 0 }
}

function rssBlog(head: XmlElement[]): ImportedBlog {
  const channel: XmlElement = {
    name: 'channel',
    attributes: head[0]?.attributes ?? {},
    children: head,
  }
  const next = linkOf(channel, 'next') ?? linkOf(channel, 'prev-archive')
  return makeBlog({
    title: wordsOf(childOf(channel, 'title')),
    description: wordsOf(childOf(channel, 'description')),
    language: languageOf(textAt(channel, 'language', 'dc:language')),
    author: authorOf(channel) ?? textAt(channel, 'itunes:author'),
    home: homeOf(head),
    more: next === undefined ? [] : [{ address: next, isGuess: false }],
  })
}

const homeOf = (head: XmlElement[]): string | undefined =>
  head
    .filter(({ name }) => name === 'link')
    .map(textOf)
    .find((link) => /^https?:/i.test(link))

function rssPost(item: XmlElement, place: number, base: string | undefined): ImportedPost {
  const guid = childOf(item, 'guid')
  const encoded =
    childOf(item, 'content:encoded') ?? childOf(item, 'xhtml:body') ?? childOf(item, 'body')
  const description = childOf(item, 'description')
  const text = encoded === undefined ? htmlOf(description) : htmlOf(encoded)
  const title = wordsOf(childOf(item, 'title'))
  const permalink = permalinkOf(item, guid, base)
  const published = textAt(item, 'pubdate', 'dc:date', 'dcterms:issued', 'atom:published')
  const updated = textAt(item, 'dcterms:modified', 'atom:updated')
  return makePost({
    id: textOf(guid) || item.attributes['rdf:about'] || permalink || title || `item ${place}`,
    title,
    text: withAttachments(text, item),
    date: readDate(published),
    updated: readDate(updated),
    tags: [...childrenOf(item, 'category'), ...childrenOf(item, 'dc:subject')].flatMap(
      (tag) => textOf(tag) || [],
    ),
    description: encoded === undefined ? undefined : summaryBeside(text, htmlOf(description)),
    image: imageOf(item),
    author: textAt(item, 'dc:creator') ?? authorOf(item) ?? rssAuthor(textAt(item, 'author')),
    language: languageOf(textAt(item, 'dc:language')),
    addresses: permalink === undefined ? [] : [permalink],
    notes: unreadDates(published, updated),
  })
}

function permalinkOf(
  item: XmlElement,
  guid: XmlElement | undefined,
  base: string | undefined,
): string | undefined {
  const link = childrenOf(item, 'link')
    .map((link) => textOf(link) || link.attributes.href)
    .find(Boolean)
  const permalink = textAt(item, 'feedburner:origlink') ?? link ?? linkOf(item, 'alternate')
  const isAddress = guid?.attributes.ispermalink !== 'false' && /^https?:\/\//i.test(textOf(guid))
  return resolveAddress(permalink, base) ?? (isAddress ? textOf(guid) : undefined)
}

/** "ada@example.org (Ada)": the address is nothing to publish. */
const rssAuthor = (author: string | undefined): string | undefined =>
  (/\(([^)]+)\)/.exec(author ?? '')?.[1] ?? author?.replace(/\S+@\S+/, ''))?.trim() || undefined

/** WordPress pages its feeds, though they do not say so. */
function pageAfter(address: string | undefined, head: XmlElement[], count: number): More[] {
  const isWordPress = head.some(
    (element) => element.name === 'generator' && /wordpress/i.test(textOf(element)),
  )
  if (address === undefined || !isWordPress || count === 0) return []
  const url = new URL(address)
  url.searchParams.set('paged', String(Number(url.searchParams.get('paged') ?? 1) + 1))
  return [{ address: url.href, isGuess: true }]
}
