import type { Comment } from './comment.ts'
import { startOfDay, toTimestamp } from './dates.ts'

/** In pixels, where it is known. */
export interface Size {
  width?: number
  height?: number
}

export interface Image extends Size {
  src: string
}

/** An image as a page shows it. */
export interface Picture extends Image {
  alt: string
}

/** What lists need to know of a text's body: small enough to be held for every post of a large blog. */
export interface Facts {
  title: string | undefined
  /** The title, or the first words of a text that has none. */
  name: string
  excerpt: string
  minutes: number
  words: number
  /** The picture that stands for the text in lists. */
  picture: Picture | undefined
  /** The front matter's image, where the text does not already show it. */
  cover: Picture | undefined
}

/** A post, as lists and its neighbours know it. */
export interface Post extends Facts {
  slug: string
  /** The file it was read from, below the content folder. */
  file: string
  /** ISO 8601, in the author's own zone; undefined when the owner gave none. */
  date: string | undefined
  updated: string | undefined
  tags: string[]
  description: string | undefined
  author: string | undefined
  language: string | undefined
  draft: boolean
  weight: number | undefined
  source: string | undefined
  commentCount: number
}

/** A page outside the flow of posts, such as About. */
export interface Page {
  name: string
  /** The file it was read from, below the content folder. */
  file: string
  title: string
  language: string | undefined
  weight: number | undefined
  draft: boolean
  date: string | undefined
  /** Whether its link stands at the head of every page. */
  inNavigation: boolean
  excerpt: string
}

/** What only the page of a post (or the page itself) shows: large, and all HTML in it is safe. */
export interface Bodies {
  html: string
  comments: Comment[]
}

/** A date in the future: the post waits for a build on or after that day (in UTC, unless it names a zone). */
export const isScheduled = (post: { date?: string | undefined }, now: Date): boolean =>
  post.date !== undefined && startOfDay(post.date) > now.getTime()

/**
 * Newest first; then those without a date, by weight, then by name. A year is whole, as its archive
 * has it, though round New Year the moments of two zones may lie the other way round.
 */
export function inReadingOrder<P extends Post>(posts: readonly P[], language: string): P[] {
  const alphabet = new Intl.Collator(language)
  const keyed = posts.map((post) => ({
    post,
    year: Number(post.date?.slice(0, 4) ?? Number.NEGATIVE_INFINITY),
    time: post.date === undefined ? Number.NEGATIVE_INFINITY : Date.parse(toTimestamp(post.date)),
  }))
  keyed.sort(
    (a, b) =>
      descending(a.year, b.year) ||
      descending(a.time, b.time) ||
      byWeight(a.post, b.post) ||
      alphabet.compare(a.post.name, b.post.name) ||
      alphabet.compare(a.post.slug, b.post.slug),
  )
  return keyed.map(({ post }) => post)
}

/** The lightest first; what has no weight comes last. */
export const byWeight = (a: { weight: number | undefined }, b: typeof a): number =>
  descending(b.weight ?? Number.POSITIVE_INFINITY, a.weight ?? Number.POSITIVE_INFINITY)

const descending = (a: number, b: number): number => (a === b ? 0 : a > b ? -1 : 1)

/** In a list in reading order: the previous post is the older one, the next the newer one. */
export const neighboursAt = (posts: readonly Post[], index: number) => ({
  previous: posts[index + 1],
  next: posts[index - 1],
})
