import { tagKey } from '../tags.ts'
import type { Stem } from './stemmers.ts'

/** A word of a text, by what it is found by. */
export interface Token {
  term: string
  /** Where it stands in the text. */
  start: number
  end: number
}

/** Words, "C++" and "C#" among them; marks, soft hyphens and joiners belong to their letters. */
const words = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\u00ad\u200d]*[+#]*/gu
/** Scripts without spaces between words. */
const unspaced =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ーｰ\u3099\u309a\uff9e\uff9f\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/gu
/** With the mark of a voiced sound, where it stands apart. */
const letters = /.[\u3099\u309a\uff9e\uff9f]?/gsu
/** Kana of half the width, and marks that stand apart. */
const apart = /[\u3099\u309a\uff61-\uff9f]/
/** The first of them, in the order of Unicode, is Thai: most texts have nothing from there on. */
const beyondSpacedScripts = /(?=[^\0-\u0dff])[\p{L}\p{N}]/u
/**
 * What tells no words apart: accents, the points of Hebrew, the marks and the long strokes of Arabic, the dots
 * of Devanagari; and spaces, since one letter may stand for several words.
 */
const accentsAndSpaces = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u093c\s]/g
/** Letters that Unicode takes for no others with an accent. */
const alike: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  // As Egyptians and Persians write what others write so, and many at a word's end.
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
}
/**
 * What is written with a word and is none of it: an article that French and Italian shorten ("l’arbre" is
 * found by "arbre"), a possessive s, apostrophes, soft hyphens and joiners.
 */
const besideTheWord =
  /^(?:[cdjlmnstv]|un|(?!quelq)\p{L}*(?:ll|qu))['’](?!s$)(?=\p{L})|['’]s?$|['’\u00ad\u200d]/gu

/**
 * The words of a text; in scripts without spaces, every two letters that stand together. There the
 * last letter stands alone as well, so that each is the beginning of a term, but not in what is searched for.
 * A word whose stem is another without its accents has that as well: "educação" is found by "educacao".
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
    const terms = termsOf(word, stem)
    for (const term of isQuery ? terms.slice(0, 1) : terms)
      if (term !== '') tokens.push({ term, start, end: start + word.length })
  }

  function addPairs(run: string, start: number): void {
    const each = run.match(letters) ?? []
    const isApart = apart.test(run)
    let at = start
    each.forEach((letter, index) => {
      if (isQuery && index > 0 && index === each.length - 1) return
      const pair = letter + (each[index + 1] ?? '')
      const term = isApart ? pair.normalize('NFKC') : pair
      tokens.push({ term, start: at, end: at + pair.length })
      at += letter.length
    })
  }
}

/** Whether a term is of a script without spaces. */
export const isUnspaced = (term: string): boolean => term.search(unspaced) !== -1

/** Letters' case and accents do not tell words apart, nor does how an ß or œ is written. */
export const foldWord = (word: string): string =>
  plainWord(word)
    .normalize('NFKD')
    .replace(accentsAndSpaces, '')
    .replace(/[^\0-\x7f]/g, (letter) => alike[letter] ?? letter)
    .normalize('NFC')

const plainWord = (word: string): string =>
  // Stems end alike in both spellings of an ß.
  word.toLowerCase().normalize('NFC').replace(besideTheWord, '').replaceAll('ß', 'ss')

/** Terms of words: a text says most of its words again and again. */
const knownTerms = new WeakMap<Stem, Map<string, string[]>>()
const mostKnown = 50_000

function termsOf(word: string, stem: Stem): string[] {
  let known = knownTerms.get(stem)
  if (known === undefined || known.size === mostKnown) {
    known = new Map()
    knownTerms.set(stem, known)
  }
  let terms = known.get(word)
  if (terms === undefined) {
    terms = makeTerms(word, stem)
    known.set(word, terms)
  }
  return terms
}

function makeTerms(word: string, stem: Stem): string[] {
  if (/[+#]$/.test(word)) return [foldWord(word)]
  const plain = plainWord(word)
  const term = foldWord(stem(plain))
  const folded = foldWord(plain)
  return folded === plain ? [term] : [...new Set([term, foldWord(stem(folded))])]
}

/** No word begins with "#": a tag of several words is one term. */
export const termOfTag = (tag: string): string => `#${encodeURIComponent(tagKey(tag))}`

const titleCounts = 5
const tagCounts = 3
/** Saturation and the length that a text usually has, in words (https://en.wikipedia.org/wiki/Okapi_BM25). */
const saturation = 1.2
const lengthMatters = 0.75
const usualLength = 400
const heaviest = 8

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
  // A word with two terms is one.
  const words = body.filter(({ start }, index) => start !== body[index - 1]?.start).length
  const length = 1 - lengthMatters + (lengthMatters * words) / usualLength
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
