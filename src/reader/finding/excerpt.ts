import type { Stem } from '../../core/search/stemmers.ts'
import { tokensOf } from '../../core/search/terms.ts'
import { startOfCharacter } from '../../core/text.ts'

export interface ExcerptPart {
  text: string
  isMatch: boolean
}

/** Of a longer sentence, so much round its first match is shown, in characters. */
const longest = 260

/** The sentence that has the most of the words that were looked for, with these marked. */
export function excerptOf(
  html: string,
  stem: Stem,
  isMatch: (term: string) => boolean,
): ExcerptPart[] {
  const text = wordsOf(html)
  const matches = tokensOf(text, stem).filter(({ term }) => isMatch(term))
  let best = { start: 0, end: Math.min(text.length, longest), terms: -1 }
  for (const {
    0: { length },
    index: start,
  } of text.matchAll(/[^.!?。！？؟۔।]+[.!?。！？؟۔।]*["”’»」』)\]]*\s*/g)) {
    const end = start + length
    const inside = matches.filter((match) => match.start >= start && match.end <= end)
    const terms = new Set(inside.map(({ term }) => term)).size
    if (terms > best.terms) best = { start, end, terms }
  }
  const first = matches.find((match) => match.start >= best.start)
  const { start, end } = around(text, best, first?.start ?? best.start)
  const parts: ExcerptPart[] = []
  const add = (text: string, isMatch: boolean) => {
    const last = parts.at(-1)
    if (last?.isMatch === isMatch) last.text += text
    else if (text) parts.push({ text, isMatch })
  }
  add(start > best.start ? '… ' : '', false)
  let at = start
  for (const match of matches) {
    if (match.start < start || match.end > end) continue
    add(text.slice(at, match.start), false)
    // Where no spaces are, words overlap.
    add(text.slice(Math.max(at, match.start), match.end), true)
    at = match.end
  }
  add(text.slice(at, end).trimEnd(), false)
  add(end < best.end ? ' …' : '', false)
  return parts
}

/** At most so much of a sentence, cut at its words. */
function around(
  text: string,
  { start, end }: { start: number; end: number },
  match: number,
): { start: number; end: number } {
  if (end - start <= longest) return { start, end }
  const middle = match - longest / 2
  const space = text.indexOf(' ', middle)
  const isNear = space !== -1 && space < match
  const from = middle <= start ? start : isNear ? space + 1 : startOfCharacter(text, middle)
  const cut = text.lastIndexOf(' ', from + longest)
  const rest = from + longest
  return { start: from, end: cut > match ? cut : rest < end ? startOfCharacter(text, rest) : end }
}

/**
 * A block that ends without a full stop or the like, as a heading does, is set off from the next. The document is
 * inert: nothing in it is fetched or run.
 */
function wordsOf(html: string): string {
  const { body } = new DOMParser().parseFromString(
    html
      .replace(/<br\b/g, ' $&')
      .replace(/<\/(p|li|h\d|t[dh]|d[dt]|div|pre|blockquote|figcaption)\b/g, `${blockEnd}$&`),
    'text/html',
  )
  return body.textContent
    .split(blockEnd)
    .map((block) => block.replace(/\s+/g, ' ').trim())
    .filter((block) => block !== '')
    .join(blockEnd)
    .replace(endOfHeading, ' · ')
    .replaceAll(blockEnd, ' ')
}

/** In texts, nobody writes it. */
const blockEnd = '\u2029'
const endOfHeading = /(?<![.!?…:;,。！？：；，、؟؛،۔।]["'”’»」』)\]]*)\u2029/g
