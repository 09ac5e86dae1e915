import { expect, test } from 'vitest'
import { inReadingOrder, isScheduled, neighboursAt } from '../../src/core/post.ts'
import { makePost, slugsOf } from './make-post.ts'

test('the newest post comes first', () => {
  const posts = [
    makePost('may', { date: '2016-05-01' }),
    makePost('june', { date: '2016-06-01' }),
    makePost('april', { date: '2016-04-01' }),
  ]
  expect(slugsOf(inReadingOrder(posts, 'en'))).toEqual(['june', 'may', 'april'])
})

test('zones count: the later moment is the newer post', () => {
  const posts = [
    makePost('tokyo', { date: '2016-05-01T08:00:00+09:00' }),
    makePost('lisbon', { date: '2016-05-01T00:30:00+01:00' }),
    makePost('midnight', { date: '2016-05-01' }),
  ]
  expect(slugsOf(inReadingOrder(posts, 'en'))).toEqual(['midnight', 'lisbon', 'tokyo'])
})

test('the posts of a year stand together, whatever zones they are of', () => {
  const posts = [
    makePost('new-year', { date: '2020-01-01' }),
    makePost('evening-before', { date: '2019-12-31T20:00:00-08:00' }),
    makePost('may', { date: '2020-05-01' }),
  ]
  expect(slugsOf(inReadingOrder(posts, 'en'))).toEqual(['may', 'new-year', 'evening-before'])
})

test('posts without a date come last, by weight, then by name', () => {
  const posts = [
    makePost('zebra'),
    makePost('apple'),
    makePost('heavy', { weight: 2 }),
    makePost('light', { weight: -1 }),
    makePost('dated', { date: '1970-01-01', weight: 9 }),
  ]
  expect(slugsOf(inReadingOrder(posts, 'en'))).toEqual([
    'dated',
    'light',
    'heavy',
    'apple',
    'zebra',
  ])
})

test('posts of one moment are in order of their names, then their slugs', () => {
  const date = '2016-05-01'
  const posts = [
    makePost('c', { date, name: 'Same' }),
    makePost('b', { date, name: 'Same' }),
    makePost('a', { date, name: 'Zoo' }),
  ]
  expect(slugsOf(inReadingOrder(posts, 'en'))).toEqual(['b', 'c', 'a'])
})

test('posts of no date are in the order of the blog’s alphabet', () => {
  const posts = ['Ål', 'Zebra', 'Apa'].map((name) => makePost(name, { name }))
  expect(slugsOf(inReadingOrder(posts, 'sv'))).toEqual(['Apa', 'Zebra', 'Ål'])
  expect(slugsOf(inReadingOrder(posts, 'en'))).toEqual(['Ål', 'Apa', 'Zebra'])
})

test('sorting leaves the given list as it was', () => {
  const posts = [makePost('b'), makePost('a')]
  inReadingOrder(posts, 'en')
  expect(slugsOf(posts)).toEqual(['b', 'a'])
})

test('the previous post is the older one, the next the newer one', () => {
  const [newest, middle, oldest] = [makePost('newest'), makePost('middle'), makePost('oldest')]
  const posts = [newest, middle, oldest]
  expect(neighboursAt(posts, 0)).toEqual({ previous: middle, next: undefined })
  expect(neighboursAt(posts, 1)).toEqual({ previous: oldest, next: newest })
  expect(neighboursAt(posts, 2)).toEqual({ previous: undefined, next: middle })
})

const now = new Date('2016-05-01T12:00:00Z')
test.each([
  [undefined, false],
  ['2016-04-30', false],
  ['2016-05-01', false],
  ['2016-05-01T23:00:00Z', false],
  ['2016-05-02', true],
  ['2016-05-02T00:30:00+09:00', true],
  ['2016-05-02T08:00:00+13:00', false],
  ['2016-05-01T01:00:00-12:00', false],
  ['2016-05-01T01:00:00-12:30', true],
])('on 1 May 2016 a post dated %s waits: %s', (date, waits) => {
  expect(isScheduled({ date }, now)).toBe(waits)
})
