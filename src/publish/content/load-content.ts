import { baseOf, homePath } from '../../core/addresses.ts'
import type { BlogSettings } from '../../core/blog.ts'
import { groupedBy } from '../../core/grouped-by.ts'
import { choosePopular, type Popular, rankingsOf, type Window } from '../../core/popular.ts'
import { byWeight, inReadingOrder, isScheduled, type Picture, type Post } from '../../core/post.ts'
import type { Tag } from '../../core/tags.ts'
import { commentsByPost } from '../../core/text-place.ts'
import type { Cache } from '../cache/cache.ts'
import type { Threads } from '../threads/threads.ts'
import { claimAddresses } from './claim-addresses.ts'
import { isPlainText, listTexts } from './list-texts.ts'
import { ContentError, Faults, type Problem } from './problems.ts'
import { orphanedComments, readComments } from './read-comments.ts'
import { expectFolder, readSettings, unknownPicks, vainAliases } from './read-settings.ts'
import { readSource, type Source } from './read-sources.ts'
import { readViews } from './read-views.ts'
import { type RelatedPosts, relatedPosts } from './related-posts.ts'
import { renderInThreads } from './render-in-threads.ts'
import { type BlogOfTexts, prepareRendering } from './render-text.ts'
import { ledToTags, spellTags, tagsOf } from './spell-tags.ts'
import { targetsOf } from './targets.ts'
import { WrittenPage, WrittenPost } from './written-texts.ts'

/**
 * The content folder, read and checked. A text's body is rendered when something made of it is
 * first asked for, which throws a ContentError where it can't be shown.
 */
export interface Content {
  settings: BlogSettings
  /** The path that the site is served under, "/" or "/blog/". */
  base: string
  /** The picture of the whole blog. */
  image: Picture | undefined
  /** When it was read, which decides what the future is. */
  now: Date
  /** In reading order. */
  posts: WrittenPost[]
  pages: WrittenPage[]
  /** Texts that are not to be seen, or not yet; in dev none. */
  held: HeldText[]
  popular: Popular
  /** Whole rankings, by the time that they are of. */
  rankings: ReadonlyMap<Window, Post[]>
  /** By their keys. */
  tags: ReadonlyMap<string, Tag<WrittenPost>>
  /** In dev none, where no page waits for all others. */
  related: RelatedPosts
  /** Has the texts rendered in threads that were not rendered by an earlier build, where they are many. */
  renderAhead: (threads: Threads) => Promise<void>
  /** Old addresses and the paths that they lead to. */
  aliases: ReadonlyMap<string, string>
  /** Files to publish besides `media/`: their paths on the site, and the files below the folder; of the texts rendered so far. */
  publishedFiles: ReadonlyMap<string, string>
  /** Of the texts rendered so far. */
  warnings: () => Problem[]
}

export interface HeldText {
  file: string
  /** The one that it would be published at, and its old ones. */
  addresses: readonly string[]
  reason: 'a draft' | 'of the future'
}

export interface LoadOptions {
  now: Date
  /** Shows drafts and posts of the future, as dev does. */
  unpublished: boolean
  cache: Cache
}

