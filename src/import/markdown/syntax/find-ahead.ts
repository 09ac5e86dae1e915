import type { Range } from './markdown-parts.ts'

/**
 * Finds the next match from an offset on. Ask from left to right: what was found, or found missing,
 * is remembered, so that a text full of openings without an end is not read to its end for each.
 */
export function finder(text: string, pattern: RegExp): (from: number) => Range | undefined {
  let found: Range | undefined = { start: -1, end: -1 }
  return (from) => {
    if (found !== undefined && found.start < from) {
      pattern.lastIndex = from
      const match = pattern.exec(text)
      found =
        match === null ? undefined : { start: match.index, end: match.index + match[0].length }
    }
    return found
  }
}

/** What is longer was never meant as a tag. */
const longestTag = 5000

/** Reads what stands in a tag from an offset on, up to where `closing` is found; ask from left to right. */
export function tagReader(
  text: string,
  closing: RegExp,
): (start: number) => { inside: string; end: number } | undefined {
  const closings = finder(text, closing)
  return (start) => {
    const found = closings(start)
    if (found === undefined || found.start - start > longestTag) return undefined
    return { inside: text.slice(start, found.start), end: found.end }
  }
}
