import type { Entry, ImportedBlog } from '../imported-blog.ts'
import type { SourceText } from '../source/source-text.ts'

/** A format that blogs are exported in. */
export interface Format {
  name: string
  /** What `--format` calls it. */
  key: string
  /** Whether a text that begins like this is of the format. */
  recognises(start: string): boolean
  /**
   * The entries as they come, and at the end the blog that they are of. Throws an ImportError where
   * the source as a whole can't be read.
   */
  read(source: SourceText): AsyncGenerator<Entry, ImportedBlog>
}
