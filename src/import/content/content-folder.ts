import { pagePath, postPath } from '../../core/addresses.ts'

/** A text's part of its address, by its file. */
export const slugOf = (file: string): string =>
  file.replace(/^.*\//, '').replace(/\.(html|md)$/, '')

/** The path on the site of a post's or page's file. */
export const pathOf = (file: string): string =>
  file.startsWith('pages/') ? pagePath(slugOf(file)) : postPath(slugOf(file))

/** What a content folder holds already. */
export interface Present {
  /** The files of posts and pages that imports brought, by their keys, in the order that they came. */
  imported: ReadonlyMap<string, string>
  /** All files of posts and pages, and the old addresses that each keeps alive. */
  files: ReadonlyMap<string, readonly string[]>
  /** `blog.json`, where it is there. */
  settings: { author: string | undefined } | undefined
}

export const nothing: Present = { imported: new Map(), files: new Map(), settings: undefined }
