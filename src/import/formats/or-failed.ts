import { messageOf } from '../../core/message-of.ts'
import type { Entry, ImportedPost } from '../imported-blog.ts'

/** What `read` makes of an entry called so; one that holds nothing, or that breaks the reading, is lost alone. */
export function orFailed(name: string, read: () => ImportedPost): Entry {
  try {
    const post = read()
    if (post.text.trim() !== '' || post.title !== undefined) return post
    return post.draft
      ? { kind: 'skipped', name: post.id, reason: 'an empty draft' }
      : {
          kind: 'failed',
          name: post.id,
          reason: 'found neither a title nor a text, expected one of them',
        }
  } catch (error) {
    return { kind: 'failed', name, reason: unreadable(error) }
  }
}

export const unreadable = (error: unknown): string =>
  `found a text that can't be read (${messageOf(error)})`
