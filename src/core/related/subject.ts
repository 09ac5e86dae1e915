import { tagKey } from '../tags.ts'

/**
 * What a text is about, as far as its words tell: its most telling terms and the weight that each
 * has in it, written as a string that is short enough to be kept for every post.
 */

export interface Term {
  /** A hash: it stands for a word, a pair of characters or a tag. */
  term: number
  /** From 1 to `largestWeight`. */
  weight: number
}

const mostTerms = 140
const timesOfTitle = 3
/** Of a long word said once. */
export const plainWeight = 7
const weightOfTag = 24
const radix = 36
/** Weights have one digit. */
const largestWeight = radix - 1

export function subjectOf(text: { title: string; tags: readonly string[]; words: string }): string {
  const tags = [...new Set(text.tags.map((tag) => hashOf(`#${tagKey(tag)}`)))]
  const words = new Map<number, CountedWord>()
  countWords(text.title, timesOfTitle, words)
  countWords(text.words, 1, words)
  return [...tags.map((term) => ({ term, weight: weightOfTag })), ...mostTelling(words.values())]
    .slice(0, mostTerms)
    .map(written)
    .join('')
}

interface CountedWord {
  term: number
  letters: number
  count: number
}

function countWords(text: string, times: number, counted: Map<number, CountedWord>): void {
  for (const word of wordsOf(text)) {
    const term = hashOf(word)
    const known = counted.get(term)
    if (known === undefined) counted.set(term, { term, letters: lettersOf(word), count: times })
    else known.count += times
  }
}

/** Those that put no space between words, and Hangul, which joins particles to them. */
const unspacedScripts =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu
/** Three characters or more, not all of them digits. */
const spacedWords = /(?!\p{N}+(?![\p{L}\p{M}\p{N}]))[\p{L}\p{M}\p{N}]{3,}/gu

/** The words of a text; where no space parts them, each pair of neighbouring characters. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase()
  const words = plain.replace(unspacedScripts, ' ').match(spacedWords) ?? []
  const pairs = plain.match(unspacedScripts)?.flatMap(pairsOf) ?? []
  return pairs.length === 0 ? words : [...words, ...pairs]
}

/** Of 16-bit units: half a character is as good as any, since it is hashed. */
const pairsOf = (run: string): string[] =>
  Array.from({ length: Math.max(1, run.length - 1) }, (_, at) => run.slice(at, at + 2))

/**
 * FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) of 16-bit units, brought to 24 bits. It is
 * stirred once more, or two words that fall together would do so with many endings.
 */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 8
}

const manyLetters = 6
const onlyHiragana = /^\p{Script=Hiragana}+$/u

/** A pair of characters tells as much as a long word, but Hiragana is mostly grammar. */
function lettersOf(word: string): number {
  if (word.length <= 2) return onlyHiragana.test(word) ? manyLetters / 2 : manyLetters
  return Math.min(word.length, manyLetters)
}

/**
 * A word said ten times tells more than one said once, but not ten times as much; and a short
 * word less than a long one, since ordinary words are short.
 */
function weightOf({ letters, count }: CountedWord): number {
  const weight = plainWeight * (1 + Math.log(count)) * (letters / manyLetters)
  return Math.min(Math.round(weight), largestWeight)
}

/** The heaviest first. Sorting them would take a good part of the time that a post costs. */
function mostTelling(words: Iterable<CountedWord>): Term[] {
  const byWeight = Array.from({ length: largestWeight + 1 }, (): number[] => [])
  for (const word of words) byWeight[weightOf(word)]?.push(word.term)
  const telling: Term[] = []
  for (let weight = largestWeight; weight > 0 && telling.length < mostTerms; weight--)
    for (const term of byWeight[weight] ?? []) telling.push({ term, weight })
  return telling
}

/** Each term is written as one number, its last digit the weight. */
const digits = 6

const written = ({ term, weight }: Term): string =>
  (term * radix + weight).toString(radix).padStart(digits, '0')

/** The terms that `subjectOf` wrote. */
export function readTerms(terms: string): Term[] {
  const read: Term[] = []
  for (let start = 0; start < terms.length; start += digits) {
    // A blog has a million: to cut each out and have it parsed would take several times as long.
    let number = 0
    for (let at = start; at < start + digits; at++)
      number = number * radix + digitOf(terms.charCodeAt(at))
    read.push({ term: Math.floor(number / radix), weight: number % radix })
  }
  return read
}

const codeOf0 = '0'.charCodeAt(0)
const codeOfA = 'a'.charCodeAt(0)
const digitOf = (code: number): number => (code < codeOfA ? code - codeOf0 : code - codeOfA + 10)
