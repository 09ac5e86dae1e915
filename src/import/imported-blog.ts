/** An import format: a pure function from a source's text to a blog, and how to know the source. */
export interface Format {
  name: string
  recognises(text: string): boolean
  /** Throws an ImportError where the source as a whole can't be read. */
  parse(text: string): ImportedBlog
}

/** What every import format is read into: a blog as its source tells of it. */
export interface ImportedBlog {
  title: string | undefined
  description: string | undefined
  language: string | undefined
  author: string | undefined
  /** The source's ids of its popular posts, best first. */
  popular: string[]
  entries: Entry[]
  /** What the owner should know of the source as a whole. */
  notes: string[]
}

/** An entry of the source, in the source's order. */
export type Entry = ImportedPost | FailedEntry

export interface ImportedPost {
  kind: 'post'
  /** The source's own id. */
  id: string
  title: string | undefined
  html: string
  /** ISO 8601. */
  date: string | undefined
  updated: string | undefined
  tags: string[]
  description: string | undefined
  image: string | undefined
  author: string | undefined
  language: string | undefined
  /** Where it stood. */
  url: string | undefined
  /** What could not be taken over as it was. */
  notes: string[]
}

export interface FailedEntry {
  kind: 'failed'
  /** Its title, id or place in the source. */
  name: string
  reason: string
}

/** The source is of no known format, or broken as a whole. */
export class ImportError extends Error {
  override readonly name = 'ImportError'
}
