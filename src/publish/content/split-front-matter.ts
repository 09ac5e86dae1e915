import { ContentError } from './problems.ts'

export interface SplitText {
  yaml: string
  body: string
  /** The line of the file that the YAML begins in. */
  firstLine: number
}

/** Throws a ContentError where there is front matter that is not YAML, or never ends. */
export function splitFrontMatter(file: string, text: string): SplitText {
  if (/^\+\+\+\r?\n/.test(text))
    throw new ContentError([
      { file, line: 1, message: 'found TOML front matter (+++), expected YAML (---)' },
    ])
  if (isJsonFirst(text))
    throw new ContentError([
      { file, line: 1, message: 'found JSON front matter ({…}), expected YAML (---)' },
    ])
  const opening = /^(?:[ \t]*\r?\n)*---[ \t]*\r?\n/.exec(text)
  if (opening === null) return { yaml: '', body: text, firstLine: 1 }
  const rest = text.slice(opening[0].length)
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(rest)
  if (closing === null)
    throw new ContentError([
      {
        file,
        line: 1,
        message: 'found front matter that never ends, expected a closing line of "---"',
      },
    ])
  return {
    yaml: rest.slice(0, closing.index),
    body: rest.slice(closing.index + closing[0].length),
    firstLine: opening[0].split('\n').length,
  }
}

function isJsonFirst(text: string): boolean {
  const [json] = /^\s*\{[\s\S]*?\n\}(?=\s*?(?:\n|$))/.exec(text) ?? []
  try {
    return json !== undefined && Object.keys(JSON.parse(json)).length > 0
  } catch {
    return false
  }
}
