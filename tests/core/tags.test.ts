import { expect, test } from 'vitest'
import { tagPath } from '../../src/core/addresses.ts'
import { postsByTag } from '../../src/core/tags.ts'

const posts = [
  { slug: 'c', tags: ['Tea', 'C++'] },
  { slug: 'b', tags: [] },
  { slug: 'a', tags: ['tea', 'Tea'] },
]

test('a tag has its posts in their order, and the letters of the first that has it', () => {
  expect(postsByTag(posts).map(({ tag, posts }) => [tag, posts.map(({ slug }) => slug)])).toEqual([
    ['Tea', ['c', 'a']],
    ['C++', ['c']],
  ])
})

test.each([
  ['trust', '/tags/trust/'],
  ['C++', '/tags/C%2B%2B/'],
  ['C#', '/tags/C%23/'],
  ['茶', '/tags/%E8%8C%B6/'],
  ['two words', '/tags/two%20words/'],
])('the tag "%s" is at %s', (tag, path) => expect(tagPath(tag)).toBe(path))

test.each(['a/b', '.', '..'])('the tag "%s" makes no steps in its path', (tag) => {
  expect(decodeURIComponent(tagPath(tag))).toMatch(/^\/tags\/[^/.]+\/$/)
})
