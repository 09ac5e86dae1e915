import { statSync } from 'node:fs'
import { join } from 'node:path'
import {
  feedAliases,
  feedArchivePath,
  feedPath,
  fileAt,
  homePath,
  jsonFeedArchivePath,
  jsonFeedPath,
  postPath,
  publicAddress,
  tagFeedPath,
  tagPath,
} from '../../core/addresses.ts'
import { toTimestamp } from '../../core/dates.ts'
import { postsByTag } from '../../core/tags.ts'
import type { PopularTwin, PostTwin } from '../../core/twins.ts'
import { digestOf } from '../cache.ts'
import type { Content } from '../content/load-content.ts'
import type { WrittenPost } from '../content/written-texts.ts'
import type { SitePage } from '../make-twins.ts'
import type { SiteFolder } from '../site-folder.ts'
import { atomFeed } from './atom.ts'
import type { FeedDocument, FeedEntry, FeedPaths } from './feed-document.ts'
import { feedHtml } from './feed-html.ts'
import { jsonFeed } from './json-feed.ts'

/** At least this many posts are in the current document, and exactly so many in an archive. */
const leastCurrent = 20
const archiveSize = 30
const tagFeedSize = 10

/** What all documents of a blog's feeds are made of. */
interface Feeds {
  content: Content
  /** The content folder, and the blog's public address. */
  folder: string
  url: string
  pages: ReadonlyMap<string, SitePage>
  popular: PopularTwin
}

/** A document of a feed before its entries are made, which is done only where it has changed. */
type Outline = Omit<FeedDocument, 'entries' | 'updated'>

/**
 * Writes the blog's feeds, each with all of the text: the newest posts, the older ones in archives
 * (https://www.rfc-editor.org/rfc/rfc5005#section-4), which stay as they are while posts are added,
 * and one for each tag.
 */
export function writeFeeds(feeds: Feeds, site: SiteFolder): void {
  const { posts } = feeds.content
  const archives = Math.max(0, Math.floor((posts.length - leastCurrent) / archiveSize))
  const { length } = posts
  const current = posts.slice(0, length - archives * archiveSize)
  writeBoth(outlineOf(feeds, archives + 1, archives), current, feeds, site)
  for (let number = 1; number <= archives; number++) {
    const end = length - (number - 1) * archiveSize
    writeBoth(outlineOf(feeds, number, archives), posts.slice(end - archiveSize, end), feeds, site)
  }
  for (const { tag, posts: tagged } of postsByTag(posts)) {
    const outline = outlineOfTag(feeds, tag)
    write(site, outline.self.atom, digestOfFeed(outline, tagged.slice(0, tagFeedSize), feeds), () =>
      atomFeed(documentOf(outline, tagged.slice(0, tagFeedSize), feeds)),
    )
  }
}

function writeBoth(
  outline: Outline,
  posts: readonly WrittenPost[],
  feeds: Feeds,
  site: SiteFolder,
): void {
  const digest = digestOfFeed(outline, posts, feeds)
  let made: FeedDocument | undefined
  const document = () => {
    made ??= documentOf(outline, posts, feeds)
    return made
  }
  write(site, outline.self.atom, digest, () => atomFeed(document()))
  write(site, outline.self.json, digest, () => jsonFeed(document()))
  if (outline.archive) return
  // Feed readers follow no page that leads on, and not every host redirects.
  for (const alias of feedAliases) write(site, alias, digest, () => atomFeed(document()))
}

function write(site: SiteFolder, path: string, digest: string, text: () => string): void {
  const file = fileAt(path)
  if (site.needed(file, digest)) site.write(file, text())
}

const digestOfFeed = (outline: Outline, posts: readonly WrittenPost[], { pages }: Feeds): string =>
  digestOf(JSON.stringify([outline, posts.map(({ slug }) => pages.get(postPath(slug))?.digest())]))

const pathsOf = (number: number, archives: number): FeedPaths =>
  number > archives
    ? { atom: feedPath, json: jsonFeedPath }
    : { atom: feedArchivePath(number), json: jsonFeedArchivePath(number) }

