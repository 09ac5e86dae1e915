import * as v from 'valibot'
import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import { FrontMatter, frontMatterFields } from '../../core/front-matter.ts'
import { ContentError, describeIssue, type Problem } from './problems.ts'

export interface WithFrontMatter {
  fields: FrontMatter
  body: string
  /** Fields that mean nothing here but look like a slip of the pen for one that does. */
  warnings: Problem[]
}

/** A post's text as its front matter and its body. Throws a ContentError that names the lines at fault. */
export function parseFrontMatter(file: string, text: string): WithFrontMatter {
  const { yaml, body, firstLine } = split(file, text)
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number): number => lines.linePos(offset).line + firstLine - 1

  const [syntaxError] = document.errors
  if (syntaxError !== undefined)
    throw new ContentError([
      {
        file,
        line: lineAt(syntaxError.pos[0]),
        message: `found front matter that is no valid YAML (${syntaxError.message}), expected "field: value" lines${hintFor(syntaxError.message)}`,
      },
    ])

  if (isSeq(document.contents))
    throw new ContentError([
      { file, line: 2, message: 'found a list, expected fields and their values ("title: …")' },
    ])

  const lineOf = (field: string): number | undefined => {
    const offset = offsetOfField(document, field)
    return offset === undefined ? undefined : lineAt(offset)
  }
  const result = v.safeParse(FrontMatter, withoutEmptyFields(toJs(file, document)))
  if (!result.success)
    throw new ContentError(
      result.issues.map((issue) => {
        const { field, message } = describeIssue(issue)
        return { file, line: lineOf(field.split('.')[0] ?? ''), field, message }
      }),
    )
  const warnings = misspelt(document, file, lineOf)
  // A draft that a slip of the pen made public could not be taken back.
  const slips = warnings.filter(({ message }) => message.includes('"draft"'))
  if (slips.length > 0) throw new ContentError(slips)
  return { fields: result.output, body, warnings }
}

/** The likeliest slip by far: a title with a colon in it. */
const hintFor = (message: string): string =>
  message.startsWith('Nested mappings') ? '; a value that holds ": " needs quotes round it' : ''

/** `firstLine` is the line of the file that the YAML begins in. */
function split(file: string, text: string): { yaml: string; body: string; firstLine: number } {
  if (/^\+\+\+\r?\n/.test(text))
    throw new ContentError([
      { file, line: 1, message: 'found TOML front matter (+++), expected YAML (---)' },
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

/** `toJS` refuses aliases that would grow without bound, by throwing. */
function toJs(file: string, document: Document): unknown {
  try {
    // A number stands as it is written: 1.10 is a title, and an id may have more digits than fit.
    visit(document, {
      Scalar: (_, node) => {
        if (typeof node.value === 'number') node.value = node.source ?? node.value
      },
    })
    return document.toJS() ?? {}
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ContentError([
      { file, line: 1, message: `found front matter that can't be read: ${reason}` },
    ])
  }
}

const withoutEmptyFields = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).filter(([, field]) => field !== null && !isBlank(field)),
      )
    : value

const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === ''

function offsetOfField(document: Document, field: string): number | undefined {
  if (!isMap(document.contents)) return undefined
  for (const { key } of document.contents.items)
    if (isScalar(key) && key.value === field) return key.range?.[0]
  return undefined
}

function misspelt(
  document: Document,
  file: string,
  lineOf: (field: string) => number | undefined,
): Problem[] {
  if (!isMap(document.contents)) return []
  return document.contents.items.flatMap(({ key }) => {
    const field = isScalar(key) ? String(key.value) : ''
    const meant = frontMatterFields.find((known) => known !== field && isOneSlipFrom(known, field))
    if (frontMatterFields.includes(field) || meant === undefined) return []
    return [
      {
        file,
        line: lineOf(field),
        field,
        message: `this field is not known; did you mean "${meant}"?`,
      },
    ]
  })
}

/** One letter more, less or changed, two swapped, or another case. */
function isOneSlipFrom(known: string, field: string): boolean {
  const a = known.toLowerCase()
  const b = field.toLowerCase()
  if (a === b) return true
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const restOfA = a.slice(start, a.length - end)
  const restOfB = b.slice(start, b.length - end)
  if (restOfA.length <= 1 && restOfB.length <= 1) return true
  return restOfA.length === 2 && restOfA === [...restOfB].reverse().join('')
}
