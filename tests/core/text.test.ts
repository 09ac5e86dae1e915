import { expect, test } from 'vitest'
import { excerptOf, firstWordsOf, lengthOf, teaserOf } from '../../src/core/text.ts'

const sentence = 'The kettle sang on the stove while the rain went on. '

test('an excerpt is the first sentences up to about 200 characters', () => {
  const excerpt = excerptOf(sentence.repeat(10), 'en')
  expect(excerpt).toBe(sentence.repeat(3).trim())
})

test('a short text is its own excerpt', () => {
  expect(excerptOf('Only this.', 'en')).toBe('Only this.')
  expect(excerptOf('', 'en')).toBe('')
})

test.each(['Mr. Frost', 'Dr. W. Ames', 'some wood, e.g. Oak,'])(
  'an excerpt does not end within "%s"',
  (name) => {
    const first = 'We began at the end of the long bench, where there was room for two more.'
    const long = `Then we met ${name} who had brought all that was needed for a roof of that size and more.`
    expect(excerptOf(`${first} ${long} ${long}`, 'en')).toBe(`${first} ${long}`)
    expect(excerptOf(`${first} ${first} ${long}`, 'en')).toBe(`${first} ${first}`)
  },
)

test('a very long first sentence is cut at a word', () => {
  const excerpt = excerptOf('slowly and '.repeat(200), 'en')
  expect(excerpt).toMatch(/^(slowly and )+slowly( and)?…$/)
  expect(excerpt.length).toBeGreaterThan(180)
  expect(excerpt.length).toBeLessThanOrEqual(241)
})

test('sentences of Chinese and Japanese are told apart without spaces', () => {
  const chinese = '我们把茶放在窗边的桌子上，等雨停下来再走。'
  const excerpt = excerptOf(chinese.repeat(20), 'zh')
  expect(excerpt).toBe(chinese.repeat(Math.floor(200 / chinese.length)))
})

test('a sentence without spaces is cut between characters', () => {
  expect(excerptOf('茶'.repeat(700), 'zh')).toBe(`${'茶'.repeat(240)}…`)
})

test.each([0, 1])('a cut leaves no half of a surrogate pair (%i before it)', (before) => {
  const excerpt = excerptOf('a'.repeat(before) + '𠀀'.repeat(300), 'zh')
  expect(() => encodeURIComponent(excerpt)).not.toThrow()
})

test.each(['ทั้ง', 'e\u0301', '👩‍🍳', '👍🏽', '🇩🇪'])('a cut leaves %s whole', (character) => {
  for (const before of ['', 'a', 'aa', 'aaa']) {
    const kept = firstWordsOf(before + character.repeat(60)).slice(before.length, -1)
    expect(
      [...new Intl.Segmenter().segment(character.repeat(60))].map(({ segment }) => segment),
    ).toEqual(
      expect.arrayContaining([...new Intl.Segmenter().segment(kept)].map(({ segment }) => segment)),
    )
  }
})

test.each([',', '،', '、', '，', '؛', '。'])('%j before a cut goes', (sign) => {
  const text = `${'a'.repeat(40)}${sign} ${'b'.repeat(50)}`
  expect(firstWordsOf(text)).toBe(`${'a'.repeat(40)}…`)
})

test('an untitled post is named by at most 50 characters', () => {
  expect(firstWordsOf('Rain again today.')).toBe('Rain again today.')
  expect(firstWordsOf(sentence.repeat(3)).length).toBeLessThanOrEqual(51)
})

test('a teaser that the author marked is kept whole up to 600 characters', () => {
  expect(teaserOf(sentence.repeat(5).trim())).toBe(sentence.repeat(5).trim())
  expect(teaserOf(sentence.repeat(50)).length).toBeLessThanOrEqual(601)
})

test.each([
  ['nothing', '', 1],
  ['a few words', 'a few words', 1],
  ['1150 words', 'word '.repeat(1150), 5],
  ['1500 ideographs', '茶'.repeat(1500), 3],
  ['1500 Japanese signs with punctuation', 'コーヒー、茶。'.repeat(300), 3],
  ['a Thai text of 5750 letters and marks', 'ที่นี่'.repeat(958), 5],
  ['460 words and 1000 ideographs', 'word '.repeat(460) + '茶'.repeat(1000), 4],
])('%s take whole minutes to read', (_, text, minutes) => {
  expect(lengthOf(text).minutes).toBe(minutes)
})

test('an emoji changes nothing in how the words beside it are counted', () => {
  expect(lengthOf('one — two, three 😀').words).toBe(lengthOf('one — two, three x').words)
})

test('punctuation between ideographs is no word', () => {
  expect(lengthOf('今日は、晴れ。「雨」は？ Tea and 茶。').words).toBe(10)
})
