import * as v from 'valibot'
import { bases, windows } from './popular.ts'
import { PostSummary } from './twins.ts'

/**
 * The JSON twins of the pages that posts are found by. Apart from `twins.ts`, since a reader who
 * only reads never needs them.
 */
export const ArchiveTwin = v.object({
  /** The newest first. */
  years: v.array(
    v.object({
      year: v.string(),
      count: v.number(),
      /** The newest first: "05", its name in the blog's language, and how many posts it has. */
      months: v.array(
        v.object({
          month: v.string(),
          name: v.string(),
          count: v.number(),
          /** The page of its year that it begins on, where that is not the first. */
          page: v.optional(v.number()),
        }),
      ),
    }),
  ),
  /** How many posts have no date. */
  undated: v.number(),
})
export type ArchiveTwin = v.InferOutput<typeof ArchiveTwin>

const Entry = v.object({
  slug: v.string(),
  name: v.string(),
  language: v.optional(v.string()),
  /** The day of the month in the blog's language. */
  day: v.optional(v.string()),
  date_published: v.optional(v.string()),
})

export const YearTwin = v.object({
  /** Undefined: the posts without a date, in one "month". */
  year: v.optional(v.string()),
  months: v.array(
    v.object({
      month: v.string(),
      name: v.string(),
      /** How many posts it has, where some are on another page. */
      count: v.optional(v.number()),
      posts: v.array(Entry),
    }),
  ),
  /** The nearest years that have posts. */
  previous: v.optional(v.string()),
  next: v.optional(v.string()),
  /** Where there are several. */
  page: v.optional(v.number()),
  pages: v.optional(v.number()),
})
export type YearTwin = v.InferOutput<typeof YearTwin>

export const TagsTwin = v.object({
  tags: v.array(v.object({ tag: v.string(), count: v.number() })),
})
export type TagsTwin = v.InferOutput<typeof TagsTwin>

export const TagTwin = v.object({
  items: v.array(PostSummary),
  _lectern: v.object({ tag: v.string(), count: v.number(), page: v.number(), pages: v.number() }),
})
export type TagTwin = v.InferOutput<typeof TagTwin>

export const RankingTwin = v.object({
  items: v.array(PostSummary),
  _lectern: v.object({
    title: v.string(),
    /** Of the title, where it is another than the blog's. */
    language: v.optional(v.string()),
    basis: v.picklist(bases),
    window: v.picklist(windows),
    /** Those that there is a ranking for. */
    windows: v.array(v.picklist(windows)),
    /** The place of the first item. */
    first: v.number(),
    page: v.number(),
    pages: v.number(),
  }),
})
export type RankingTwin = v.InferOutput<typeof RankingTwin>

/** What the search page knows before anything is searched. */
export const SearchTwin = v.object({
  /** The newest first. */
  years: v.array(v.string()),
  tags: v.array(v.string()),
})
export type SearchTwin = v.InferOutput<typeof SearchTwin>
