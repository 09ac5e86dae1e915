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
  const { posts, tags } = feeds.content
  const archives = Math.max(0, Math.floor((posts.length - leastCurrent) / archiveSize))
  for (let number = 1; number <= archives + 1; number++) {
    const end = posts.length - (number - 1) * archiveSize
    const start = number > archives ? 0 : end - archiveSize
    writeBoth(outlineOfPosts(feeds, number, archives), posts.slice(start, end), feeds, site)
  }
  for (const { tag, posts: tagged } of tags.values()) {
    const title = `${tag} · ${feeds.content.settings.title}`
    const outline = outlineOf(feeds, title, tagPath(tag), { atom: tagFeedPath(tag), json: '' })
    const newest = tagged.slice(0, tagFeedSize)
    const make = () => atomFeed(documentOf(outline, newest, feeds))
    site.write(fileAt(outline.self.atom), make, digestOfFeed(outline, newest, feeds))
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
  const { self, current } = outline
  // Feed readers follow no page that leads on, and not every host redirects.
  for (const path of [self.atom, ...(current === undefined ? feedAliases : [])])
    site.write(fileAt(path), () => atomFeed(document()), digest)
  site.write(fileAt(self.json), () => jsonFeed(document()), digest)
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

/** Of the archive with this number; the current document comes after the last of them. */
function outlineOfPosts(feeds: Feeds, number: number, archives: number): Outline {
  const { content, popular } = feeds
  const self = pathsOf(number, archives)
  const outline = outlineOf(feeds, content.settings.title, homePath(), self)
  if (number > 1) outline.older = pathsOf(number - 1, archives)
  if (number < archives) outline.newer = pathsOf(number + 1, archives)
  if (number <= archives) outline.current = pathsOf(archives + 1, archives)
  else if (popular.basis !== 'date') outline.popular = popular.items.map(({ id }) => id)
  return outline
}

const pathsOf = (number: number, archives: number): FeedPaths =>
  number > archives
    ? { atom: feedPath, json: jsonFeedPath }
    : { atom: feedArchivePath(number), json: jsonFeedArchivePath(number) }

const outlineOf = (
  { content: { settings, base }, url }: Feeds,
  title: string,
  home: string,
  self: FeedPaths,
): Outline => ({
  title,
  home,
  self,
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
