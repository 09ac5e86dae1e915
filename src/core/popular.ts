import type { BlogSettings } from './blog.ts'
import { dayOf } from './dates.ts'
import type { Post } from './post.ts'

export interface ViewCount {
  slug: string
  views: number
  /** The day counted, where the counts are by day. */
  date?: string | undefined
}

/** What an order may be by; the first that says anything is taken. */
export const bases = ['picked', 'views', 'comments', 'date'] as const

/** The times that views may be counted of. */
export const windows = ['all', 'year', 'month', 'week'] as const
export type Window = (typeof windows)[number]

export interface Popular {
  basis: (typeof bases)[number]
  posts: Post[]
}

const daysIn = { all: Number.POSITIVE_INFINITY, year: 365, month: 30, week: 7 }

/**
 * The popular posts, best first, by the first basis that says anything: picked by hand, views,
 * comments, newest. Only posts that the basis knows something of are listed. `posts` is in
 * reading order, which breaks ties.
 */
export function choosePopular(
  posts: readonly Post[],
  settings: BlogSettings['popular'],
  views: readonly ViewCount[],
  now: Date,
): Popular {
  const bySlug = new Map(posts.map((post) => [post.slug, post]))
  const picked = [...new Set(settings.posts)].flatMap((slug) => bySlug.get(slug) ?? [])
  if (picked.length > 0) return { basis: 'picked', posts: picked }

  const counts = viewsWithin(views, daysIn[settings.window], now)
  const viewed = rank(posts, (post) => counts.get(post.slug) ?? 0)
  if (viewed.length > 0) return { basis: 'views', posts: viewed }

  const discussed = rank(posts, (post) => post.commentCount)
  if (discussed.length > 0) return { basis: 'comments', posts: discussed }

  return { basis: 'date', posts: [...posts] }
}

/** The whole rankings of `all` posts, by the time that they are of. A list by date is the archive, and no ranking. */
export function rankingsOf(
  { basis, posts }: Popular,
  all: readonly Post[],
  views: readonly ViewCount[],
  now: Date,
): Map<Window, Post[]> {
  if (basis === 'date') return new Map()
  return basis === 'views' ? rankedWindows(all, views, now) : new Map([['all', posts]])
}

/** The windows that views tell something of: without days, only all of them. */
function rankedWindows(
  posts: readonly Post[],
  views: readonly ViewCount[],
  now: Date,
): Map<Window, Post[]> {
  const hasDays = views.some(({ date }) => date !== undefined)
  const told: readonly Window[] = hasDays ? windows : ['all']
  const rankings = told.map((window) => {
    const counts = viewsWithin(views, daysIn[window], now)
    return [window, rank(posts, (post) => counts.get(post.slug) ?? 0)] as const
  })
  return new Map(rankings.filter(([, ranked]) => ranked.length > 0))
}

const rank = (posts: readonly Post[], scoreOf: (post: Post) => number): Post[] =>
  posts.filter((post) => scoreOf(post) > 0).sort((a, b) => scoreOf(b) - scoreOf(a))

function viewsWithin(views: readonly ViewCount[], days: number, now: Date): Map<string, number> {
  const first =
    days === Number.POSITIVE_INFINITY
      ? ''
      : new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10)
  const counts = new Map<string, number>()
  for (const { slug, views: count, date } of views) {
    if (date !== undefined && dayOf(date) < first) continue
    counts.set(slug, (counts.get(slug) ?? 0) + count)
  }
  return counts
}
