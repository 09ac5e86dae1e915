import { decodePath } from '../../core/addresses.ts'
import { readDate, withZone } from '../dates.ts'
import { type Entry, type ImportedBlog, type ImportedPost, makePost } from '../imported-blog.ts'
import { wordpressToHtml } from '../markup/wordpress.ts'
import { type Footnote, insertParts } from '../markup/wordpress-parts.ts'
import { plainText } from '../plain-text.ts'
import type { SourceText } from '../source/source-text.ts'
import { readXml } from '../xml/read-xml.ts'
import { childrenOf, damageOf, textAt, textOf, type XmlElement } from '../xml/xml-element.ts'
import { resolveAddress } from './feed-text.ts'
import type { Format } from './format.ts'
import { postOrFailed } from './or-failed.ts'
import { addressesOf } from './wordpress-addresses.ts'
import { skippedComment, toComment } from './wordpress-comments.ts'
import { metaOf, readSite, type Site } from './wordpress-site.ts'
import { isTag } from './wordpress-terms.ts'

/** WordPress's extended RSS (WXR) 1.0 to 1.2, by WordPress itself or by others that write it, as Squarespace does. */
export const wordpress: Format = {
  name: 'WordPress export',
  key: 'wordpress',
  recognises: (start) =>
    /<(rss|item)[\s>]/i.test(start) &&
    /wordpress\.org\/export\/|<wp:(wxr_version|post_id)/i.test(start),
  read: readWordPress,
}

async function* readWordPress(source: SourceText): AsyncGenerator<Entry, ImportedBlog> {
  const { site, blog } = await readSite(source)
  let place = 0
  for await (const { element, isCut } of readXml(source.pieces())) {
    if (isCut && element.name !== 'item') {
      blog.isCut = true
      blog.notes.push('The export ends in the middle: what came before was read.')
    }
    if (element.name !== 'item') continue
    place += 1
    if (isCut)
      yield { kind: 'failed', name: nameOf(element), reason: 'the file ends in the middle of it' }
    else yield* toEntries(element, site, place)
  }
  return blog
}

function* toEntries(item: XmlElement, site: Site, place: number): Generator<Entry> {
  const reason = reasonToSkip(item)
  if (reason !== undefined) yield { kind: 'skipped', name: nameOf(item), reason }
  const post =
    reason === undefined ? postOrFailed(nameOf(item), () => toPost(item, site, place)) : undefined
  if (post !== undefined) yield post
  for (const comment of childrenOf(item, 'wp:comment')) {
    if (post?.kind === 'post') yield toComment(comment, post.id)
    else
      yield skippedComment(
        comment,
        post?.kind === 'page'
          ? 'on a page, where there are no comments'
          : 'on an entry that was not imported',
      )
  }
}

const nameOf = (item: XmlElement): string =>
  plainText(textAt(item, 'title')) ??
  textAt(item, 'wp:post_name', 'wp:post_id', 'link') ??
  'an item'

/** What plugins and WordPress itself keep among the posts, though it is none. */
const kindsOfOthers =
  /^(nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_.*|acf.*|elementor.*|.*(form|forms|feedback|template|templates|layout|block|popup|order|coupon|menu|font|slider|widget|snippet|redirect)s?([-_].*)?)$/

function reasonToSkip(item: XmlElement): string | undefined {
  const type = textAt(item, 'wp:post_type') ?? 'post'
  const status = textAt(item, 'wp:status') ?? 'publish'
  const isEmpty = textAt(item, 'content:encoded', 'excerpt:encoded') === undefined
  if (type === 'attachment') return 'a picture or file, which is part of its posts'
  if (type === 'wp_block') return 'a pattern, which is part of the posts that show it'
  if (type === 'nav_menu_item') return 'an item of a menu'
  if (status === 'trash') return `a ${type} in the bin`
  if (status === 'auto-draft' && isEmpty) return 'a draft without a text'
  if (type === 'post' || type === 'page') return undefined
  if (kindsOfOthers.test(type) || status !== 'publish' || isEmpty)
    return `no post or page, but a "${type}"`
  return undefined
}

function toPost(item: XmlElement, site: Site, place: number): ImportedPost {
  const postId = textAt(item, 'wp:post_id')
  const guid = textAt(item, 'guid')
  const link = resolveAddress(textAt(item, 'link'), site.home)
  const type = textAt(item, 'wp:post_type') ?? 'post'
  const status = textAt(item, 'wp:status') ?? 'publish'
  const written = insertParts(textAt(item, 'content:encoded') ?? '', {
    pattern: (id) => site.patterns.get(id),
    footnotes: footnotesOf(item),
  })
  const { html, notes } = wordpressToHtml(written, {
    byId: (id) => site.pictures.get(id),
    own: site.picturesOf.get(postId ?? '') ?? [],
  })
  const picture = site.pictures.get(metaOf(item, '_thumbnail_id') ?? '')
  const creator = textAt(item, 'dc:creator')
  const hidden = reasonToHide(item, status)
  const tags = childrenOf(item, 'category').filter(isTag)
  return makePost({
    kind: type === 'page' ? 'page' : 'post',
    id: guid ?? link ?? postId ?? `item ${place}`,
    title: plainText(textAt(item, 'title')),
    text: html,
    ...datesOf(item, status),
    tags: [...new Set(tags.flatMap((tag) => plainText(textOf(tag)) ?? []))],
    description: plainText(
      textAt(item, 'excerpt:encoded') ?? metaOf(item, '_yoast_wpseo_metadesc'),
    ),
    image: picture?.url,
    imageAlt: picture?.alt || undefined,
    author: creator && (site.authors.get(creator) ?? creator),
    draft: hidden !== undefined || status === 'draft',
    unlisted: type === 'page' && site.pagesInMenus.size > 0 && !site.pagesInMenus.has(postId ?? ''),
    slug: slugOf(item),
    addresses: addressesOf(item, link, site.home),
    notes: [
      ...(hidden === undefined ? [] : [hidden]),
      ...(type === 'post' || type === 'page' ? [] : [`was a "${type}"`]),
      ...notes,
      ...damageOf(item),
    ],
  })
}

/** What was not for everybody's eyes must not become so: it is a draft then. */
function reasonToHide(item: XmlElement, status: string): string | undefined {
  if (textAt(item, 'wp:post_password') !== undefined) return 'had a password, and is a draft now'
  if (status === 'private' || status === 'pending') return `was ${status}, and is a draft now`
  return ['publish', 'future', 'draft', 'inherit'].includes(status)
    ? undefined
    : `had the status "${status}", and is a draft now`
}

function datesOf(item: XmlElement, status: string) {
  const date =
    withZone(textAt(item, 'wp:post_date'), textAt(item, 'wp:post_date_gmt')) ??
    (status === 'draft' ? undefined : readDate(textAt(item, 'pubdate')))
  return {
    date,
    updated: withZone(textAt(item, 'wp:post_modified'), textAt(item, 'wp:post_modified_gmt')),
  }
}

function slugOf(item: XmlElement): string | undefined {
  const name = textAt(item, 'wp:post_name')?.split('/').filter(Boolean).at(-1)
  return name && decodePath(name)
}

function footnotesOf(item: XmlElement): Footnote[] {
  try {
    const kept: unknown = JSON.parse(metaOf(item, 'footnotes') ?? '[]')
    return Array.isArray(kept)
      ? kept.flatMap(({ id, content }) =>
          typeof id === 'string' && /^[\w-]+$/.test(id) ? { id, html: String(content) } : [],
        )
      : []
  } catch {
    return []
  }
}