/** Of the archive with this number; the current document comes after the last of them. */
function outlineOf({ content, url, popular }: Feeds, number: number, archives: number): Outline {
  const archive = number <= archives
  return {
    ...outlineOfBlog(content, url),
    title: content.settings.title,
    home: homePath(),
    id: homePath(),
    self: pathsOf(number, archives),
    current: pathsOf(archives + 1, archives),
    older: number > 1 ? pathsOf(number - 1, archives) : undefined,
    newer: number < archives ? pathsOf(number + 1, archives) : undefined,
    archive,
    popular:
      archive || popular.basis === 'date'
        ? undefined
        : popular.items.slice(0, popular.count).map(({ id }) => id),
  }
}

function outlineOfTag({ content, url }: Feeds, tag: string): Outline {
  const paths = { atom: tagFeedPath(tag), json: '' }
  return {
    ...outlineOfBlog(content, url),
    title: `${tag} · ${content.settings.title}`,
    home: homePath(),
    id: tagPath(tag),
    self: paths,
    current: paths,
    older: undefined,
    newer: undefined,
    archive: false,
    popular: undefined,
  }
}

const outlineOfBlog = ({ settings, base }: Content, url: string) => ({
  description: settings.description,
  url,
  base,
  language: settings.language,
  author: settings.author ?? settings.title,
})

function documentOf(
  outline: Outline,
  posts: readonly WrittenPost[],
  { content, folder, pages }: Feeds,
): FeedDocument {
  const entries = posts.map((post) =>
    // The page of a post has the post's twin.
    entryOf(post, pages.get(postPath(post.slug))?.twin() as PostTwin, content, folder),
  )
  const updated = entries.map((entry) => entry.updated).sort(byTime)
  return { ...outline, entries, updated: updated.at(-1) ?? noTime }
}

const byTime = (a: string, b: string): number => Date.parse(a) - Date.parse(b)

function entryOf(post: WrittenPost, twin: PostTwin, content: Content, folder: string): FeedEntry {
  return {
    id: isIri(twin.id) ? twin.id : twin.url,
    twin,
    updated: updatedOf(post),
    content: feedHtml(twin.content_html, twin.url),
    picture: enclosureOf(twin, content, folder),
  }
}

const isIri = (id: string): boolean => /^[a-z][a-z0-9+.-]*:\S+$/i.test(id)

/** Atom wants a time for each entry. Older ones are not taken for times at all by some readers. */
const noTime = '1990-01-01T00:00:00Z'

/**
 * When a post was last changed. A day without a time is some moment of its first hour, and no day
 * at all one long ago: always the same for a post, and hardly that of another one, since readers
 * take two posts with one time for one.
 */
function updatedOf({ date, updated, slug }: WrittenPost): string {
  const day = updated ?? date ?? noTime.slice(0, 10)
  if (day.length > 10) return toTimestamp(day)
  const second = Buffer.from(digestOf(slug), 'base64url').readUInt16BE(0) % 3600
  return `${day}T00:${two(second / 60)}:${two(second % 60)}Z`
}

const two = (number: number): string => String(Math.floor(number)).padStart(2, '0')

const imageTypes: Record<string, string> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
}

/** A post's picture, where its name says what it is. */
function enclosureOf({ image }: PostTwin, content: Content, folder: string): FeedEntry['picture'] {
  const extension = /\.([a-z]+)$/i.exec(image === undefined ? '' : new URL(image).pathname)?.[1]
  const type = imageTypes[extension?.toLowerCase() ?? '']
  if (image === undefined || type === undefined) return undefined
  return { url: image, type, bytes: bytesOf(image, content, folder) }
}

/** The size of a file of this blog; others' are not asked for. */
function bytesOf(
  address: string,
  { settings, publishedFiles }: Content,
  folder: string,
): number | undefined {
  const root = publicAddress(settings.url, '/')
  if (!address.startsWith(root)) return undefined
  const path = address.slice(root.length - 1)
  const file = publishedFiles.get(path) ?? decodeURIComponent(path.slice(1))
  return statSync(join(folder, file), { throwIfNoEntry: false })?.size
}
