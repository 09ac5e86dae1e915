import {
  blogTwinPath,
  homePath,
  pagePath,
  popularTwinPath,
  postPath,
  publicAddress,
  twinPath,
  underBase,
} from '../core/addresses.ts'
import type { Comment } from '../core/comment.ts'
import { displayDate, toTimestamp } from '../core/dates.ts'
import { type Bodies, isScheduled, neighboursAt, type Post } from '../core/post.ts'
import { networks } from '../core/share.ts'
import type {
  BlogTwin,
  CommentTwin,
  ListTwin,
  PageTwin,
  PopularTwin,
  PostLink,
  PostSummary,
  PostTwin,
} from '../core/twins.ts'
import { digestOf } from './cache.ts'
import type { Content } from './content/load-content.ts'
import type { WrittenPage, WrittenPost } from './content/written-texts.ts'
import { noPreviews, type PreviewOf } from './previews.ts'

export type Twin = PostTwin | ListTwin | PageTwin

/** One page of the site: its path, and how its JSON twin is made when it is asked for. */
export interface SitePage {
  path: string
  twin: () => Twin
  /** Changes when the twin does; worked out without the large parts of it. */
  digest: () => string
}

/** What every page of the site shows beside its own twin, by twin path. */
export type SharedTwins = Record<typeof blogTwinPath, BlogTwin> &
  Record<typeof popularTwinPath, PopularTwin>

export const sharedTwins = (content: Content, previewOf = noPreviews): SharedTwins => ({
  [blogTwinPath]: blogTwin(content, previewOf),
  [popularTwinPath]: popularTwin(content),
})

/** Every page that has a twin. */
export function sitePages(content: Content, previewOf = noPreviews): SitePage[] {
  const { posts, pages, settings } = content
  const lists = Math.max(1, Math.ceil(posts.length / settings.postsPerPage))
  return [
    ...Array.from({ length: lists }, (_, index) => {
      const twin = () => listTwin(content, index + 1, lists)
      const digest = once(() => digestOf(JSON.stringify(twin())))
      return { path: homePath(index + 1), twin, digest }
    }),
    ...posts.map((post, index) => ({
      path: postPath(post.slug),
      ...lazily(post, (bodies) => postTwin(content, previewOf, post, index, bodies)),
    })),
    ...pages.map((page) => ({
      path: pagePath(page.name),
      ...lazily(page, (bodies) => pageTwin(content, previewOf, page, bodies)),
    })),
  ]
}

const lazily = (text: WrittenPost | WrittenPage, twin: (bodies: Bodies) => Twin) => ({
  twin: () => twin(text.bodies()),
  digest: once(() => {
    const named = twin({ html: text.bodiesName, comments: [] })
    return digestOf(JSON.stringify(named))
  }),
})

function once(work: () => string): () => string {
  let result: string | undefined
  return () => {
    result ??= work()
    return result
  }
}

/** The file, below the site's root, that holds the twin of the page at `path`. */
export const twinFile = (path: string): string => decodeURIComponent(twinPath(path)).slice(1)

function blogTwin({ settings, pages, image }: Content, previewOf: PreviewOf): BlogTwin {
  const { title } = settings
  return {
    title,
    description: settings.description,
    url: settings.url,
    language: settings.language,
    comments: settings.comments,
    preview: previewOf({ path: homePath(), title, picture: image, language: undefined }),
    share: settings.share.map((named) => (typeof named === 'string' ? networks[named] : named)),
    pages: pages.map(({ name, title }) => ({ name, title })),
    links: settings.links,
  }
}

/** One more than are shown: the open post is left out. */
function popularTwin(content: Content): PopularTwin {
  const { popular, settings } = content
  return {
    title: popular.basis === 'date' ? 'Recent posts' : settings.popular.title,
    basis: popular.basis,
    window: settings.popular.window,
    count: settings.popular.count,
    items: popular.posts
      .slice(0, settings.popular.count + 1)
      .map((post) => summaryOf(content, post)),
  }
}

function listTwin(content: Content, page: number, pages: number): ListTwin {
  const { postsPerPage } = content.settings
  const posts = content.posts.slice((page - 1) * postsPerPage, page * postsPerPage)
  return { items: posts.map((post) => summaryOf(content, post)), _lectern: { page, pages } }
}

function postTwin(
  content: Content,
  previewOf: PreviewOf,
  post: Post,
  index: number,
  bodies: Bodies,
): PostTwin {
  const { settings, posts } = content
  const { previous, next } = neighboursAt(posts, index)
  const summary = summaryOf(content, post)
  const author = post.author ?? settings.author
  return {
    ...summary,
    content_html: bodies.html,
    date_modified: post.updated && toTimestamp(post.updated),
    authors: author === undefined ? [] : [{ name: author }],
    language: post.language,
    _lectern: {
      ...summary._lectern,
      description: post.description,
      words: post.words,
      preview: previewOf({
        path: postPath(post.slug),
        title: post.name,
        picture: post.picture,
        language: post.language,
      }),
      updated: post.updated && displayDate(post.updated, settings.language),
      cover: post.cover,
      previous: previous && linkTo(previous),
      next: next && linkTo(next),
      comments: bodies.comments.map((comment) => commentTwin(comment, settings.language)),
    },
  }
}

function pageTwin(
  content: Content,
  previewOf: PreviewOf,
  page: WrittenPage,
  { html }: Bodies,
): PageTwin {
  const path = pagePath(page.name)
  const { title, language, picture } = page
  const url = addressOf(content, path)
  return {
    id: url,
    url,
    title,
    summary: page.excerpt,
    content_html: html,
    language,
    _lectern: { preview: previewOf({ path, title, picture, language }) },
  }
}

function summaryOf(content: Content, post: Post): PostSummary {
  const url = addressOf(content, postPath(post.slug))
  return {
    id: post.source ?? url,
    url,
    title: post.title,
    summary: post.excerpt,
    image: post.picture && withHost(content, post.picture.src),
    date_published: post.date && toTimestamp(post.date),
    tags: post.tags,
    _lectern: {
      slug: post.slug,
      name: post.name,
      date: post.date && displayDate(post.date, content.settings.language),
      minutes: post.minutes,
      picture: post.picture,
      status: post.draft ? 'draft' : isScheduled(post, content.now) ? 'scheduled' : undefined,
    },
  }
}

const addressOf = ({ settings, base }: Content, path: string): string =>
  settings.url === undefined ? underBase(base, path) : publicAddress(settings.url, path)

/** Feed readers take an image's address as it is: it has to name the host. */
const withHost = ({ settings }: Content, src: string): string =>
  settings.url === undefined ? src : new URL(src, settings.url).href

const linkTo = ({ slug, name }: Post): PostLink => ({ slug, name })

const commentTwin = ({ date, ...comment }: Comment, language: string): CommentTwin => ({
  ...comment,
  date_published: date && toTimestamp(date),
  date: date && displayDate(date, language),
})
