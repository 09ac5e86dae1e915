import {
  blogTwinPath,
  homePath,
  pagePath,
  popularPath,
  popularTwinPath,
  postPath,
  twinPath,
} from '../../core/addresses.ts'
import type { Window } from '../../core/popular.ts'
import type { Bodies, Post } from '../../core/post.ts'
import { networks } from '../../core/share.ts'
import type { BlogTwin, PageTwin, PopularTwin, PostTwin } from '../../core/twins.ts'
import type { Content } from '../content/load-content.ts'
import type { WrittenPage, WrittenPost } from '../content/written-texts.ts'
import { digestOf } from '../digest.ts'
import { once } from '../once.ts'
import { noPreviews, type PreviewOf } from '../previews.ts'
import { type FindingTwin, listPages } from './list-twins.ts'
import { languageOfTitle, linkTo, recentTitle, summaryName, summaryOf } from './summary.ts'
import { pageTwin, postDetails, postTwin } from './text-twins.ts'

type Twin = PostTwin | PageTwin | FindingTwin

/** One page of the site: its path, and how its JSON twin is made when it is asked for. */
export interface SitePage {
  path: string
  twin: () => Twin
  /** Changes when the twin does; worked out without the large parts of it. */
  digest: () => string
}

/** A post's, of which most can be told before related posts are found. */
export interface PostPage extends SitePage {
  withoutRelated: { twin: () => PostTwin; digest: () => string }
}

/** What every page of the site shows beside its own twin, by twin path. */
export type SharedTwins = Record<typeof blogTwinPath, BlogTwin> &
  Record<typeof popularTwinPath, PopularTwin>

export const sharedTwins = (content: Content, previewOf = noPreviews): SharedTwins => ({
  [blogTwinPath]: blogTwin(content, previewOf),
  [popularTwinPath]: popularTwin(content),
})

/** Every page that has a twin. */
export const sitePages = (content: Content): SitePage[] => [
  ...listPages(content),
  ...postPages(content),
  ...pagePages(content),
]

/** In reading order. */
export const postPages = (content: Content, previewOf = noPreviews): PostPage[] =>
  content.posts.map((post, index) => {
    const twin = (related: readonly Post[]) =>
      postTwin(content, previewOf, index, post, related, post.bodies())
    const details = () => postDetails(content, previewOf, index, post, [], nameOfBodies(post))
    const withoutRelated = {
      twin: () => twin([]),
      digest: once(() => digestOf(summaryName(content, post) + JSON.stringify(details()))),
    }
    const related = () => content.related.of(index)
    return {
      path: postPath(post.slug),
      twin: () => twin(related()),
      digest: once(() =>
        digestOf(JSON.stringify([withoutRelated.digest(), related().map(linkTo)])),
      ),
      withoutRelated,
    }
  })

export const pagePages = (content: Content, previewOf = noPreviews): SitePage[] =>
  content.pages.map((page) => {
    const twin = (bodies: Bodies) => pageTwin(content, previewOf, page, bodies)
    return {
      path: pagePath(page.name),
      twin: () => twin(page.bodies()),
      digest: once(() => digestOf(JSON.stringify(twin(nameOfBodies(page))))),
    }
  })

/** Stands for the bodies of a text where only a change of them matters. */
const nameOfBodies = (text: WrittenPost | WrittenPage): Bodies => ({
  html: text.rendered.bodiesName,
  comments: [],
})

/** The file, below the site's root, that holds the twin of the page at `path`. */
export const twinFile = (path: string): string => decodeURIComponent(twinPath(path)).slice(1)

function blogTwin({ settings, pages, image, tags }: Content, previewOf: PreviewOf): BlogTwin {
  const { title } = settings
  return {
    title,
    description: settings.description,
    url: settings.url,
    language: settings.language,
    comments: settings.comments,
    tags: tags.size > 0,
    preview: previewOf({ path: homePath(), title, picture: image, language: undefined }),
    share: settings.share.map((named) => (typeof named === 'string' ? networks[named] : named)),
    pages: pages.map(({ name, title, language, inNavigation }) => ({
      name,
      title,
      language,
      ...(!inNavigation && { unlisted: true }),
    })),
    links: settings.links,
  }
}

function popularTwin(content: Content): PopularTwin {
  const { popular, rankings, settings } = content
  const { title, count } = settings.popular
  const shownTitle = popular.basis === 'date' ? recentTitle : title
  const window = knownWindow(content)
  const next = popular.posts[count]
  return {
    title: shownTitle,
    language: languageOfTitle(shownTitle, settings),
    basis: popular.basis,
    window,
    more: rankings.has(window) && next !== undefined ? popularPath(window) : undefined,
    items: popular.posts.slice(0, count).map((post) => summaryOf(content, post)),
    next: next && summaryOf(content, next),
  }
}

/** Views may tell nothing of the window that is wanted: then the order is of all of them. */
const knownWindow = ({ rankings, settings: { popular } }: Content): Window =>
  rankings.has(popular.window) ? popular.window : 'all'
