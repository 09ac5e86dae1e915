import type { PostTwin } from '../../core/twins.ts'

/** One document of a feed, whatever format it is written in. Paths are below the base. */
export interface FeedDocument {
  title: string
  description: string | undefined
  /** Of the blog: all addresses in a feed are whole. */
  url: string
  base: string
  language: string
  author: string
  /** The page that shows the same, whose address names the feed in all of its documents. */
  home: string
  self: FeedPaths
  /**
   * The document of the newest posts, where this is an archive: its entries are complete, so that it need
   * not be fetched again (RFC 5005).
   */
  current?: FeedPaths
  older?: FeedPaths
  newer?: FeedPaths
  /** RFC 3339. */
  updated: string
  entries: FeedEntry[]
  /** The ids of the popular posts, best first. */
  popular?: string[]
}

export interface FeedPaths {
  atom: string
  json: string
}

export interface FeedEntry {
  /** An IRI that stays the same. */
  id: string
  twin: PostTwin
  /** RFC 3339. */
  updated: string
  /** The post's HTML, with whole addresses in it. */
  content: string
  picture: { url: string; type: string; bytes: number | undefined } | undefined
}
