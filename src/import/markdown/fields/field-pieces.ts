import { isFields } from './fields.ts'
import { type Language, parseFields } from './parse-fields.ts'
import type { SplitText } from './split-front-matter.ts'

const fieldStarts = {
  yaml: /^(?:"([^"\r\n]+)"|'([^'\r\n]+)'|([A-Za-z_][\w .-]*?))[ \t]*:(?=[ \t]|\r?$)/gm,
  toml: /^[ \t]*(?:"([^"\r\n]+)"|'([^'\r\n]+)'|([A-Za-z_][\w.-]*))[ \t]*=/gm,
  json: /^[ \t]*"([^"\r\n]+)"()()[ \t]*:/gm,
}

/** Each field by itself, and as mere text where even that can't be read. */
export function readByPieces({ language, written, firstLine }: SplitText): {
  fields: [name: string, value: unknown][]
  lost: string[]
} {
  if (language === 'none') return { fields: [], lost: [] }
  const lost: string[] = []
  const starts = [...written.matchAll(fieldStarts[language])]
  let line = firstLine + countLines(written.slice(0, starts[0]?.index))
  const fields = starts.map((start, index): [string, unknown] => {
    const [opening, doubleQuoted, singleQuoted, bare] = start
    const name = (doubleQuoted ?? singleQuoted ?? bare ?? '').trim()
    const piece = written.slice(start.index, starts[index + 1]?.index)
    const whole = readPiece(language, piece)
    const [first = '', ...rest] = piece.slice(opening.length).split('\n')
    if (whole === undefined)
      rest.forEach((text, offset) => {
        if (text.trim() === '') return
        const number = line + offset + 1
        lost.push(`line ${number} of its front matter could not be read: ${text.trim()}`)
      })
    line += countLines(piece)
    return [name, whole ?? unquoted(first)]
  })
  return { fields, lost }
}

const countLines = (text: string): number => text.split('\n').length - 1

/** The last piece of an object has its closing brace. */
const unbraced = (piece: string): string => piece.replace(/\}\s*$/, '')

function readPiece(language: Language, piece: string): unknown {
  try {
    const value = parseFields(language, language === 'json' ? unbraced(piece) : piece, [])
    return isFields(value) ? Object.values(value)[0] : undefined
  } catch {
    return undefined
  }
}

/** The text of a value with a quote too many or too few. */
const unquoted = (written: string): string =>
  written
    .trim()
    .replace(/,$/, '')
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/^["'](?=[^"']*$)/, '')
