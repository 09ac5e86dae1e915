import {
  archivePath,
  homePath,
  popularPath,
  searchPath,
  tagPath,
  tagsPath,
  undated,
} from '../../core/addresses.ts'
import { displayDay, displayMonth, toTimestamp } from '../../core/dates.ts'
import type {
  ArchiveTwin,
  RankingTwin,
  SearchTwin,
  TagsTwin,
  TagTwin,
  YearTwin,
} from '../../core/finding-twins.ts'
import { groupedBy } from '../../core/grouped-by.ts'
import { inParts } from '../../core/in-parts.ts'
import type { Window } from '../../core/popular.ts'
import type { Post } from '../../core/post.ts'
import type { Tag } from '../../core/tags.ts'
import type { ListTwin } from '../../core/twins.ts'
import type { Content } from '../content/load-content.ts'
import { digestOf } from '../digest.ts'
import { once } from '../once.ts'
import type { SitePage } from './site-pages.ts'
import { languageOfTitle, summaryName, summaryOf } from './summary.ts'

export type FindingTwin =
  | ListTwin
  | ArchiveTwin
  | YearTwin
  | TagsTwin
  | TagTwin
  | RankingTwin
  | SearchTwin

/** Every page by which posts are found. */
export function listPages(content: Content): SitePage[] {
  // In reading order, and so the newest year first; at the end the posts without a date.
  const years = groupedBy<Post, string>(content.posts, ({ date }) => date?.slice(0, 4) ?? undated)
  const tags = [...content.tags.values()].sort((a, b) =>
    a.tag.localeCompare(b.tag, content.settings.language, { numeric: true }),
  )
  return [
    ...newest(content),
    overview(archivePath(), () => archiveTwin(content, years)),
    ...[...years].flatMap(([year, posts], index, all) =>
      pagesOfYear(content, year, posts, {
        previous: all[index + 1]?.[0],
        next: all[index - 1]?.[0],
      }),
    ),
    overview(tagsPath, () => ({
      tags: tags.map(({ tag, posts }) => ({ tag, count: posts.length })),
    })),
    ...tags.flatMap((tag) => pagesOfTag(content, tag)),
    ...[...content.rankings].flatMap(([window, posts]) => pagesOfRanking(content, window, posts)),
    overview(searchPath, () => ({
      years: [...years.keys()].filter((year) => year !== undated),
      tags: tags.map(({ tag }) => tag),
    })),
  ]
}

const overview = (path: string, makeTwin: () => FindingTwin): SitePage => {
  const twin = once(makeTwin)
  return { path, twin, digest: () => digestOf(JSON.stringify(twin())) }
}

/** Most pages of a large blog are such lists, and each post is on several. */
const listOf = <About>(
  content: Content,
  path: string,
  posts: readonly Post[],
  _lectern: About,
) => ({
  path,
  twin: () => ({ items: posts.map((post) => summaryOf(content, post)), _lectern }),
  digest: () => {
    const names = posts.map((post) => summaryName(content, post))
    return digestOf(JSON.stringify([names, _lectern]))
  },
})

/** A list in pages of `size`: at least one, though it be empty. */
function inPages<P>(
  posts: readonly P[],
  size: number,
): { items: P[]; page: number; pages: number }[] {
  const pages = posts.length === 0 ? [[]] : inParts(posts, size)
  return pages.map((items, index) => ({ items, page: index + 1, pages: pages.length }))
}

const newest = (content: Content): SitePage[] =>
  inPages(content.posts, content.settings.postsPerPage).map(({ items, page, pages }) =>
    listOf(content, homePath(page), items, { page, pages }),
  )

const pagesOfTag = (content: Content, { tag, posts }: Tag<Post>): SitePage[] =>
  inPages(posts, content.settings.postsPerPage).map(({ items, page, pages }) =>
    listOf(content, tagPath(tag, page), items, { tag, count: posts.length, page, pages }),
  )

const rankingSize = 20

const pagesOfRanking = (content: Content, window: Window, posts: readonly Post[]): SitePage[] =>
  inPages(posts, rankingSize).map(({ items, page, pages }) =>
    listOf(content, popularPath(window, page), items, {
      title: content.settings.popular.title,
      language: languageOfTitle(content.settings.popular.title, content.settings),
      basis: content.popular.basis,
      window,
      windows: [...content.rankings.keys()],
      first: (page - 1) * rankingSize + 1,
      page,
      pages,
    }),
  )

/** As many titles as a page is still quickly there with: a year of most blogs has fewer. */
const yearPageSize = 500

const monthIn = ({ date }: Post): string => date?.slice(5, 7) ?? ''

const monthsOf = (posts: readonly Post[]): [month: string, posts: Post[]][] => [
  ...groupedBy(posts, monthIn),
]

function archiveTwin({ settings }: Content, years: ReadonlyMap<string, Post[]>): ArchiveTwin {
  return {
    years: [...years]
      .filter(([year]) => year !== undated)
      .map(([year, posts]) => ({
        year,
        count: posts.length,
        months: monthsOf(posts).map(([month, { length }]) => {
          const first = posts.findIndex((post) => monthIn(post) === month)
          const name = monthOf(posts.slice(first), settings.language)
          return { month, name, count: length, page: laterPage(first) }
        }),
      })),
    undated: years.get(undated)?.length ?? 0,
  }
}

const monthOf = ([first]: readonly Post[], language: string): string =>
  first?.date === undefined ? '' : displayMonth(first.date, language)

/** The page of a year that its post at `index` is on; undefined for the first. */
const laterPage = (index: number): number | undefined =>
  index < yearPageSize ? undefined : Math.floor(index / yearPageSize) + 1

function pagesOfYear(
  { settings: { language } }: Content,
  year: string,
  posts: readonly Post[],
  beside: Pick<YearTwin, 'previous' | 'next'>,
): SitePage[] {
  const counts = new Map(monthsOf(posts).map(([month, { length }]) => [month, length]))
  return inPages(posts, yearPageSize).map(({ items, page, pages }) =>
    overview(archivePath(year, page), () => ({
      year: year === undated ? undefined : year,
      months: monthsOf(items).map(([month, posts]) => ({
        month,
        name: monthOf(posts, language),
        count: counts.get(month) === posts.length ? undefined : counts.get(month),
        posts: posts.map((post) => titleOf(post, language)),
      })),
      ...beside,
      ...(pages > 1 && { page, pages }),
    })),
  )
}

const titleOf = ({ slug, name, language, date }: Post, shownIn: string) => ({
  slug,
  name,
  language,
  day: date && displayDay(date, shownIn),
  date_published: date && toTimestamp(date),
})
