import type { Fields } from '../fields/fields.ts'
import type { FoundSite } from './find-site.ts'

/** A site, as its settings and files tell of it. */
export interface Site extends FoundSite {
  /** The folder that its texts lie below, with a "/" at its end, or empty. */
  content: string
  names: ReadonlySet<string>
  /** All that its settings say. */
  settings: Fields
  title: string | undefined
  description: string | undefined
  language: string | undefined
  author: string | undefined
  home: string | undefined
  /** The path that it was served under: "/blog", or empty. */
  base: string
  /** Its authors by the keys that posts name them by. */
  authors: Fields
  notes: string[]
}
