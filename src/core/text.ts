import { perKey } from './per-key.ts'

/** What can be said of a post from its plain text: an excerpt, its first words, its reading time. */

const excerptLength = 200
const teaserLength = 600
const nameLength = 50
const wordsPerMinute = 230
const ideographsPerMinute = 500
/** A word of a script without spaces that is not written in ideographs has about so many letters and marks. */
const lettersPerWord = 5
const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/gu
const lettersWithoutSpaces = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu
/** The first of them, in the order of Unicode, is Thai: most texts have nothing from there on but signs. */
const mayBeUnspaced = /[\u0e00-\u17ff\u3005-\uffff]/

/** The first sentences up to about 200 characters; a longer first sentence is cut at a word. */
export function excerptOf(text: string, language: string): string {
  let excerpt = ''
  for (const sentence of sentencesOf(text.slice(0, excerptLength * 3), language)) {
    if (excerpt !== '' && excerpt.length + sentence.trimEnd().length > excerptLength) break
    excerpt += sentence
  }
  return shortened(excerpt.trim(), Math.round(excerptLength * 1.2))
}

const segmenterOf = perKey((language) => new Intl.Segmenter(language, { granularity: 'sentence' }))

function* sentencesOf(text: string, language: string): Generator<string> {
  let sentence = ''
  for (const { segment } of segmenterOf(language).segment(text)) {
    sentence += segment
    if (abbreviation.test(sentence)) continue
    yield sentence
    sentence = ''
  }
  yield sentence
}

/** "Mr." and "J." end no sentence, though Unicode's rules take them to before a capital letter. */
const abbreviation =
  /(?:^|[\s.("'“‘«])(?:\p{Lu}|Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Fr|Hr|St|Mme|Mlle|Gen|Col|Capt|Lt|vs|e\.g|i\.e|cf)\.\s*$/u

/** An excerpt that the author marked; one that goes on and on is cut, since lists carry it. */
export const teaserOf = (text: string): string => shortened(text, teaserLength)

/** What an untitled post is listed by. */
export const firstWordsOf = (text: string): string => shortened(text, nameLength)

/** A text of at most about `length` characters, cut at a word. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  const lastSpace = text.lastIndexOf(' ', length - 1)
  const kept = text.slice(0, lastSpace > length / 2 ? lastSpace : startOfCharacter(text, length))
  return `${kept.replace(/[\s,;:.–—،؛、，；：。।-]+$/u, '')}…`
}

/** Where the character that goes on at `at` begins: a letter with its marks, an emoji of several others. */
export const startOfCharacter = (text: string, at: number): number =>
  new Intl.Segmenter().segment(text.slice(0, at + longestCharacter)).containing(at)?.index ?? at

/** So many units of JavaScript's are enough to tell. */
const longestCharacter = 30

/** How much there is to read, in whole minutes too; scripts without spaces are counted by character. */
export function lengthOf(text: string) {
  const [characters, letters] = mayBeUnspaced.test(text)
    ? [countOf(text, ideographs), countOf(text, lettersWithoutSpaces)]
    : [0, 0]
  const spaced = characters + letters === 0 ? text : withoutOthers(text)
  const words = countOf(spaced, /\S+/g) + Math.round(letters / lettersPerWord)
  const minutes = Math.round(words / wordsPerMinute + characters / ideographsPerMinute)
  return { words: words + characters, minutes: Math.max(1, minutes) }
}

/** The words between those of scripts without spaces, whose punctuation would be taken for words. */
const withoutOthers = (text: string): string =>
  text
    .replace(ideographs, ' ')
    .replace(lettersWithoutSpaces, ' ')
    .replace(/[^\p{L}\p{N}\s]+/gu, '')

const countOf = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The words of HTML that was sanitised, and so is written in one way. */
export const plainTextOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
      if (name !== undefined) return entities[name] ?? whole
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
    })
    .replace(/\s+/g, ' ')
    .trim()
