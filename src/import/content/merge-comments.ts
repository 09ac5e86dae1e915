import * as v from 'valibot'
import type { CollectedComment } from '../collection.ts'
import { commentsJson } from './place-comments.ts'

const Present = v.array(v.looseObject({ id: v.union([v.string(), v.number()]) }))

/**
 * The text of a file of comments: those that are there, with the source's new ones after them. The
 * source's version of a comment that is there counts only where nobody but imports wrote the file.
 */
export function mergeComments(
  present: string | undefined,
  comments: readonly CollectedComment[],
  isOwn: boolean,
  htmlOf: (comment: CollectedComment) => string,
): string {
  const brought = commentsJson(comments, htmlOf)
  const there = presentIn(present)
  // What can't be read is not ours to write over; the build will complain of it.
  if (there === undefined) return present ?? ''
  const byId = new Map(brought.map((comment) => [comment.id, comment]))
  const known = new Set(there.map(({ id }) => String(id)))
  const merged = [
    ...there.map((comment) => (isOwn ? (byId.get(String(comment.id)) ?? comment) : comment)),
    ...brought.filter(({ id }) => !known.has(id)),
  ]
  const hasNew = merged.some((comment, index) => comment !== there[index])
  return hasNew || present === undefined ? `${JSON.stringify(merged, null, 2)}\n` : present
}

function presentIn(text: string | undefined): v.InferOutput<typeof Present> | undefined {
  try {
    const result = v.safeParse(Present, JSON.parse(text?.replace(/^\ufeff/, '') ?? '[]'))
    return result.success ? result.output : undefined
  } catch {
    return undefined
  }
}
