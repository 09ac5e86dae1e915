import { isInside, literalRanges, type Range } from './markdown-parts.ts'

/** What stands instead of a text from where a match begins up to `end`. */
export interface Replacement {
  end: number
  text: string
}

/** A text with what `replace` gives for each place that the pattern is found at; undefined leaves it. */
export function rewrite(
  text: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => Replacement | undefined,
): string {
  const search = new RegExp(pattern, `${pattern.flags}g`)
  let result = ''
  let done = 0
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    const replacement = replace(match)
    if (replacement === undefined) continue
    result += text.slice(done, match.index) + replacement.text
    done = replacement.end
    search.lastIndex = done
  }
  return result + text.slice(done)
}

/** The same for Markdown, whose code and comments stay as they are. */
export function rewriteMarkdown(
  markdown: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => Replacement | undefined,
): string {
  if (!pattern.test(markdown)) return markdown
  const literal = literalRanges(markdown)
  return rewrite(markdown, pattern, (match) =>
    isInside(literal, match.index) ? undefined : replace(match),
  )
}

/** What is written instead of a range of the text. */
export interface Edit extends Range {
  text: string
}

/** Where two overlap, as a table's row and its cells do, the first counts. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = ''
  let done = 0
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    if (edit.start < done) continue
    result += text.slice(done, edit.start) + edit.text
    done = edit.end
  }
  return result + text.slice(done)
}

/** The blank before a place in its line, where nothing else is; undefined in the middle of one. */
export function indentAt(text: string, at: number): string | undefined {
  const start = startOfBlank(text, at)
  return start === 0 || text[start - 1] === '\n' ? text.slice(start, at) : undefined
}

/** Where the spaces and tabs before a place begin. */
export function startOfBlank(text: string, at: number): number {
  let start = at
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--
  return start
}

/** Whether nothing but blanks follows in the line. */
export function endsLine(text: string, at: number): boolean {
  const rest = /[ \t]*(?:\r?\n|$)/y
  rest.lastIndex = at
  return rest.test(text)
}

/** The end of the line break that comes next, where only blanks are before it. */
export function afterLine(text: string, { end }: Range): number {
  const rest = /[ \t]*(?:\r?\n|$)/y
  rest.lastIndex = end
  return rest.test(text) ? rest.lastIndex : end
}
