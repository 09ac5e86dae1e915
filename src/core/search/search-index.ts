import * as v from 'valibot'

/** The first file of the index: which of the others holds what. */
export const SearchIndex = v.object({
  /** How many posts there are; their numbers go from the oldest, 0, to the newest. */
  posts: v.number(),
  /** The pieces of terms, in order: the first term of each, and the name of its file. */
  terms: v.array(v.tuple([v.string(), v.string()])),
  /** The files of slugs, so many posts in each. */
  slugs: v.array(v.string()),
  /** The number of each year's first post, the oldest year first. */
  years: v.array(v.tuple([v.string(), v.number()])),
})
export type SearchIndex = v.InferOutput<typeof SearchIndex>

/** A piece of the index: terms and their postings, in pairs, since any word may be a term ("constructor"). */
export const TermsPiece = v.array(v.tuple([v.string(), v.string()]))
export const SlugsPiece = v.array(v.string())

export const slugsInPiece = 25

export const searchIndexPath = '/search/index.json'
export const searchPiecePath = (name: string): string => `/search/${name}.json`
