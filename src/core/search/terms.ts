import { tagKey } from '../tags.ts'
import type { Stem } from './stemmers.ts'

/** A word of a text, by what it is found by. */
export interface Token {
  term: string
  /** Where it stands in the text. */
  start: number
  end: number
}

/** Words, "C++" and "C#" among them; marks belong to their letters. */
const words = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*[+#]*/gu
/** Scripts without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]+/gu
/** The first of them, in the order of Unicode, is Thai: most texts have nothing from there on. */
const beyondSpacedScripts = /(?=[^\0-\u0dff])[\p{L}\p{N}]/u
/** One letter may stand for words with spaces between them. */
const accentsAndSpaces = /[\u0300-\u036f\s]/g

/**
 * The words of a text; in scripts without spaces, every two letters that stand together. There the
 * last letter stands alone as well, so that each is the beginning of a term, but not in what is searched for.
 */
export function tokensOf(text: string, stem: Stem, isQuery = false): Token[] {
  const tokens: Token[] = []
  const mayBeUnspaced = beyondSpacedScripts.test(text)
  for (const { 0: word, index } of text.matchAll(words)) {
    const runs = mayBeUnspaced ? [...word.matchAll(unspaced)] : []
    if (runs.length === 0) add(word, index)
    let end = 0
    for (const { 0: run, index: at } of runs) {
      if (at > end) add(word.slice(end, at), index + end)
      addPairs(run, index + at)
      end = at + run.length
    }
    if (runs.length > 0 && end < word.length) add(word.slice(end), index + end)
  }
  return tokens

  function add(word: string, start: number): void {
    const term = termOf(word, stem)
    if (term !== '') tokens.push({ term, start, end: start + word.length })
  }

  function addPairs(run: string, start: number): void {
    const letters = [...run]
    let at = start
    letters.forEach((letter, index) => {
      if (isQuery && index > 0 && index === letters.length - 1) return
      const pair = letter + (letters[index + 1] ?? '')
      tokens.push({ term: pair, start: at, end: at + pair.length })
      at += letter.length
    })
  }
}

/** Whether a term is of a script without spaces. */
export const isUnspaced = (term: string): boolean => new RegExp(unspaced.source, 'u').test(term)

/** Letters' case and accents do not tell words apart, nor does how an ß is written. */
export function foldWord(word: string): string {
  const plain = word.toLowerCase().replace(/['’]/g, '')
  // Most words have nothing to fold.
  return isAscii.test(plain)
    ? plain
    : plain.normalize('NFKD').replace(accentsAndSpaces, '').replaceAll('ß', 'ss').normalize('NFC')
}

const isAscii = /^[a-z0-9+#]*$/

/** Terms of words: a text says most of its words again and again. */
const knownTerms = new WeakMap<Stem, Map<string, string>>()
const mostKnown = 50_000

function termOf(word: string, stem: Stem): string {
  let known = knownTerms.get(stem)
  if (known === undefined || known.size === mostKnown) {
    known = new Map()
    knownTerms.set(stem, known)
  }
  let term = known.get(word)
  if (term === undefined) {
    term = makeTerm(word, stem)
    known.set(word, term)
  }
  return term
}

function makeTerm(word: string, stem: Stem): string {
  const plain = word
    .toLowerCase()
    .normalize('NFC')
    // Stems end alike in both spellings.
    .replaceAll('ß', 'ss')
    .replace(/['’]s?$/, '')
    .replace(/['’]/g, '')
  return foldWord(/[+#]$/.test(plain) ? plain : stem(plain))
}

/** No word begins with "#": a tag of several words is one term. */
export const termOfTag = (tag: string): string => `#${encodeURIComponent(tagKey(tag))}`

const titleCounts = 5
const tagCounts = 3
/** Saturation and the length that a text usually has, in words (https://en.wikipedia.org/wiki/Okapi_BM25). */
const saturation = 1.2
const lengthMatters = 0.75
const usualLength = 400
export const heaviest = 8

/**
 * The terms of a post and what each weighs in it, from 1 to 8, as one line to keep: the terms, and
 * after a tab a digit for each.
 */
export function termsLine(
  post: { title: string; tags: readonly string[]; words: string },
  stem: Stem,
): string {
  const counts = new Map<string, number>()
  const count = (term: string, times: number) => counts.set(term, (counts.get(term) ?? 0) + times)
  const body = tokensOf(post.words, stem)
  for (const { term } of body) count(term, 1)
  for (const { term } of tokensOf(post.title, stem)) count(term, titleCounts)
  for (const tag of post.tags) {
    for (const { term } of tokensOf(tag, stem)) count(term, tagCounts)
    count(termOfTag(tag), tagCounts)
  }
  const length = 1 - lengthMatters + (lengthMatters * body.length) / usualLength
  const weigh = (times: number) =>
    Math.max(1, Math.ceil((times / (times + saturation * length)) * heaviest))
  return `${[...counts.keys()].join(' ')}\t${[...counts.values()].map(weigh).join('')}`
}

export function readTermsLine(line: string): {
  terms: string[]
  weightAt: (index: number) => number
} {
  const [terms = '', weights = ''] = line.split('\t')
  return {
    terms: terms === '' ? [] : terms.split(' '),
    weightAt: (index) => weights.charCodeAt(index) - zero,
  }
}

const zero = '0'.charCodeAt(0)
