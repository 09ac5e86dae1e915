import * as v from 'valibot'
import { parseDate } from './dates.ts'

export interface Comment {
  id: string
  author: string
  url?: string | undefined
  date?: string | undefined
  content_html: string
  in_reply_to?: string | undefined
}

/** One post's comments as `comments/NAME.json` holds them; the name is its file's or its slug. */
export const CommentsFile = v.array(
  v.object({
    id: v.pipe(
      v.union([v.string(), v.number()], 'a text or a number'),
      v.transform(String),
      v.regex(/^[\p{L}\p{N}._~:,@-]+$/u, 'an id of letters, digits and any of . _ ~ : , @ -'),
    ),
    author: v.pipe(
      v.string('a name'),
      v.transform((name) => name.trim() || 'Anonymous'),
    ),
    url: v.nullish(
      v.pipe(v.string('an http(s) address'), v.regex(/^https?:\/\//i, 'an http(s) address')),
    ),
    date: v.nullish(
      v.pipe(
        v.string('a date such as 2016-05-01T10:00:00Z'),
        v.check((text) => parseDate(text) !== undefined, 'a date such as 2016-05-01T10:00:00Z'),
        v.transform((text) => parseDate(text) ?? text),
      ),
    ),
    content_html: v.string('HTML text'),
    in_reply_to: v.nullish(
      v.pipe(v.union([v.string(), v.number()], 'the id of a comment'), v.transform(String)),
    ),
  }),
  'a list of comments',
)

export interface Thread<C> {
  comment: C
  replies: Thread<C>[]
}

/**
 * Comments as conversations, in the order given. A reply whose parent is gone starts one of its own: no
 * comment is lost, where none answers itself.
 */
export function inThreads<C extends { id: string; in_reply_to?: string | undefined }>(
  comments: readonly C[],
): Thread<C>[] {
  const threads = new Map<string, Thread<C>>()
  for (const comment of comments) threads.set(comment.id, { comment, replies: [] })
  const roots: Thread<C>[] = []
  for (const thread of threads.values()) {
    const parent = threads.get(thread.comment.in_reply_to ?? '')
    ;(parent?.replies ?? roots).push(thread)
  }
  return roots
}

/**
 * As deep as replies are nested. Anyone may go on answering, and browsers nest no more than some 500
 * elements, two of which each level takes; far beyond, they crash.
 */
const deepest = 50

/**
 * The comments, of which a reply that would be deeper answers what is above what it answers; of some that
 * answer each other in a circle, one answers nothing.
 */
export function nestedInReason<C extends { id: string; in_reply_to?: string | undefined }>(
  comments: readonly C[],
): C[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const places = new Map<string, { level: number; under: string | undefined }>()
  for (const comment of comments) {
    const way = new Set<C>()
    for (
      let at: C | undefined = comment;
      at !== undefined && !places.has(at.id) && !way.has(at);
      at = byId.get(at.in_reply_to ?? '')
    )
      way.add(at)
    for (const { id, in_reply_to } of [...way].reverse()) {
      const above = places.get(in_reply_to ?? '')
      const under = above === undefined && byId.has(in_reply_to ?? '') ? undefined : in_reply_to
      const isTooDeep = above?.level === deepest
      places.set(id, isTooDeep ? above : { level: (above?.level ?? 0) + 1, under })
    }
  }
  return comments.map((comment) => {
    const under = places.get(comment.id)?.under
    return under === comment.in_reply_to ? comment : { ...comment, in_reply_to: under }
  })
}
