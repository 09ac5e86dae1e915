import { expect, test } from 'vitest'
import { readPostings, writePostings } from '../../../src/core/search/postings.ts'
import { loadStemmer } from '../../../src/core/search/stemmers.ts'
import { readTermsLine, termOfTag, termsLine, tokensOf } from '../../../src/core/search/terms.ts'

const english = await loadStemmer('en-GB')
const terms = (text: string, stem = english) => tokensOf(text, stem).map(({ term }) => term)

test.each([
  ['Walking, walks; walked!', ['walk', 'walk', 'walk']],
  ["The kettle's and kettles’ song isn't", ['the', 'kettl', 'and', 'kettl', 'song', 'isnt']],
  ['Café CAFE', ['cafe', 'cafe']],
  ['C++ and C# and C', ['c++', 'and', 'c#', 'and', 'c']],
  ['茶を飲む', ['茶を', 'を飲', '飲む', 'む']],
  ['Go言語', ['go', '言語', '語']],
  ['茶tea', ['茶', 'tea']],
  ['コーヒー', ['コー', 'ーヒ', 'ヒー', 'ー']],
  ['ရေ', ['ရေ', 'ေ']],
  ['ガキ'.normalize('NFD'), ['ガキ', 'キ']],
  ['ﾊﾞｽｰ', ['バス', 'スー', 'ー']],
  ['…', []],
])('the words of %j are %j', (text, words) => {
  expect(terms(text)).toEqual(words)
})

test('a word of another language is found without its accents in an English blog', () => {
  for (const [written, sought] of [
    ['Grüße', 'grusse'],
    ['Möbeln', 'mobeln'],
    ['entrées', 'entrees'],
  ])
    expect(terms(written ?? '')).toEqual(terms(sought ?? ''))
})

test.each([
  ['fr', 'l’arbre', 'arbre'],
  ['fr', 'd’été', 'ete'],
  ['fr', 'Jusqu’ici', 'ici'],
  ['fr', 'aujourd’hui', 'aujourdhui'],
  ['it', 'dell’acqua', 'acqua'],
  ['it', "un'altra", 'altra'],
  ['en', 'I’ll', 'ill'],
  ['en', 'Campbell’s', 'Campbell'],
  ['en', 'C’s', 'c'],
  ['fr', 'œufs', 'oeuf'],
  ['vi', 'Đà Nẵng', 'da nang'],
  ['pl', 'Łódź', 'lodz'],
  ['tr', 'Irmaklar', 'ırmak'],
  ['tr', 'İzmir’de', 'izmir'],
  ['tr', 'kitaplarımız', 'kitap'],
  ['he', 'שָׁלוֹם', 'שלום'],
  ['en', 'كِتَــابٌ', 'كتاب'],
  ['hi', 'काफ़ी', 'काफी'],
  ['de', 'Tee\u00adkanne', 'Teekanne'],
  ['si', 'ශ්\u200dරී', 'ශ්රී'],
])('in a blog in %j, %j is found by %j', async (language, written, sought) => {
  const stem = await loadStemmer(language)
  expect(terms(written, stem)).toEqual(terms(sought, stem))
})

test.each([
  ['pt', 'educação', 'educacao'],
  ['pt', 'ações', 'acoes'],
  ['tr', 'ışıkları', 'isiklari'],
  ['fr', 'préférée', 'preferee'],
  ['ar', 'قرأت', 'قرات'],
  ['ar', 'رؤية', 'رؤيه'],
  ['ar', 'قصة', 'قصه'],
  ['fa', 'عربی', 'عربي'],
])('in a blog in %j, %j is also found by %j', async (language, written, sought) => {
  const stem = await loadStemmer(language)
  const [asked] = tokensOf(sought, stem, true)
  expect(terms(written, stem)).toContain(asked?.term)
  expect(tokensOf(written, stem, true)).toHaveLength(1)
})

test('an ß is found as ss, whatever the language of the blog', () => {
  for (const stem of [english, (word: string) => word])
    for (const [written, sought] of [
      ['Straßen', 'strassen'],
      ['Spaß', 'spass'],
      ['Fußweg', 'Fussweg'],
    ])
      expect(terms(written ?? '', stem)).toEqual(terms(sought ?? '', stem))
})

test('what is searched for in scripts without spaces has no letter alone, unless it is all', () => {
  const query = (text: string) => tokensOf(text, english, true).map(({ term }) => term)
  expect(query('工作台')).toEqual(['工作', '作台'])
  expect(query('木')).toEqual(['木'])
})

test('a letter that stands for several words makes no term with spaces in it', () => {
  expect(terms('ﷺ').join('')).not.toMatch(/\s/)
})

test('words are cut to their stems by the rules of the language', async () => {
  expect(terms('Häuser Haus', await loadStemmer('de'))).toEqual(['haus', 'haus'])
  expect(terms('walking', await loadStemmer('xx'))).toEqual(['walking'])
})

test('a word says where it stands', () => {
  expect(tokensOf('A cup of tea', english)[3]).toEqual({ term: 'tea', start: 9, end: 12 })
  const text = '… Go言語x'
  const places = tokensOf(text, english).map(({ start, end }) => text.slice(start, end))
  expect(places).toEqual(['Go', '言語', '語', 'x'])
})

test('a word of the title weighs more than one of the text, and a tag is a term of its own', () => {
  const line = termsLine(
    { title: 'Kettle', tags: ['Hot drinks'], words: 'The kettle sings in rain.' },
    english,
  )
  const { terms, weightAt } = readTermsLine(line)
  const weights = new Map(terms.map((term, index) => [term, weightAt(index)]))
  expect(weights.get('kettl')).toBeGreaterThan(weights.get('rain') ?? 0)
  expect(weights.has(termOfTag('hot DRINKS'))).toBe(true)
  expect(weights.has('drink')).toBe(true)
})

test('a word weighs less in a text that says much besides', () => {
  const weightIn = (words: string) => {
    const { terms, weightAt } = readTermsLine(termsLine({ title: '', tags: [], words }, english))
    return weightAt(terms.indexOf('kettl'))
  }
  const others = Array.from({ length: 2000 }, (_, n) => `w${n}`).join(' ')
  expect(weightIn('The kettle sings.')).toBeGreaterThan(weightIn(`The kettle sings. ${others}`))
})

test('postings are read as they were written', () => {
  const postings = { posts: [0, 3, 4, 10_000], weights: [1, 8, 2, 3] }
  expect(readPostings(writePostings(postings))).toEqual(postings)
  expect(readPostings('')).toEqual({ posts: [], weights: [] })
})
