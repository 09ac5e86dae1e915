import { expect, test } from 'vitest'
import { loadStemmer } from '../../../src/core/search/stemmers.ts'
import { termsLine } from '../../../src/core/search/terms.ts'
import { WordIndex } from '../../../src/publish/search/word-index.ts'

const stem = await loadStemmer('en')
type Written = { title?: string; tags?: string[]; words: string }
const indexOf = (posts: Written[]) =>
  new WordIndex(
    posts.map(({ title = '', tags = [], words }) => termsLine({ title, tags, words }, stem)),
  )
const closest = (
  posts: Written[],
  to: number,
  isExcluded: (post: number) => boolean = () => false,
) => indexOf(posts).closestTo(to, 4, isExcluded)

const ordinary = 'We went there and it was good, and then all of us came back again in the evening.'
const kettles = [
  {
    title: 'Mending a kettle',
    words: `The copper kettle leaked at the spout, so I soldered the spout. ${ordinary}`,
  },
  {
    title: 'Copper kettles',
    words: `A copper kettle wants polish; solder its spout before winter. ${ordinary}`,
  },
]
const boats = [
  {
    title: 'A boat at low tide',
    words: `The harbour was empty and the boat lay on its keel in mud. ${ordinary}`,
  },
  {
    title: 'Painting the keel',
    words: `Before the tide came back to the harbour we painted the keel of the boat. ${ordinary}`,
  },
]
const alone = { title: 'On hats', words: `A felt hat keeps its brim if you steam it. ${ordinary}` }
const blog = [...kettles, ...boats, alone]

test('posts on one subject find each other', () => {
  expect(closest(blog, 0)).toEqual([1])
  expect(closest(blog, 1)).toEqual([0])
  expect(closest(blog, 2)).toEqual([3])
})

test('a post that is alone on its subject finds none', () => {
  expect(closest(blog, 4)).toEqual([])
})

test('a post never finds itself, or one that is beside it anyway', () => {
  expect(closest(blog, 0, (post) => post === 1)).toEqual([])
})

test('a rare tag brings posts together, one that every post has does not', () => {
  const posts = Array.from({ length: 30 }, (_, n) => ({
    tags: n < 2 ? ['everything', 'rope work'] : ['everything'],
    words: `Number${n} ${ordinary}`,
  }))
  expect(closest(posts, 0)).toEqual([1])
  expect(closest(posts, 5)).toEqual([])
})

test('texts in Japanese are compared as well', () => {
  const japanese = [
    { title: '銅のやかん', words: '銅のやかんの注ぎ口を直しました。' },
    { title: 'やかんの手入れ', words: '銅のやかんは磨いて、注ぎ口を直します。' },
    { title: '港の船', words: '潮が引いて、船は泥の上にありました。' },
  ]
  expect(closest(japanese, 0)).toEqual([1])
  expect(closest(japanese, 2)).toEqual([])
})

test('an empty post is close to nothing', () => {
  expect(closest([...blog, { words: '' }], 5)).toEqual([])
})
