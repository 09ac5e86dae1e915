import {
  feedAliases,
  feedArchivePath,
  feedPath,
  fileAt,
  homePath,
  jsonFeedArchivePath,
  jsonFeedPath,
  postPath,
  tagFeedPath,
  tagPath,
} from '../../core/addresses.ts'
import type { PopularTwin } from '../../core/twins.ts'
import type { Content } from '../content/load-content.ts'
import type { WrittenPost } from '../content/written-texts.ts'
import { digestOf } from '../digest.ts'
import { once } from '../once.ts'
import type { SiteFolder } from '../site-folder.ts'
import type { PostPage } from '../twins/site-pages.ts'
import { atomFeed } from './atom.ts'
import type { FeedDocument, FeedPaths } from './feed-document.ts'
import { enclosureOf, entryOf, noTime } from './feed-entry.ts'
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
  /** The posts' pages, by path. */
  pages: ReadonlyMap<string, PostPage>
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
  for (const { tag, posts: tagged } of feeds.content.tags.values()) {
    const outline = outlineOfTag(feeds, tag)
    const newest = tagged.slice(0, tagFeedSize)
    write(site, outline.self.atom, digestOfFeed(outline, newest, feeds), () =>
      atomFeed(documentOf(outline, newest, feeds)),
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
  const document = once(() => documentOf(outline, posts, feeds))
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

const digestOfFeed = (outline: Outline, posts: readonly WrittenPost[], feeds: Feeds): string =>
  digestOf(
    JSON.stringify([
      outline,
      posts.map((post) => [
        pageOf(post, feeds.pages).digest(),
        enclosureOf(post, feeds.content, feeds.folder)?.bytes,
      ]),
    ]),
  )

/** Feeds say nothing of related posts, which may not have been found yet. */
const pageOf = ({ slug }: WrittenPost, pages: Feeds['pages']): PostPage['withoutRelated'] =>
  // Every post has a page.
  (pages.get(postPath(slug)) as PostPage).withoutRelated

const pathsOf = (number: number, archives: number): FeedPaths =>
  number > archives
    ? { atom: feedPath, json: jsonFeedPath }
    : { atom: feedArchivePath(number), json: jsonFeedArchivePath(number) }

/** Of the archive with this number; the current document comes after the last of them. */
function outlineOf({ content, url, popular }: Feeds, number: number, archives: number): Outline {
  const archive = number <= archives
  return {
    title: content.settings.title,
    home: homePath(),
    self: pathsOf(number, archives),
    current: pathsOf(archives + 1, archives),
    older: number > 1 ? pathsOf(number - 1, archives) : undefined,
    newer: number < archives ? pathsOf(number + 1, archives) : undefined,
    archive,
    popular:
      archive || popular.basis === 'date'
        ? undefined
        : popular.items.slice(0, popular.count).map(({ id }) => id),
    ...outlineOfBlog(content, url),
  }
}

function outlineOfTag({ content, url }: Feeds, tag: string): Outline {
  const paths = { atom: tagFeedPath(tag), json: '' }
  return {
    title: `${tag} · ${content.settings.title}`,
    home: tagPath(tag),
    self: paths,
    current: paths,
    older: undefined,
    newer: undefined,
    archive: false,
    popular: undefined,
    ...outlineOfBlog(content, url),
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
  const entries = posts.map((post) => entryOf(post, pageOf(post, pages).twin(), content, folder))
  const updated = entries.map((entry) => entry.updated).sort(byTime)
  return { ...outline, entries, updated: updated.at(-1) ?? noTime }
}

const byTime = (a: string, b: string): number => Date.parse(a) - Date.parse(b)
