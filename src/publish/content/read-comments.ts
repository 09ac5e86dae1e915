import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Comment, CommentsFile } from '../../core/comment.ts'
import { renderComment } from './body/render-body.ts'
import { ContentError, type Faults, type Problem } from './problems.ts'
import type { Source } from './read-sources.ts'
import { readJson } from './read-text.ts'

/** Comments by the slug of their post. */
export function readComments(folder: string, faults: Faults): Map<string, Comment[]> {
  const place = join(folder, 'comments')
  const files = existsSync(place)
    ? readdirSync(place)
        .filter((name) => name.endsWith('.json'))
        .sort()
    : []
  return new Map(
    files.map((name) => [
      name.slice(0, -'.json'.length).normalize('NFC'),
      faults.collect(() => readCommentsFile(folder, `comments/${name}`)) ?? [],
    ]),
  )
}

function readCommentsFile(folder: string, file: string): Comment[] {
  const ids = new Set<string>()
  return readJson(folder, file, CommentsFile).map((comment, index) => {
    if (ids.has(comment.id))
      throw new ContentError([
        {
          file,
          field: `${index}.id`,
          message: `found "${comment.id}" a second time, expected an id of its own`,
        },
      ])
    ids.add(comment.id)
    return {
      id: comment.id,
      author: comment.author,
      url: comment.url ?? undefined,
      date: comment.date ?? undefined,
      content_html: renderComment(comment.content_html),
      in_reply_to: comment.in_reply_to ?? undefined,
    }
  })
}

/** Comments on posts that are not there. */
export const orphanedComments = (
  comments: ReadonlyMap<string, Comment[]>,
  sources: readonly Source[],
): Problem[] => {
  const slugs = new Set(sources.filter(({ kind }) => kind === 'post').map(({ name }) => name))
  return [...comments.keys()]
    .filter((slug) => !slugs.has(slug))
    .map((slug) => ({ file: `comments/${slug}.json`, message: `no post has the slug "${slug}"` }))
}
