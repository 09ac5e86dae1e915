/** A file's front matter as it is written, and what comes after it. */
export interface SplitText {
  language: 'yaml' | 'toml' | 'json' | 'none'
  written: string
  /** The line of the file that it begins in. */
  firstLine: number
  body: string
  /** Whether nothing marks its end. */
  isUnclosed?: boolean
}

const fences: [opening: RegExp, language: SplitText['language'], closing: RegExp][] = [
  [/^-{3,}(?:ya?ml)?[ \t]*\r?\n/, 'yaml', /^(?:-{3,}|\.\.\.)[ \t]*(?:\r?\n|$)/m],
  [/^---toml[ \t]*\r?\n/, 'toml', /^---[ \t]*(?:\r?\n|$)/m],
  [/^---json[ \t]*\r?\n/, 'json', /^---[ \t]*(?:\r?\n|$)/m],
  [/^\+{3}[ \t]*\r?\n/, 'toml', /^\+{3}[ \t]*(?:\r?\n|$)/m],
  [/^;{3}[ \t]*\r?\n/, 'json', /^;{3}[ \t]*(?:\r?\n|$)/m],
]

/** Lines of fields, of lists below them and of texts that go on. */
const fieldLines =
  /^[A-Za-z][\w -]*:(?:[ \t].*)?(?:\r?\n(?:[A-Za-z][\w-]*:(?:[ \t].*)?|[ \t]+\S.*|-[ \t].*)(?=\r?\n|$))*/

export function splitFrontMatter(text: string): SplitText {
  const blank = /^\ufeff?(?:[ \t]*\r?\n)*/.exec(text)?.[0] ?? ''
  const start = text.slice(blank.length)
  const skipped = countLines(blank)
  for (const [opening, language, closing] of fences) {
    const opened = opening.exec(start)?.[0]
    if (opened === undefined) continue
    const rest = start.slice(opened.length)
    const end = closing.exec(rest)
    const split = { language, firstLine: skipped + 2 }
    if (end !== null)
      return {
        ...split,
        written: rest.slice(0, end.index),
        body: rest.slice(end.index + end[0].length),
      }
    const lines = fieldLines.exec(rest)?.[0] ?? ''
    if (lines !== '' && language === 'yaml')
      return {
        ...split,
        written: lines,
        body: rest.slice(lines.length).replace(/^\r?\n(?:[ \t]*\r?\n)?/, ''),
        isUnclosed: true,
      }
  }
  return splitJson(start, skipped) ?? splitUnopened(start, skipped) ?? withoutFrontMatter(text)
}

export const withoutFrontMatter = (text: string): SplitText => ({
  language: 'none',
  written: '',
  firstLine: 1,
  body: text.replace(/^\ufeff/, ''),
})

/** Hugo has a JSON object as front matter, with no other marks. */
function splitJson(start: string, skipped: number): SplitText | undefined {
  if (!/^\{\s*"/.test(start)) return undefined
  const end = endOfObject(start)
  if (end === undefined) return undefined
  return {
    language: 'json',
    written: start.slice(0, end),
    firstLine: skipped + 1,
    body: start.slice(end).replace(/^[ \t]*\r?\n/, ''),
  }
}

function endOfObject(json: string): number | undefined {
  let depth = 0
  for (const { index, 0: sign } of json.matchAll(/"(?:[^"\\]|\\[\s\S])*"|[{}]/g)) {
    if (sign === '{') depth++
    if (sign === '}' && --depth === 0) return index + 1
  }
  return undefined
}

/** Hexo takes the lines before "---" or ";;;" without an opening line; Pelican those before an empty one. */
function splitUnopened(start: string, skipped: number): SplitText | undefined {
  const split = { firstLine: skipped + 1 }
  const json = /^("[\w-]+"\s*:[\s\S]*?)^;{3}[ \t]*(?:\r?\n|$)/m.exec(start)
  if (json !== null)
    return { ...split, language: 'json', written: json[1] ?? '', body: start.slice(json[0].length) }
  const lines = fieldLines.exec(start)?.[0] ?? ''
  const ending = /^\r?\n(?:-{3,}[ \t]*)?(?:\r?\n|$)/.exec(start.slice(lines.length))?.[0]
  // Other lines with a colon are mere text.
  if (ending === undefined || !/^(title|date)[ \t]*:/im.test(lines)) return undefined
  return {
    ...split,
    language: 'yaml',
    written: lines,
    body: start.slice(lines.length + ending.length),
  }
}

const countLines = (text: string): number => text.split('\n').length - 1
