import type { TextPlace } from '../../core/text-place.ts'

/** A post or page that a content folder holds. */
export interface PresentText {
  place: TextPlace
  /** The old addresses that it keeps alive. */
  aliases: readonly string[]
  /** The file of its comments, where there is one. */
  comments: string | undefined
}

/** What a content folder holds already. */
export interface Present {
  /** The files of posts and pages that imports brought, by their keys, in the order that they came. */
  imported: ReadonlyMap<string, string>
  /** All posts and pages, by their files. */
  texts: ReadonlyMap<string, PresentText>
  /** `blog.json`, where it is there. */
  settings: { author: string | undefined } | undefined
}

export const nothing: Present = { imported: new Map(), texts: new Map(), settings: undefined }
