import createMarkdown from 'markdown-it'
import footnote from 'markdown-it-footnote'
import { inlinesIn } from './inlines.ts'

/** A piece of a text: from one offset up to another. */
export interface Range {
  start: number
  end: number
}

export interface MarkdownPart extends Range {
  kind: 'code' | 'html' | 'inline' | 'definition'
}

/** Blocks alone, by the same rules as the site that the text will be part of. */
const blocks = createMarkdown({ html: true }).use(footnote)
blocks.core.ruler.enableOnly(['normalize', 'block'])

const kinds: Record<string, MarkdownPart['kind']> = {
  code_block: 'code',
  fence: 'code',
  html_block: 'html',
  inline: 'inline',
  // Cells don't say where they are.
  tr_open: 'inline',
  reference_definition: 'definition',
}

/** The parts of a Markdown text that hold more than the signs of blocks, each in whole lines; `env` learns the references that they define. */
export function markdownParts(markdown: string, env = {}): MarkdownPart[] {
  const lines = lineStarts(markdown)
  const offsetOf = (line: number): number => lines[line] ?? markdown.length
  return blocks
    .parse(markdown, env)
    .flatMap(({ type, map }) => {
      const kind = kinds[type]
      if (kind === undefined || map === null || map === undefined) return []
      return [{ kind, start: offsetOf(map[0]), end: offsetOf(map[1]) }]
    })
    .sort((a, b) => a.start - b.start)
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (const { index, 0: ending } of text.matchAll(/\r\n?|\n/g)) starts.push(index + ending.length)
  return starts
}

/** Where comments stand, and Markdown's code, in blocks and in lines: what is written there means itself. */
export function literalRanges(text: string, markup: 'html' | 'markdown' = 'markdown'): Range[] {
  if (markup === 'html') return commentsIn(text, { start: 0, end: text.length })
  return markdownParts(text).flatMap((part) => {
    if (part.kind === 'code') return [part]
    if (part.kind === 'html') return commentsIn(text, part)
    if (part.kind !== 'inline') return []
    return inlinesIn(text, part).filter(
      ({ kind, start }) => kind === 'backticks' || text.startsWith('<!--', start),
    )
  })
}

/** The comments of HTML, of which one that is never closed goes on to the end, and where tags may begin. */
export const commentOrTag = /<!--(?:[\s\S]*?-->|[\s\S]*)|<(?=[a-z])/gi

const commentsIn = (text: string, { start, end }: Range): Range[] =>
  rangesOf(text.slice(start, end), commentOrTag).flatMap((found) =>
    found.match[0] === '<' ? [] : [{ start: start + found.start, end: start + found.end }],
  )

/** Where a pattern is found. */
export const rangesOf = (text: string, pattern: RegExp): (Range & { match: RegExpExecArray })[] =>
  [...text.matchAll(pattern)].map((match) => ({
    match,
    start: match.index,
    end: match.index + match[0].length,
  }))

/** The one of the ranges, which are in order, that an offset lies in. */
export function rangeAt(ranges: readonly Range[], at: number): Range | undefined {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  const range = ranges[low]
  return range !== undefined && range.start <= at ? range : undefined
}

export const isInside = (ranges: readonly Range[], at: number): boolean =>
  rangeAt(ranges, at) !== undefined
