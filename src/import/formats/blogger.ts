import { parseHtml } from '../../core/html/parse-html.ts'
import { readDate } from '../dates.ts'
import type {
  Entry,
  ImportedBlog,
  ImportedComment,
  ImportedPost,
  LeftOut,
  More,
} from '../imported-blog.ts'
import { repairBlogger } from '../markup/blogger.ts'
import { writeHtml } from '../markup/write-html.ts'
import type { SourceText } from '../source/source-text.ts'
import { readXml, type XmlPart } from '../xml/read-xml.ts'
import { childOf, childrenOf, textAt, textOf, type XmlElement } from '../xml/xml-element.ts'
import { feedBlog, feedPost, linkOf } from './feed-entry.ts'
import { htmlOf } from './feed-text.ts'
import type { Format } from './format.ts'
import { orFailed, postOrFailed } from './or-failed.ts'

/**
 * Blogger's three ways to tell of a blog in Atom: the classic backup, where a category of the scheme
 * "…#kind" says what an entry is; the feed of Google Takeout, where `blogger:type` does; and the feeds
 * of the blog itself, where nothing does (https://developers.google.com/blogger/docs/2.0/reference).
 */
export const blogger: Format = {
  name: 'Blogger export',
  key: 'blogger',
  recognises: (start) =>
    /<(\w+:)?(feed|entry)[\s>]/i.test(start) &&
    /tag:blogger\.com,1999:|schemas\.google\.com\/blogger\//.test(start),
  read: (source) => readBlogger(source, readXml(source.pieces())),
}

export async function* readBlogger(
  source: SourceText,
  parts: AsyncIterable<XmlPart>,
): AsyncGenerator<Entry, ImportedBlog> {
  const head: XmlElement[] = []
  const notes: string[] = []
  const tags = new Set<string>()
  const settings = new Map<string, string>()
  let count = 0
  for await (const { element, isCut } of parts) {
    if (element.name !== 'atom:entry') {
      if (isCut) notes.push('The export ends in the middle: what came before was read.')
      else head.push(element)
      continue
    }
    count += 1
    if (isCut)
      yield { kind: 'failed', name: nameOf(element), reason: 'the file ends in the middle of it' }
    else {
      const entry = toEntry(element, count)
      const setting = /\.settings\.(\w+)$/.exec(textAt(element, 'atom:id') ?? '')?.[1]
      if (setting !== undefined) settings.set(setting, textOf(childOf(element, 'atom:content')))
      if (entry.kind === 'post') for (const tag of entry.tags) tags.add(tag)
      yield entry
    }
  }
  const blog = feedBlog(head)
  return {
    ...blog,
    description: blog.description ?? (settings.get('BLOG_DESCRIPTION') || undefined),
    home: isOfBlogger(blog.home) ? undefined : blog.home,
    tagAddresses: [...tags].map((tag) => [`/search/label/${encodeURIComponent(tag)}`, tag]),
    hasDateLists: true,
    more: furtherFeeds(source.address, head, count),
    isCut: notes.length > 0,
    notes,
  }
}

/** Backups give Blogger's own address of the blog, which no reader ever saw. */
const isOfBlogger = (address: string | undefined): boolean =>
  /^https?:\/\/(www|draft)\.blogger\.com\//i.test(address ?? '')

function toEntry(entry: XmlElement, place: number): Entry {
  const kind = kindOf(entry)
  const status = textAt(entry, 'blogger:status')?.toUpperCase() ?? 'LIVE'
  if (textAt(entry, 'blogger:trashed') !== undefined || status.includes('TRASH'))
    return leftOut(entry, `a ${kind} in the bin`)
  if (kind === 'comment')
    return status === 'LIVE'
      ? orFailed({ name: nameOf(entry) }, () => toComment(entry))
      : leftOut(entry, `a comment that was ${status.toLowerCase()}`)
  if (kind === 'post' || kind === 'page')
    return postOrFailed(nameOf(entry), () => toPost(entry, kind, status, place))
  return leftOut(
    entry,
    kind === 'template' ? 'the template' : kind === 'settings' ? 'a setting' : `a ${kind}`,
  )
}