/** Reads the content folder. Throws a ContentError that lists every fault in it. */
export async function loadContent(folder: string, options: LoadOptions): Promise<Content> {
  const { settings, sources, ignored, published, held, comments, views, ...read } = readAll(
    folder,
    options,
  )
  const base = baseOf(settings.url)
  const { url, language } = settings
  const spellings = spellTags(published)
  const aliases = ledToTags(read.aliases, spellings)
  const targets = targetsOf({ published, held }, aliases, spellings)
  const blog: BlogOfTexts = {
    folder,
    language,
    base,
    url,
    targets,
    hasCode: published.some(({ hasCode }) => hasCode),
  }
  const rendering = await prepareRendering(blog, options.cache)
  const { references } = rendering

  /** Old addresses that will lead on once a text is published, by the paths that they lead to. */
  const awaited = groupedBy(
    [...aliases].filter(
      ([, path]) =>
        !targets.paths.has(path) && !references.isThere(path) && references.isHeld(path),
    ),
    ([, path]) => path,
  )

  /** Whether a text has a link to it, and so expects a file there, and no post. */
  const isAttachment = (file: string) =>
    isPlainText(file) && [...references.publishedFiles.values()].includes(file)

  const commented = commentsByPost(
    sources.filter(({ kind }) => kind === 'post'),
    comments,
  )
  const textsOf = (kind: Source['kind']) =>
    published
      .filter((source) => source.kind === kind)
      .map((source) => ({
        source,
        comments: settings.comments ? commented.get(source) : undefined,
      }))
  const posts = textsOf('post').map((text) => new WrittenPost(text, rendering, options.cache))
  const pages = textsOf('page').map((text) => new WrittenPage(text, rendering, options.cache))

  const ordered = inReadingOrder(posts, settings.language)
  const alphabet = new Intl.Collator(settings.language)
  const popular = choosePopular(ordered, settings.popular, views.counts, options.now)
  const links = settings.links.map((link) => ({
    ...link,
    url: references.link(link.url, 'blog.json', homePath()),
  }))
  const image =
    settings.image === undefined ? undefined : references.image(settings.image, 'blog.json')
  return {
    settings: { ...settings, links },
    base,
    image: image && { alt: settings.title, ...image },
    now: options.now,
    posts: ordered,
    pages: pages.sort((a, b) => byWeight(a, b) || alphabet.compare(a.title, b.title)),
    held: held.map(({ file, path, fields: { draft, aliases } }) => ({
      file,
      addresses: [path, ...aliases, ...(awaited.get(path) ?? []).map(([old]) => old)],
      reason: draft ? 'a draft' : 'of the future',
    })),
    popular,
    rankings: rankingsOf(popular, ordered, views.counts, options.now),
    tags: tagsOf(ordered, spellings),
    related: relatedPosts(
      options.unpublished ? [] : ordered,
      popular.posts,
      settings.popular.count,
      options.cache,
    ),
    renderAhead: (threads) => renderInThreads([...posts, ...pages], blog, threads, options.cache),
    aliases: new Map([...aliases].filter(([, path]) => !awaited.has(path))),
    publishedFiles: references.publishedFiles,
    warnings: () => [
      ...ignored.filter(({ file }) => !isAttachment(file)),
      ...sources.flatMap(({ warnings }) => warnings),
      ...[...comments.values()].flatMap(({ warnings }) => warnings),
      ...unknownPicks(settings, sources),
      ...vainAliases(settings, (path) => references.isThere(path) || references.isHeld(path)),
      ...orphanedComments(comments, commented),
      ...views.warnings,
      ...references.warnings,
    ],
  }
}

/** Renders every text that was not yet, so that all faults and warnings are known. Throws a ContentError. */
export function renderAll({ posts, pages }: Content): void {
  const faults = new Faults()
  for (const text of [...posts, ...pages]) faults.collect(() => text.rendered)
  if (faults.problems.length > 0) throw new ContentError(faults.problems)
}

function readAll(folder: string, { now, unpublished, cache }: LoadOptions) {
  expectFolder(folder)
  const faults = new Faults()
  const settings = faults.collect(() => readSettings(folder))
  const { files, ignored } = cache.recall('texts', () => listTexts(folder))
  const sources = files.flatMap(
    (file) => faults.collect(() => cache.recall(file, () => readSource(folder, file, cache))) ?? [],
  )
  const comments = readComments(folder, faults, cache)
  const isHeld = ({ fields }: Source) => !unpublished && (fields.draft || isScheduled(fields, now))
  const published = sources.filter((source) => !isHeld(source))
  const held = sources.filter(isHeld)
  const aliases = faults.collect(() =>
    claimAddresses(published, settings?.aliases ?? {}, baseOf(settings?.url)),
  )
  const views = faults.collect(() => readViews(folder, published, baseOf(settings?.url)))
  if (
    settings === undefined ||
    aliases === undefined ||
    views === undefined ||
    faults.problems.length > 0
  )
    throw new ContentError(faults.problems)
  return { settings, sources, ignored, published, held, aliases, comments, views }
}
