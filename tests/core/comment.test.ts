import * as v from 'valibot'
import { expect, test } from 'vitest'
import { CommentsFile, inThreads, nestedInReason, type Thread } from '../../src/core/comment.ts'

interface Said {
  id: string
  in_reply_to?: string | undefined
}
const said = (id: string, in_reply_to?: string): Said => ({ id, in_reply_to })

/** A thread as "a(b c(d))". */
const drawn = (threads: readonly Thread<Said>[]): string =>
  threads
    .map(({ comment, replies }) => comment.id + (replies.length > 0 ? `(${drawn(replies)})` : ''))
    .join(' ')

test.each([
  ['no comments', [], ''],
  ['comments that answer nothing', [said('a'), said('b')], 'a b'],
  ['replies', [said('a'), said('b', 'a'), said('c', 'b'), said('d', 'a')], 'a(b(c) d)'],
  ['a reply before its parent', [said('b', 'a'), said('a'), said('c')], 'a(b) c'],
  ['a reply whose parent is gone', [said('a'), said('b', 'gone'), said('c', 'b')], 'a b(c)'],
  ['a comment that answers itself', [said('a', 'a'), said('b', 'a')], 'a(b)'],
  ['two that answer each other', [said('a', 'b'), said('b', 'a'), said('c', 'b')], 'b(a c)'],
])('%s become threads, and none is lost', (_, comments, expected) => {
  expect(drawn(inThreads(nestedInReason(comments)))).toBe(expected)
})

test('comments of which none is too deep, and none answers itself, stay as they are', () => {
  const comments = [said('b', 'a'), said('a'), said('c', 'gone'), said('d', 'b')]
  expect(nestedInReason(comments)).toEqual(comments)
})

test('a conversation as long as anyone likes is nested no deeper than browsers can show', () => {
  let steps = 0
  const comments = Array.from({ length: 20_000 }, (_, at) => ({
    id: `${at}`,
    get in_reply_to() {
      // Where the way up is gone from each, there are two hundred million.
      if (++steps > 20_000_000) throw new Error('It takes a time that grows with the square')
      return `${at - 1}`
    },
  }))
  const threads = inThreads(nestedInReason(comments))
  const levels: Thread<Said>[][] = []
  for (let level = threads; level.length > 0; level = level.flatMap(({ replies }) => replies))
    levels.push(level)
  expect(levels).toHaveLength(50)
  expect(levels.flat().map(({ comment }) => comment.id)).toEqual(comments.map(({ id }) => id))
})

test('ids may be numbers, and dates are read as people write them', () => {
  const file = [
    { id: 1, author: 'Ada', content_html: 'Yes.', date: '2016-5-1' },
    { id: 2, author: 'Bo', content_html: 'No.', in_reply_to: 1, url: null },
  ]
  expect(v.parse(CommentsFile, file)).toEqual([
    { id: '1', author: 'Ada', content_html: 'Yes.', date: '2016-05-01' },
    { id: '2', author: 'Bo', content_html: 'No.', in_reply_to: '1', url: null },
  ])
})

test.each([
  ['an id with a space', { id: 'a b' }],
  ['an id with a quote', { id: 'a"b' }],
  ['an address that runs', { url: 'javascript:alert(1)' }],
  ['a date that is none', { date: 'in May' }],
  ['no author', { author: undefined }],
])('a comment with %s is refused', (_, fault) => {
  const comment = { id: 'a', author: 'Ada', content_html: 'Yes.', ...fault }
  expect(v.safeParse(CommentsFile, [comment]).success).toBe(false)
})
