import { tagKey } from './tags.ts'

/**
 * What a text is about, as far as its words tell: its most telling terms and how often it has
 * each, written as a string that is short enough to be kept for every post.
 */

export interface Term {
  /** A hash: it stands for a word, a pair of characters or a tag. */
  term: number
  count: number
}

const mostTerms = 140
const titleWeight = 3
const tagWeight = 20

/** Those that put no space between words, and Hangul, which joins particles to them. */
const unspacedScripts =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu
/** Three characters or more, not all of them digits. */
const spacedWords = /(?!\p{N}+(?![\p{L}\p{M}\p{N}]))[\p{L}\p{M}\p{N}]{3,}/gu
const onlyHiragana = /^\p{Script=Hiragana}+$/u

export function termsOf(text: { title: string; tags: readonly string[]; words: string }): string {
  const tags = [...new Set(text.tags.map((tag) => hashOf(`#${tagKey(tag)}`)))]
  const counted = new Map<number, CountedWord>()
  countWords(text.title, titleWeight, counted)
  countWords(text.words, 1, counted)
  return [...tags.map((term) => ({ term, count: tagWeight })), ...mostTelling(counted.values())]
    .slice(0, mostTerms)
    .map(written)
    .join('')
}

interface CountedWord extends Term {
  letters: number
}

function countWords(text: string, weight: number, counted: Map<number, CountedWord>): void {
  for (const word of wordsOf(text)) {
    const term = hashOf(word)
    const known = counted.get(term)
    if (known === undefined) counted.set(term, { term, count: weight, letters: lettersOf(word) })
    else known.count += weight
  }
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase()
  const words = plain.replace(unspacedScripts, ' ').match(spacedWords) ?? []
  const pairs = plain.match(unspacedScripts)?.flatMap(pairsOf) ?? []
  return pairs.length === 0 ? words : [...words, ...pairs]
}

function pairsOf(run: string): string[] {
  const characters = [...run]
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

/** As many as tell something. A pair of characters says as much as a word of six letters. */
function lettersOf(word: string): number {
  if (word.length > 2) return Math.min(word.length, mostLetters)
  return onlyHiragana.test(word) ? 3 : 6
}

const mostLetters = 8
const radix = 36
/** A count has one digit. */
export const mostCounted = radix - 1
const mostWorth = Math.round(mostLetters * Math.sqrt(mostCounted))

/**
 * The most telling words first: those said often, and long ones before short ones, which are
 * likelier to be ordinary. Sorting would take most of the time that a post costs.
 */
function mostTelling(words: Iterable<CountedWord>): Term[] {
  const byWorth = Array.from({ length: mostWorth + 1 }, (): Term[] => [])
  for (const word of words) {
    const worth = word.letters * Math.sqrt(Math.min(word.count, mostCounted))
    byWorth[Math.round(worth)]?.push(word)
  }
  const telling: Term[] = []
  for (let worth = mostWorth; worth > 0 && telling.length < mostTerms; worth--)
    telling.push(...(byWorth[worth] ?? []))
  return telling
}

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) of 16-bit units, folded to 24 bits. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 24)) & 0xffffff
}

/** Each term is written as one number, its last digit the count. */
const digits = 6

const written = ({ term, count }: Term): string =>
  (term * radix + Math.min(count, mostCounted)).toString(radix).padStart(digits, '0')

/** The terms that `termsOf` wrote. */
export function readTerms(terms: string): Term[] {
  const read: Term[] = []
  for (let start = 0; start < terms.length; start += digits) {
    const number = Number.parseInt(terms.slice(start, start + digits), radix)
    read.push({ term: Math.floor(number / radix), count: number % radix })
  }
  return read
}
