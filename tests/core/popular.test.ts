import { expect, test } from 'vitest'
import type { BlogSettings } from '../../src/core/blog.ts'
import { choosePopular, rankingsOf } from '../../src/core/popular.ts'
import { makePost, slugsOf } from './make-post.ts'

const now = new Date('2016-05-31T12:00:00Z')
const quiet = [makePost('a'), makePost('b'), makePost('c')]
const discussed = [
  makePost('a', { commentCount: 1 }),
  makePost('b', { commentCount: 3 }),
  makePost('c'),
]
const settings = (said: Partial<BlogSettings['popular']> = {}): BlogSettings['popular'] => ({
  title: 'Popular',
  count: 10,
  window: 'all',
  ...said,
})

test('posts picked by hand go before all else, in the order picked', () => {
  const views = [{ slug: 'b', views: 5 }]
  const popular = choosePopular(discussed, settings({ posts: ['c', 'a'] }), views, now)
  expect(popular.basis).toBe('picked')
  expect(slugsOf(popular.posts)).toEqual(['c', 'a'])
})

test('a pick that is no post is passed over, and one picked twice is listed once', () => {
  const popular = choosePopular(quiet, settings({ posts: ['gone', 'b', 'b'] }), [], now)
  expect(popular.basis).toBe('picked')
  expect(slugsOf(popular.posts)).toEqual(['b'])
})

test('picks that are all unknown leave the choice to the next basis', () => {
  const popular = choosePopular(discussed, settings({ posts: ['gone'] }), [], now)
  expect(popular.basis).toBe('comments')
})

test('views are added up, and posts that nobody viewed are not listed', () => {
  const views = [
    { slug: 'a', views: 4 },
    { slug: 'c', views: 3 },
    { slug: 'c', views: 3 },
    { slug: 'b', views: 0 },
  ]
  const popular = choosePopular(discussed, settings(), views, now)
  expect(popular.basis).toBe('views')
  expect(slugsOf(popular.posts)).toEqual(['c', 'a'])
})

test('equal counts keep the reading order', () => {
  const views = ['c', 'b', 'a'].map((slug) => ({ slug, views: 1 }))
  expect(slugsOf(choosePopular(quiet, settings(), views, now).posts)).toEqual(['a', 'b', 'c'])
})

test.each([
  ['all', ['a', 'b', 'c']],
  ['year', ['b', 'c', 'a']],
  ['month', ['c', 'b']],
  ['week', ['c']],
] as const)('the window "%s" counts views no older than that', (window, expected) => {
  const views = [
    { slug: 'a', views: 100, date: '2014-01-01' },
    { slug: 'a', views: 1, date: '2015-09-01' },
    { slug: 'b', views: 10, date: '2015-09-01' },
    { slug: 'b', views: 1, date: '2016-05-10' },
    { slug: 'c', views: 5, date: '2016-05-30' },
  ]
  expect(slugsOf(choosePopular(quiet, settings({ window }), views, now).posts)).toEqual(expected)
})

test('views without a day count in every window', () => {
  const popular = choosePopular(quiet, settings({ window: 'week' }), [{ slug: 'b', views: 1 }], now)
  expect(popular.basis).toBe('views')
})

test('without views the number of comments decides', () => {
  const popular = choosePopular(discussed, settings(), [], now)
  expect(popular.basis).toBe('comments')
  expect(slugsOf(popular.posts)).toEqual(['b', 'a'])
})

test('with nothing to go by, the posts stand in reading order and say so', () => {
  const popular = choosePopular(quiet, settings(), [], now)
  expect(popular.basis).toBe('date')
  expect(slugsOf(popular.posts)).toEqual(['a', 'b', 'c'])
})

test('a ranking has a page for each window that tells something', () => {
  const rankings = (said: Partial<BlogSettings['popular']>, posts = quiet, views: Views = []) =>
    [...rankingsOf(choosePopular(posts, settings(said), views, now), posts, views, now)].map(
      ([window, ranked]) => [window, slugsOf(ranked)],
    )
  type Views = Parameters<typeof choosePopular>[2]
  expect(rankings({})).toEqual([])
  expect(rankings({ posts: ['c', 'a'] })).toEqual([['all', ['c', 'a']]])
  expect(rankings({}, discussed)).toEqual([['all', ['b', 'a']]])
  expect(rankings({}, quiet, [{ slug: 'b', views: 5 }])).toEqual([['all', ['b']]])
  const old = { slug: 'b', views: 5, date: '2015-12-01' }
  expect(rankings({}, quiet, [old])).toEqual([
    ['all', ['b']],
    ['year', ['b']],
  ])
})