function kindOf(entry: XmlElement): string {
  const type = textAt(entry, 'blogger:type')
  if (type !== undefined) return type.toLowerCase()
  const term = childrenOf(entry, 'atom:category').find(({ attributes }) =>
    attributes.scheme?.endsWith('#kind'),
  )?.attributes.term
  if (term !== undefined) return term.replace(/^.*#/, '')
  if (childOf(entry, 'thr:in-reply-to') !== undefined) return 'comment'
  return textAt(entry, 'atom:id')?.includes('.page-') ? 'page' : 'post'
}

const leftOut = (entry: XmlElement, reason: string): LeftOut => ({
  kind: 'skipped',
  name: nameOf(entry),
  reason,
})

const nameOf = (entry: XmlElement): string => textAt(entry, 'atom:title', 'atom:id') ?? 'an entry'

function toPost(
  entry: XmlElement,
  kind: 'post' | 'page',
  status: string,
  place: number,
): ImportedPost {
  const post = feedPost(entry, place, undefined)
  const filename = textAt(entry, 'blogger:filename')
  const control = childOf(entry, 'app:control')
  // What nobody knows the meaning of must not become public.
  const hidden = !/^(LIVE|SCHEDULED|PUBLISHED)$/.test(status)
  const wasOdd = hidden && status !== 'DRAFT'
  const description = textAt(entry, 'blogger:metadescription') ?? post.description
  return {
    ...post,
    kind,
    text: repaired(post.text),
    tags: childrenOf(entry, 'atom:category').flatMap(({ attributes }) =>
      attributes.scheme?.endsWith('#kind') || !attributes.term?.trim()
        ? []
        : attributes.term.trim(),
    ),
    description,
    notes: wasOdd ? [...post.notes, `was ${status}, and is a draft now`] : post.notes,
    draft: hidden || (control !== undefined && /yes/i.test(textAt(control, 'app:draft') ?? '')),
    addresses: [...(filename === undefined ? [] : [filename]), ...post.addresses].filter(
      (address) => !isOfBlogger(address),
    ),
  }
}

function repaired(html: string): string {
  const tree = parseHtml(html)
  repairBlogger(tree)
  return writeHtml(tree)
}

function toComment(entry: XmlElement): ImportedComment {
  const id = textAt(entry, 'atom:id') ?? ''
  const replyTo = childOf(entry, 'thr:in-reply-to')?.attributes
  const author = childOf(entry, 'atom:author')
  return {
    kind: 'comment',
    id,
    post: textAt(entry, 'blogger:parent') ?? replyTo?.ref ?? replyTo?.href ?? '',
    author: (author && textAt(author, 'atom:name')) ?? 'Anonymous',
    url: author && textAt(author, 'atom:uri'),
    date: readDate(textAt(entry, 'atom:published')),
    html: repaired(htmlOf(childOf(entry, 'atom:content') ?? childOf(entry, 'atom:summary'))),
    inReplyTo: textAt(entry, 'blogger:inreplyto') ?? parentOf(id, linkOf(entry, 'related')),
    isEntry: true,
  }
}

/** A reply's link to the comment that it answers ends in that comment's number. */
function parentOf(id: string, related: string | undefined): string | undefined {
  const number = /\/comments\/default\/(\d+)/.exec(related ?? '')?.[1]
  return number === undefined ? undefined : id.replace(/\d+$/, number)
}

/**
 * The next page of a feed, and the feeds of the blog's comments and pages. Blogger gives fewer entries
 * than it was asked for, and counts on as if it had not: its own link to the next page leaves some out.
 */
function furtherFeeds(address: string | undefined, head: XmlElement[], count: number): More[] {
  if (address === undefined) return []
  const numberAt = (name: string) => Number(textOf(head.find((element) => element.name === name)))
  const total = numberAt('opensearch:totalresults')
  const start = numberAt('opensearch:startindex') || 1
  const url = new URL(address)
  const companions =
    start === 1 && url.pathname.endsWith('/feeds/posts/default') ? ['comments', 'pages'] : []
  const more = companions.map((name) => {
    const companion = new URL(url)
    companion.pathname = url.pathname.replace(/posts\/default$/, `${name}/default`)
    return { address: companion.href, isGuess: true }
  })
  if (count === 0 || !(start + count <= total)) return more
  url.searchParams.set('start-index', String(start + count))
  return [{ address: url.href, isGuess: false }, ...more]
}
