import { type Range, rangeAt, rangesOf } from '../syntax/markdown-parts.ts'
import { startOfBlank } from '../syntax/rewrite.ts'

/** The marks of generators where what lists show of a text ends. */
const marks =
  /<!--\s*(?:more|truncate|excerpt|end[-_ ]?excerpt|read[-_ ]?more)\s*-->|\{\/\*\s*(?:truncate|more)\s*\*\/\}/gi

/** The first such mark as `<!--more-->` on a line of its own; `own` is what the site sets instead. */
export function unifyExcerptMark(
  body: string,
  own: string | undefined,
  literal: readonly Range[],
): string {
  const mark = findAll(body, own).find(({ start }) => {
    const around = rangeAt(literal, start)
    // The mark itself may be a comment.
    return around === undefined || around.start === start
  })
  if (mark === undefined) return body
  const before = body.slice(0, startOfBlank(body, mark.start))
  const after = body.slice(mark.end).replace(/^[ \t]+/, '')
  const opening = before === '' || before.endsWith('\n') ? '' : '\n\n'
  const closing = after === '' || /^\r?\n/.test(after) ? '' : '\n\n'
  return `${before}${opening}<!--more-->${closing}${after}`
}

function findAll(body: string, own: string | undefined): Range[] {
  const found: Range[] = rangesOf(body, marks)
  const at = own === undefined || own.trim() === '' ? -1 : body.indexOf(own.trim())
  if (own !== undefined && at !== -1) found.push({ start: at, end: at + own.trim().length })
  return found.sort((a, b) => a.start - b.start)
}
