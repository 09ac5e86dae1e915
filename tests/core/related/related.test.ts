import { expect, test } from 'vitest'
import { RelatedIndex } from '../../../src/core/related/related-index.ts'
import { readTerms, subjectOf } from '../../../src/core/related/subject.ts'

interface Text {
  title?: string
  tags?: readonly string[]
  words: string
}

const summaryOf = ({ title = '', tags = [], words }: Text): string =>
  subjectOf({ title, tags, words })

/** What is related to each of the texts, by index. */
function relatedAmong(texts: readonly Text[], wanted = 4): number[][] {
  const index = new RelatedIndex(texts.map(summaryOf))
  return texts.map((_, post) => index.closestTo(post, wanted, () => false))
}

const leaves = {
  title: 'On steeping',
  words: `The kettle had only just boiled when she poured it over the leaves. Green tea wants
    cooler water than that, and a shorter time in the pot. We waited for the second cup, which
    was better, and on the way home I bought a teapot of my own.`,
}
const teapot = {
  title: 'A pot of one’s own',
  words: `My teapot leaks. It has leaked since the spring, when the lid fell on the floor, and
    there was nobody to blame but the cat. For green tea it hardly matters, as the leaves are in
    the water for a minute only. When the kettle boils I put a towel under it.`,
}
const puncture = {
  title: 'Two punctures',
  words: `There were thorns on the towpath, and before the bridge I had a puncture in the back
    tyre. It was raining. I turned the bicycle over on the grass, took out the inner tube and
    found that the pump was at home, where it had been since the last time.`,
}
const bicycle = {
  title: 'What the bicycle carries',
  words: `A spare inner tube, two tyre levers and the pump, which I will not forget again. The
    bicycle is heavier for it, but a puncture is no longer the end of the day. He laughed at the
    bag until it was his tyre that went, on a hill, and not mine.`,
}
const bees = {
  title: 'Winter in the hive',
  words: `They hang together in a ball and shiver, and that is how the queen is kept warm. In
    the first week of February I put my ear to the wood and heard them. You can do nothing for
    bees in that month but keep the mice out and the snow off the roof.`,
}
const blog = [leaves, puncture, bees, teapot, bicycle]

const inventedWords = (count: number, stem: string): string =>
  Array.from({ length: count }, (_, index) => `${stem}x${index}`).join(' ')

/** Posts that have nothing in common but ordinary words. */
const unrelatedPosts = (count: number): Text[] =>
  Array.from({ length: count }, (_, index) => ({
    words: `It was the first time that they had done it, and when she put that to him there was
      nothing but the wood and the snow for her to do, which you can and will have heard in
      ${inventedWords(30, `post${index}`)}.`,
  }))

test('posts on one subject find each other', () => {
  const related = relatedAmong(blog)
  expect(related[blog.indexOf(leaves)]).toEqual([blog.indexOf(teapot)])
  expect(related[blog.indexOf(teapot)]).toEqual([blog.indexOf(leaves)])
  expect(related[blog.indexOf(puncture)]).toEqual([blog.indexOf(bicycle)])
  expect(related[blog.indexOf(bicycle)]).toEqual([blog.indexOf(puncture)])
})

test('a post alone on its subject finds none', () => {
  expect(relatedAmong(blog)[blog.indexOf(bees)]).toEqual([])
})

test('an excluded post is passed over, and so is the post itself', () => {
  const index = new RelatedIndex([...blog, leaves].map(summaryOf))
  expect(index.closestTo(0, 4, () => false)).toEqual([5, 3])
  expect(index.closestTo(0, 4, (post) => post === 5)).toEqual([3])
  expect(index.closestTo(0, 4, () => true)).toEqual([])
})

test('no more are named than wanted, and the closest are', () => {
  const texts = [leaves, teapot, puncture, bicycle, bees, leaves]
  expect(relatedAmong(texts, 1)[0]).toEqual([5])
  expect(relatedAmong(texts, 0)[0]).toEqual([])
})

test('of posts that are equally close the earlier goes first', () => {
  const related = relatedAmong([puncture, leaves, bees, leaves, leaves, bicycle])
  expect(related.slice(1, 5)).toEqual([[3, 4], [], [1, 4], [1, 3]])
})

test('what one post asks for leaves no trace in what the next is told', () => {
  const index = new RelatedIndex(blog.map(summaryOf))
  const first = index.closestTo(0, 4, () => false)
  index.closestTo(3, 4, () => false)
  expect(index.closestTo(0, 4, () => false)).toEqual(first)
})

