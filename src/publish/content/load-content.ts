import { addressKey, baseOf, decodePath, homePath, underBase } from '../../core/addresses.ts'
import type { BlogSettings } from '../../core/blog.ts'
import type { Comment } from '../../core/comment.ts'
import { choosePopular, type Popular } from '../../core/popular.ts'
import { inReadingOrder, isScheduled, type Page, type Picture, type Post } from '../../core/post.ts'
import { excerptOf, firstWordsOf, minutesToRead, teaserOf } from '../../core/text.ts'
import { type Body, renderBody } from './body/render-body.ts'
import { claimAddresses } from './claim-addresses.ts'
import { ContentError, Faults, type Problem } from './problems.ts'
import { orphanedComments, readComments } from './read-comments.ts'
import { readSettings, unknownPicks } from './read-settings.ts'
import { ignoredFiles, readSource, type Source, textFiles } from './read-sources.ts'
import { readViews } from './read-views.ts'
import { References } from './references.ts'

/** The content folder, read, checked and rendered. */
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
  /** Files to publish besides `media/`: their paths on the site, and the files below the folder. */
  publishedFiles: ReadonlyMap<string, string>
  warnings: Problem[]
}

export interface LoadOptions {
  now: Date
  /** Shows drafts and posts of the future, as dev does. */
  unpublished: boolean
}

/** Reads the content folder. Throws a ContentError that lists every fault in it. */
export async function loadContent(folder: string, options: LoadOptions): Promise<Content> {
  const { settings, sources, published, aliases, comments, views } = readAll(folder, options)
  const base = baseOf(settings.url)
  const references = new References(
    folder,
    { base, url: settings.url },
    {
      byFile: new Map(published.map(({ file, path }) => [file, path])),
      paths: new Set([homePath(), ...published.map(({ path }) => path)]),
      aliases,
    },
  )

  const posts: Post[] = []
  const pages: Page[] = []
  for (const source of published) {
    const body = await rendered(source, references)
    const language = source.fields.language ?? settings.language
    if (source.kind === 'page') pages.push(toPage(source, body, language))
    else {
      const cover = coverOf(source, references)
      const said = settings.comments ? comments.get(source.name) : undefined
      posts.push(toPost(source, body, language, cover, said ?? []))
    }
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
    publishedFiles: references.publishedFiles,
    warnings: [
      ...ignoredFiles(folder),
      ...sources.flatMap(({ warnings }) => warnings),
      ...unknownPicks(settings, sources),
      ...orphanedComments(comments, sources),
      ...references.warnings,
    ],
  }
}

async function rendered(source: Source, references: References): Promise<Body> {
  try {
    return await renderBody(source, references)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ContentError([
      { file: source.file, message: `found a text that can't be shown (${reason})` },
    ])
  }
}

function readAll(folder: string, { now, unpublished }: LoadOptions) {
  const faults = new Faults()
  const settings = faults.collect(() => readSettings(folder))
  const sources = textFiles(folder).flatMap(
    (file) => faults.collect(() => readSource(folder, file)) ?? [],
  )
  const comments = readComments(folder, faults)
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
  return { settings, sources, published, aliases, comments, views }
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

function toPost(
  source: Source,
  body: Body,
  language: string,
  cover: Picture | undefined,
  comments: Comment[],
): Post {
  const { fields, name, file } = source
  return {
    slug: name,
    file,
    title: body.title,
    name: body.title ?? (firstWordsOf(body.prose) || name),
    date: fields.date,
    updated: fields.updated,
    tags: fields.tags,
    description: fields.description,
    author: fields.author,
    language: fields.language,
    draft: fields.draft,
    weight: fields.weight,
    source: fields.source,
    html: body.html,
    excerpt:
      body.teaser === undefined
        ? (fields.description ?? excerptOf(body.prose, language))
        : teaserOf(body.teaser),
    minutes: minutesToRead(body.words),
    picture: cover ?? body.pictures[0],
    cover: body.pictures.some(({ src }) => src === cover?.src) ? undefined : cover,
    comments,
  }
}

function coverOf({ fields, file }: Source, references: References): Picture | undefined {
  return fields.image === undefined
    ? undefined
    : { alt: fields.image_alt ?? '', ...references.image(fields.image, file) }
}

function toPage({ fields, name }: Source, body: Body, language: string): Page {
  return {
    name,
    title: body.title ?? name,
    language: fields.language,
    weight: fields.weight,
    html: body.html,
    excerpt: fields.description ?? excerptOf(body.prose, language),
  }
}
