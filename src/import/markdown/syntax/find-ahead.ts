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
