import { expect, test } from 'vitest'
import { type Inverted, invert } from '../../src/publish/search/invert.ts'
import { updateInverted } from '../../src/publish/search/update-inverted.ts'

const lines = ['tea kettle\t51', 'tea cup\t13', 'constructor\t2', 'tea\t8']

test.each<[change: string, post: number, line: string]>([
  ['other weights', 1, 'tea cup\t23'],
  ['other words', 0, 'coffee tea\t42'],
  ['a word more', 2, 'constructor tea\t25'],
  ['no word left', 0, ''],
  ['a new post', 4, 'tea pot\t33'],
])('an index that is updated for a post with %s is the index made anew', (_, post, line) => {
  const after = [...lines]
  after[post] = line
  const before = new Map([[post, lines[post] ?? '']])
  const updated = updateInverted(pairsOf(invert(lines)), before, new Map([[post, line]]))
  expect(new Map(pairsOf(updated))).toEqual(new Map(pairsOf(invert(after))))
})

test('a post that is gone is in the index of no word', () => {
  const updated = updateInverted(pairsOf(invert(lines)), new Map([[3, 'tea\t8']]), new Map())
  expect(new Map(pairsOf(updated))).toEqual(new Map(pairsOf(invert(lines.slice(0, 3)))))
})

test('posts that change places are each found by their own words', () => {
  const [first = '', second = '', ...others] = lines
  const before = new Map([first, second].entries())
  const after = new Map([second, first].entries())
  const updated = updateInverted(pairsOf(invert(lines)), before, after)
  expect(new Map(pairsOf(updated))).toEqual(new Map(pairsOf(invert([second, first, ...others]))))
})

const pairsOf = ({ terms, postingsOf }: Inverted) =>
  terms.map((term) => [term, postingsOf(term)] as const)
