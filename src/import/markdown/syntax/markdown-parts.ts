import createMarkdown from 'markdown-it'
import footnote from 'markdown-it-footnote'
import { finder } from './find-ahead.ts'

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

/** The parts of a Markdown text that hold more than the signs of blocks, each in whole lines. */
export function markdownParts(markdown: string): MarkdownPart[] {
  const lines = lineStarts(markdown)
  const offsetOf = (line: number): number => lines[line] ?? markdown.length
  return blocks
    .parse(markdown, {})
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
  const commentAt = commentFinder(text)
  if (markup === 'html') return commentsIn({ start: 0, end: text.length }, commentAt)
  return markdownParts(text).flatMap((part) => {
    if (part.kind === 'code') return [part]
    if (part.kind === 'html') return commentsIn(part, commentAt)
    return part.kind === 'inline' ? spansIn(text, part, commentAt) : []
  })
}

/** Finds the next whole comment from an offset on. */
export function commentFinder(text: string): (from: number) => Range | undefined {
  const openings = finder(text, /<!--/g)
  const closings = finder(text, /-->/g)
  return (from) => {
    const opening = openings(from)
    const closing = opening && closings(opening.end)
    return opening && closing && { start: opening.start, end: closing.end }
  }
}

function commentsIn(
  { start, end }: Range,
  commentAt: (from: number) => Range | undefined,
): Range[] {
  const comments: Range[] = []
  for (let comment = commentAt(start); comment !== undefined; comment = commentAt(comment.end)) {
    if (comment.end > end) break
    comments.push(comment)
  }
  return comments
}

function spansIn(
  text: string,
  { start, end }: Range,
  commentAt: (from: number) => Range | undefined,
): Range[] {
  const spans: Range[] = []
  const codeEnd = codeSpanEnds(text, { start, end })
  const events = /\\[\s\S]|`+|<!--/g
  events.lastIndex = start
  // What is looked for and is not there would else be looked for in all that follows.
  const whole = text.slice(0, end)
  for (let event = events.exec(whole); event !== null; event = events.exec(whole)) {
    const at = event.index
    if (event[0].startsWith('\\')) continue
    const spanEnd = event[0].startsWith('`') ? codeEnd(at) : commentAt(at)?.end
    if (spanEnd === undefined || spanEnd > end) continue
    spans.push({ start: at, end: spanEnd })
    events.lastIndex = spanEnd
  }
  return spans
}

/** Tells where the code span ends whose backticks begin at an offset; ask from left to right. */
export function codeSpanEnds(
  text: string,
  { start, end }: Range,
): (at: number) => number | undefined {
  const runs = new Map<number, number[]>()
  for (const { index, 0: run } of text.slice(start, end).matchAll(/`+/g)) {
    const places = runs.get(run.length) ?? []
    runs.set(run.length, places)
    places.push(start + index)
  }
  for (const places of runs.values()) places.reverse()
  return (at) => {
    let length = 0
    while (text[at + length] === '`') length++
    const places = runs.get(length)
    while (places !== undefined && places.length > 0 && (places.at(-1) ?? 0) <= at) places.pop()
    const closing = places?.at(-1)
    return closing === undefined ? undefined : closing + length
  }
}

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
