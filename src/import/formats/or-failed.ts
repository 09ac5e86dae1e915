import { messageOf } from '../../core/message-of.ts'
import type { Entry, ImportedPost, LeftOut } from '../imported-blog.ts'

/** What `read` makes of an entry: one that breaks the reading is lost alone. */
export function orFailed(entry: Pick<LeftOut, 'name' | 'isComment'>, read: () => Entry): Entry {
  try {
    return read()
  } catch (error) {
    return { kind: 'failed', ...entry, reason: unreadable(error) }
  }
}

/** As `orFailed`, of a post, which has to hold something. */
export const postOrFailed = (name: string, read: () => ImportedPost): Entry =>
  orFailed({ name }, () => {
    const post = read()
    if (post.text.trim() !== '' || post.title !== undefined) return post
    return post.draft
      ? { kind: 'skipped', name: post.id, reason: 'an empty draft' }
      : {
          kind: 'failed',
          name: post.id,
          reason: 'found neither a title nor a text, expected one of them',
        }
  })

export const unreadable = (error: unknown): string =>
  `found a text that can't be read (${messageOf(error)})`