test('a tag that half of the blog has relates no posts', () => {
  const texts = [leaves, bees, puncture, ...unrelatedPosts(9)]
  const tagged = texts.map((text, index) => (index % 2 === 0 ? { ...text, tags: ['notes'] } : text))
  expect(relatedAmong(tagged).flat()).toEqual([])
})

test('a rare tag and a few words in common relate two posts that the words alone do not', () => {
  const others = unrelatedPosts(10)
  const tagged = [leaves, bees].map((text) => ({ ...text, tags: ['Patience'] }))
  expect(relatedAmong([leaves, bees, ...others]).flat()).toEqual([])
  expect(relatedAmong([...tagged, ...others]).slice(0, 3)).toEqual([[1], [0], []])
})

test('Japanese needs no spaces between words', () => {
  const related = relatedAmong([
    { words: '朝の緑茶は、湯の温度が大切です。急須に茶葉を入れて、少し待ちます。' },
    { words: '自転車のタイヤがパンクしたので、橋の下で雨が止むのを待ちました。' },
    { words: '急須を買いました。緑茶の茶葉は、湯の温度を低くするとおいしいです。' },
    { words: '冬の巣箱では、女王蜂のまわりに蜜蜂が集まっています。' },
    { words: '図書館で古い地図を見つけて、一日中読んでいました。' },
  ])
  expect(related).toEqual([[2], [], [0], [], []])
})

test('an empty post is related to none, nor is the only post', () => {
  const related = relatedAmong([...blog, { words: '' }, { words: ' 12 a of … ' }])
  expect(related.slice(5)).toEqual([[], []])
  expect(related.slice(0, 5).flat()).not.toContain(5)
  expect(relatedAmong([leaves])).toEqual([[]])
  expect(relatedAmong([])).toEqual([])
})

test('each of thousands of posts finds the others on its subject', () => {
  const subjects = 1000
  const texts = unrelatedPosts(3 * subjects).map(({ words }, index) => ({
    words: `${words} ${inventedWords(10, `subject${index % subjects}`)}`,
  }))
  for (const [post, related] of relatedAmong(texts).entries()) {
    const onItsSubject = [0, 1, 2].map((times) => (post % subjects) + times * subjects)
    expect([post, ...related].sort((a, b) => a - b)).toEqual(onItsSubject)
  }
})

test('a summary is short, whatever the length of the post, and needs no escapes in JSON', () => {
  const words = inventedWords(5000, 'own')
  const tags = Array.from({ length: 200 }, (_, index) => `tag ${index}`)
  for (const summary of [summaryOf({ words }), summaryOf({ words, tags })]) {
    expect(summary.length).toBeLessThan(900)
    expect(JSON.stringify(summary)).toBe(`"${summary}"`)
  }
})

test.each([
  ['case', { words: 'Kettle KETTLE' }, { words: 'kettle kettle' }],
  ['full width', { words: 'Ｋｅｔｔｌｅ ｶﾀﾅ' }, { words: 'kettle カタナ' }],
  ['numbers alone', { words: 'kettle 2024 1000' }, { words: 'kettle' }],
  ['words of two letters', { words: 'my kettle is on' }, { words: 'kettle' }],
  ['a tag said twice', { words: '', tags: ['Tea', 'tea'] }, { words: '', tags: ['tea'] }],
  [
    'a title and its words said thrice',
    { title: 'Kettle', words: '' },
    { words: 'kettle '.repeat(3) },
  ],
])('a summary is the same whatever the %s', (_, text, same) => {
  expect(summaryOf(text)).toBe(summaryOf(same))
})

test('a tag and the same word are two terms', () => {
  const [tag] = readTerms(summaryOf({ tags: ['tea'], words: '' }))
  const [word] = readTerms(summaryOf({ words: 'tea' }))
  expect(tag?.term).not.toBe(word?.term)
})

test('ordinary words do not crowd out those that a long post repeats', () => {
  const ordinary = 'the and was for but not you all had her one our out day get has him his how'
  const said = ['kettle', 'tea', 'teapot']
  const words = `${said.join(' ').concat(' ').repeat(4)} ${inventedWords(1000, 'other')} ${`${ordinary} `.repeat(3)}`
  const kept = readTerms(summaryOf({ words })).map(({ term }) => term)
  for (const word of said) expect(kept).toContain(readTerms(summaryOf({ words: word }))[0]?.term)
})
