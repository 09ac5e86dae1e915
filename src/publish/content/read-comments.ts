import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type * as v from 'valibot'
import { type Comment, CommentsFile } from '../../core/comment.ts'
import type { Cache } from '../cache/cache.ts'
import { type Resolve, renderComment } from './body/render-body.ts'
import { ContentError, type Faults, type Problem, slipsAmong } from './problems.ts'
import { readOnce } from './read-once.ts'
import type { Source } from './read-sources.ts'
import { parseJson, readText } from './read-text.ts'

/** A file of comments that was found to be sound; the comments themselves stay where they are. */
export interface CommentsSource {
  file: string
  /** Of the file's text. */
  digest: string
  count: number
  warnings: Problem[]
}

/** The files of comments, by their names without ".json". */
export function readComments(
  folder: string,
  faults: Faults,
  cache: Cache,
): Map<string, CommentsSource> {
  const sources = new Map<string, CommentsSource>()
  for (const name of cache.recall('comments/', () => listComments(folder))) {
    const file = `comments/${name}`
    const source = faults.collect(() => cache.recall(file, () => check(folder, file, cache)))
    if (source !== undefined) sources.set(name.slice(0, -'.json'.length).normalize('NFC'), source)
  }
  return sources
}

function listComments(folder: string): string[] {
  const place = join(folder, 'comments')
  if (!existsSync(place)) return []
  return readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .sort()
}

function check(folder: string, file: string, cache: Cache): CommentsSource {
  const parsedOf = (text: string) => {
    const { length } = parse(file, text)
    // Sound by now; but the schema leaves out what it doesn't know.
    return { count: length, warnings: misspelt(file, JSON.parse(text) as object[]) }
  }
  const { digest, parsed } = readOnce(folder, file, parsedOf, cache)
  return { file, digest, ...parsed }
}

const commentFields = Object.keys(CommentsFile.item.entries)

const misspelt = (file: string, comments: readonly object[]): Problem[] =>
  comments.flatMap((comment, index) =>
    slipsAmong(Object.keys(comment), commentFields).map(({ field, message }) => ({
      file,
      field: `${index}.${field}`,
      message,
    })),
  )

/** The comments of a file, in its order and safe to show. */
export const renderComments = (
  folder: string,
  { file }: CommentsSource,
  resolveLink: Resolve['commentLink'],
): Comment[] =>
  parse(file, readText(folder, file)).map((comment) => ({
    id: comment.id,
    author: comment.author,
    url: comment.url ?? undefined,
    date: comment.date ?? undefined,
    content_html: renderComment(comment.content_html, resolveLink),
    in_reply_to: comment.in_reply_to ?? undefined,
  }))

function parse(file: string, text: string): v.InferOutput<typeof CommentsFile> {
  const comments = parseJson(file, text, CommentsFile)
  const ids = new Set<string>()
  const problems: Problem[] = []
  comments.forEach(({ id }, index) => {
    const message = `found "${id}" a second time, expected an id of its own`
    if (ids.has(id)) problems.push({ file, field: `${index}.id`, message })
    ids.add(id)
  })
  if (problems.length > 0) throw new ContentError(problems)
  return comments
}

/** Comments on posts that are not there, of those that were looked for by post. */
export function orphanedComments(
  comments: ReadonlyMap<string, CommentsSource>,
  byPost: ReadonlyMap<Source, CommentsSource>,
): Problem[] {
  const found = new Set(byPost.values())
  return [...comments.values()]
    .filter((said) => !found.has(said))
    .map(({ file }) => ({
      file,
      message: `these belong to no post; expected the slug of one, or its file's name where no other has that`,
    }))
}
