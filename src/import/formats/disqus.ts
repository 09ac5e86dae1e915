import { readDate } from '../dates.ts'
import { type Entry, type ImportedBlog, makeBlog } from '../imported-blog.ts'
import { looksLikeHtml, paragraphs } from '../plain-text.ts'
import type { SourceText } from '../source/source-text.ts'
import { readXml } from '../xml/read-xml.ts'
import { childOf, textAt, type XmlElement } from '../xml/xml-element.ts'
import type { Format } from './format.ts'

/** The comments of a Disqus export, which name their posts by address (https://help.disqus.com/en/articles/1717164-comments-export). */
export const disqus: Format = {
  name: 'Disqus export',
  key: 'disqus',
  recognises: (start) => /<disqus[\s>]/i.test(start),
  read: readDisqus,
}

async function* readDisqus(source: SourceText): AsyncGenerator<Entry, ImportedBlog> {
  const addresses = new Map<string, string>()
  const notes: string[] = []
  let count = 0
  for await (const { element, isCut } of readXml(source.pieces())) {
    if (isCut) notes.push('The export ends in the middle: what came before was read.')
    else if (element.name === 'thread')
      addresses.set(idOf(element), textAt(element, 'link', 'id') ?? '')
    else if (element.name === 'post') yield toEntry(element, addresses, ++count)
  }
  return makeBlog({ notes, isCut: notes.length > 0 })
}

function toEntry(post: XmlElement, addresses: ReadonlyMap<string, string>, place: number): Entry {
  const id = idOf(post) || String(place)
  const left = ['isdeleted', 'isspam'].find((flag) => textAt(post, flag) === 'true')
  if (left !== undefined)
    return {
      kind: 'skipped',
      name: `comment ${id}`,
      reason: left === 'isspam' ? 'spam' : 'a deleted comment',
    }
  const message = textAt(post, 'message') ?? ''
  const author = childOf(post, 'author')
  return {
    kind: 'comment',
    id: `disqus-${id}`,
    post: addresses.get(idOf(childOf(post, 'thread'))) ?? '',
    author: (author && textAt(author, 'name', 'username')) ?? 'Anonymous',
    date: readDate(textAt(post, 'createdat')),
    html: looksLikeHtml(message) ? message : paragraphs(message),
    inReplyTo: childOf(post, 'parent') && `disqus-${idOf(childOf(post, 'parent'))}`,
    isEntry: true,
  }
}

const idOf = (element: XmlElement | undefined): string => element?.attributes['dsq:id'] ?? ''
