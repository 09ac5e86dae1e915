import type { Entry, ImportedBlog, More } from '../imported-blog.ts'
import type { SourceText } from '../source/source-text.ts'
import { readXml } from '../xml/read-xml.ts'
import { textAt, textOf, type XmlElement } from '../xml/xml-element.ts'
import { feedBlog, feedPost, homeOf } from './feed-entry.ts'
import type { Format } from './format.ts'
import { postOrFailed } from './or-failed.ts'

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
  for await (const { element, isCut } of readXml(source.pieces())) {
    if (element.name !== 'item' && element.name !== 'atom:entry') {
      if (isCut) notes.push('The feed ends in the middle: what came before was read.')
      else head.push(element)
      continue
    }
    place += 1
    const name = textAt(element, 'title', 'atom:title', 'guid', 'atom:id') ?? `entry ${place}`
    yield isCut
      ? { kind: 'failed', name, reason: 'the file ends in the middle of it' }
      : postOrFailed(name, () => feedPost(element, place, source.address ?? homeOf(head)))
  }
  const blog = feedBlog(head)
  const more = blog.more.length > 0 ? blog.more : pageAfter(source.address, head, place)
  return { ...blog, more, notes, isCut: notes.length > 0 }
}

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
