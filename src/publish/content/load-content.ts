import { addressKey, baseOf, decodePath, homePath, underBase } from '../../core/addresses.ts'
import type { BlogSettings } from '../../core/blog.ts'
import { choosePopular, type Popular } from '../../core/popular.ts'
import { type Bodies, inReadingOrder, isScheduled, type Page, type Post } from '../../core/post.ts'
import type { Cache } from '../cache.ts'
import { loadHighlighter } from './body/code.ts'
import { claimAddresses } from './claim-addresses.ts'
import { ContentError, Faults, type Problem } from './problems.ts'
import { orphanedComments, readComments } from './read-comments.ts'
import { readSettings, unknownPicks } from './read-settings.ts'
import { listTexts, readSource, type Source } from './read-sources.ts'
import { readViews } from './read-views.ts'
import { References } from './references.ts'
import { type Rendered, Renderer, type Text } from './renderer.ts'

/**
 * The content folder, read and checked. A text's body is rendered when something made of it is
 * first asked for, which throws a ContentError where it can't be shown.
 */
export interface Content {
  settings: BlogSettings
  /** The path that the site is served under, "/" or "/blog/". */
  base: string
  /** When it was read, which decides what the future is. */
  now: Date
  /** In reading order. */
  posts: Post[]
  pages: Page[]
  popular: Popular
  /** Old addresses and the paths that they lead to. */
  aliases: ReadonlyMap<string, string>
  /** The large parts of a post or page, which are not held in memory. */
  bodies: (text: Post | Page) => Bodies
  /** Names those parts: other ones have another name. */
  bodiesName: (text: Post | Page) => string
  /** Files to publish besides `media/`: their paths on the site, and the files below the folder; of the texts rendered so far. */
  publishedFiles: ReadonlyMap<string, string>
  /** Of the texts rendered so far. */
  warnings: () => Problem[]
}

export interface LoadOptions {
  now: Date
  /** Shows drafts and posts of the future, as dev does. */
  unpublished: boolean
  cache: Cache
}

/** Reads the content folder. Throws a ContentError that lists every fault in it. */
export async function loadContent(folder: string, options: LoadOptions): Promise<Content> {
  const { settings, sources, ignored, published, aliases, comments, views } = readAll(
    folder,
    options,
  )
  const base = baseOf(settings.url)
  const references = new References(
    folder,
    { base, url: settings.url },
    {
      byFile: new Map(published.map(({ file, path }) => [file, path])),
      paths: new Set([homePath(), ...published.map(({ path }) => path)]),
      aliases,
    },
    options.cache,
  )
  const renderer = new Renderer({
    folder,
    language: settings.language,
    references,
    highlighter: published.some(({ hasCode }) => hasCode) ? await loadHighlighter() : undefined,
    cache: options.cache,
  })

  const posts: Post[] = []
  const pages: Page[] = []
  const texts = new Map<string, RenderedOnce>()
  for (const source of published) {
    const isPost = source.kind === 'post'
    const text = new RenderedOnce(renderer, {
      source,
      comments: isPost && settings.comments ? comments.get(source.name) : undefined,
    })
    texts.set(source.file, text)
    if (isPost) posts.push(toPost(text))
    else pages.push(toPage(text))
  }
  const textOf = ({ file }: Post | Page): RenderedOnce => {
    const text = texts.get(file)
    if (text === undefined) throw new Error(`${file} is not of this content`)
    return text
  }

  const ordered = inReadingOrder(posts)
  return {
    settings,
    base,
    now: options.now,
    posts: ordered,
    pages: pages.sort(
      (a, b) => (a.weight ?? 0) - (b.weight ?? 0) || a.title.localeCompare(b.title, 'en'),
    ),
    popular: choosePopular(ordered, settings.popular, views, options.now),
    aliases,
    bodies: (text) => textOf(text).bodies(),
    bodiesName: (text) => textOf(text).rendered.bodies,
    publishedFiles: references.publishedFiles,
    warnings: () => [
      ...ignored,
      ...sources.flatMap(({ warnings }) => warnings),
      ...unknownPicks(settings, sources),
      ...orphanedComments(comments, sources),
      ...references.warnings,
    ],
  }
}

/** Renders every text that was not yet, so that all faults and warnings are known. Throws a ContentError. */
export function renderAll({ posts, pages, bodiesName }: Content): void {
  const faults = new Faults()
  for (const text of [...posts, ...pages]) faults.collect(() => bodiesName(text))
  if (faults.problems.length > 0) throw new ContentError(faults.problems)
}

/** A text whose rendering is remembered, but for the large parts of it. */
class RenderedOnce {
  readonly text: Text
  readonly #renderer: Renderer
  #rendered: Rendered | undefined

  constructor(renderer: Renderer, text: Text) {
    this.#renderer = renderer
    this.text = text
  }

  get rendered(): Rendered {
    this.#rendered ??= this.#renderer.render(this.text)
    return this.#rendered
  }

  bodies(): Bodies {
    return this.#renderer.bodies(this.text, this.rendered)
  }
}

function readAll(folder: string, { now, unpublished, cache }: LoadOptions) {
  const faults = new Faults()
  const settings = faults.collect(() => readSettings(folder))
  const { files, ignored } = cache.recall('texts', () => listTexts(folder))
  const sources = files.flatMap(
    (file) => faults.collect(() => cache.recall(file, () => readSource(folder, file, cache))) ?? [],
  )
  const comments = readComments(folder, faults, cache)
  const published = sources.filter(
    ({ fields }) => unpublished || !(fields.draft || isScheduled(fields, now)),
  )
  const aliases = faults.collect(() => claimAddresses(published))
  const views = faults.collect(() =>
    readViews(folder, slugsByAddress(published, baseOf(settings?.url))),
  )
  if (
    settings === undefined ||
    aliases === undefined ||
    views === undefined ||
    faults.problems.length > 0
  )
    throw new ContentError(faults.problems)
  return { settings, sources, ignored, published, aliases, comments, views }
}

/** Each post's addresses by their keys, as analytics have them: with the base, or without it. */
const slugsByAddress = (sources: readonly Source[], base: string): Map<string, string> =>
  new Map(
    sources
      .filter(({ kind }) => kind === 'post')
      .flatMap(({ name, path, fields }) =>
        [decodePath(path), ...fields.aliases].flatMap((address) => [
          [addressKey(address), name] as const,
          [addressKey(underBase(decodePath(base), address)), name] as const,
        ]),
      ),
  )

const toPost = (written: RenderedOnce): Post => {
  const { source, comments } = written.text
  const { fields, name, file } = source
  return {
    slug: name,
    file,
    date: fields.date,
    updated: fields.updated,
    tags: fields.tags,
    description: fields.description,
    author: fields.author,
    language: fields.language,
    draft: fields.draft,
    weight: fields.weight,
    source: fields.source,
    commentCount: comments?.count ?? 0,
    get title() {
      return fields.title ?? written.rendered.title
    },
    get name() {
      return fields.title ?? written.rendered.name
    },
    get excerpt() {
      return written.rendered.excerpt
    },
    get minutes() {
      return written.rendered.minutes
    },
    get picture() {
      return written.rendered.picture
    },
    get cover() {
      return written.rendered.cover
    },
  }
}

const toPage = (written: RenderedOnce): Page => {
  const { fields, name, file } = written.text.source
  return {
    name,
    file,
    language: fields.language,
    weight: fields.weight,
    get title() {
      return fields.title ?? written.rendered.title ?? name
    },
    get excerpt() {
      return fields.description ?? written.rendered.excerpt
    },
  }
}
