import { groupedBy } from '../../core/grouped-by.ts'
import type { Collected, CollectedComment, CollectedEntry } from '../collection.ts'
import type { Present, PresentText } from './content-folder.ts'
import type { Placed } from './place-posts.ts'

export interface CommentPlaces {
  /** Those on posts, by their file below the content folder. */
  placed: { file: string; comments: CollectedComment[] }[]
  /** Those on a page, which shows none, or on a post that is nowhere: each with the reason. */
  left: Map<CollectedComment, string>
}

/** Brings comments to their posts, which they name by id, or by an address that `pathAt` knows the new path of. */
export function placeComments(
  { entries }: Collected,
  placed: readonly Placed[],
  present: Present,
  pathAt: (address: string) => string | undefined,
): CommentPlaces {
  const byId = new Map(placed.map(({ post, place }) => [post.id, place.path]))
  const texts = new Map(
    [...placed, ...present.texts.values()].map((text): [string, Commented] => [
      text.place.path,
      text,
    ]),
  )
  const textOf = ({ post }: CollectedComment) => texts.get(byId.get(post) ?? pathAt(post) ?? '')
  const byText = groupedBy(entries.filter(isComment), textOf)
  const left = new Map<CollectedComment, string>()
  for (const [text, comments] of byText)
    for (const comment of comments) {
      const reason = reasonToLeave(comment, text?.place.kind)
      if (reason !== undefined) left.set(comment, reason)
    }
  return {
    placed: [...byText].flatMap(([text, comments]) =>
      text?.place.kind === 'post' ? { file: commentsFile(text), comments } : [],
    ),
    left,
  }
}

const isComment = (entry: CollectedEntry): entry is CollectedComment => entry.kind === 'comment'

type Commented = Pick<PresentText, 'place'> & Partial<PresentText>

const commentsFile = ({ place, comments }: Commented): string =>
  comments ?? `comments/${place.name}.json`

function reasonToLeave(
  { post }: CollectedComment,
  kind: 'post' | 'page' | undefined,
): string | undefined {
  if (kind === 'post') return undefined
  if (kind === 'page') return 'on a page, where there are no comments'
  return post === ''
    ? 'found no post named, expected the one that it is on'
    : `found no post at "${post}", expected the one that it is on`
}

/** An id as `comments/*.json` may have it. */
export const commentId = (id: string): string =>
  id.normalize('NFC').replace(/[^\p{L}\p{N}._~:,@-]+/gu, '-') || 'comment'

/** Each comment as its file has it, the oldest first; an id that two have is numbered. */
export function commentsJson(
  comments: readonly CollectedComment[],
  htmlOf: (comment: CollectedComment) => string,
) {
  const seen = new Set<string>()
  return oldestFirst(comments).map((comment) => {
    const { id, author, url, date, inReplyTo } = comment
    const own = commentId(id)
    let free = own
    for (let times = 2; seen.has(free); times++) free = `${own}-${times}`
    seen.add(free)
    return {
      id: free,
      author: author.replace(/\s+/g, ' ').trim() || 'Anonymous',
      url: url !== undefined && /^https?:\/\/[^\s]+$/i.test(url) ? url : undefined,
      date,
      content_html: htmlOf(comment).trim(),
      in_reply_to: inReplyTo === undefined ? undefined : commentId(inReplyTo),
    }
  })
}

/** Exports tell them in any order; one without a date keeps its place. */
function oldestFirst(comments: readonly CollectedComment[]): CollectedComment[] {
  const timeOf = ({ date = '' }: CollectedComment): number => Date.parse(date)
  const dated = comments.filter(({ date }) => date !== undefined)
  const sorted = dated.sort((a, b) => timeOf(a) - timeOf(b)).values()
  return comments.map((comment) =>
    comment.date === undefined ? comment : (sorted.next().value ?? comment),
  )
}
