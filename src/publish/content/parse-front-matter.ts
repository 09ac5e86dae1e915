import * as v from 'valibot'
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLParseError,
} from 'yaml'
import { placeKey } from '../../core/addresses.ts'
import { dayOf } from '../../core/dates.ts'
import { FrontMatter, frontMatterFields, frontMatterYaml } from '../../core/front-matter.ts'
import { messageOf } from '../../core/message-of.ts'
import { placeOf } from '../../core/text-place.ts'
import {
  addressedElsewhere,
  datedElsewhere,
  type Found,
  hiddenElsewhere,
  sortedElsewhere,
} from './other-programs.ts'
import { ContentError, describeIssue, type Problem, slipsAmong } from './problems.ts'
import { splitFrontMatter } from './split-front-matter.ts'

export interface WithFrontMatter {
  fields: FrontMatter
  body: string
  /** What means nothing here, but may be a slip of the pen or another program's. */
  warnings: Problem[]
}

/** A post's text as its front matter and its body. Throws a ContentError that names the lines at fault. */
export function parseFrontMatter(file: string, text: string): WithFrontMatter {
  const { yaml, body, firstLine } = splitFrontMatter(file, text)
  const lines = new LineCounter()
  const document = parseDocument(yaml, { ...frontMatterYaml, lineCounter: lines })
  const lineAt = (offset: number): number => lines.linePos(offset).line + firstLine - 1

  const [syntaxError] = document.errors
  if (syntaxError !== undefined) {
    const start = startOf(syntaxError, document)
    throw new ContentError({
      file,
      line: lineAt(start),
      message: `found front matter that is no valid YAML (${syntaxError.message}), expected "field: value" lines${hintFor(yaml, lines.linePos(start).line)}`,
    })
  }

  if (isSeq(document.contents))
    throw new ContentError({
      file,
      line: 2,
      message: 'found a list, expected fields and their values ("title: …")',
    })

  const located = (found: readonly Found[]): Problem[] =>
    found.map((problem) => {
      const pair = pairsIn(document).find(({ key }) => nameOf(key) === problem.field)
      const offset = pair?.key.range?.[0]
      return { file, line: offset === undefined ? undefined : lineAt(offset), ...problem }
    })
  const fields = withoutEmptyFields(toJs(file, document))
  const result = v.safeParse(FrontMatter, fields)
  if (!result.success)
    throw new ContentError(
      located(
        result.issues
          .map((issue) => describeIssue(issue))
          // Of a list, the message has the item.
          .map(({ field, message }) => ({ field: field.split('.')[0], message })),
      ),
    )
  const names = pairsIn(document).map(({ key }) => nameOf(key))
  const warnings = located(slipsAmong(names, frontMatterFields))
  // A draft that is public by mistake can't be taken back.
  const slips = warnings.filter(({ message }) => message.includes('"draft"'))
  const written = Object.entries(fields ?? {})
  const hidden = result.output.draft ? [] : located(hiddenElsewhere(written, file))
  if (slips.length + hidden.length > 0) throw new ContentError([...slips, ...hidden])
  const own = [placeOf(file, result.output.slug).path, ...result.output.aliases]
  const lost = located([
    ...addressedElsewhere(written, (address) => isAmong(own, address)),
    ...sortedElsewhere(written, result.output.tags),
    ...datedElsewhere(written, file),
    ...datesInDisorder(result.output),
    ...cutShort(document, yaml),
  ])
  return { fields: withLaterChange(result.output), body, warnings: [...warnings, ...lost] }
}

/** The fields as they are written. */
const pairsIn = ({ contents }: Document.Parsed) => (isMap(contents) ? contents.items : [])

const nameOf = (key: unknown): string => (isScalar(key) ? String(key.value) : '')

/** Most likely a slip in the year. */
const datesInDisorder = ({ date = '', updated = '' }: FrontMatter): Found[] =>
  isBefore(updated, date) && dayOf(updated) < dayOf(date)
    ? [{ field: 'updated', message: `found ${updated}, expected no earlier day than its date` }]
    : []

/** No text is changed before it is published: a day alone begins before the time of a date that is on it. */
const withLaterChange = (fields: FrontMatter): FrontMatter => {
  const { date = '', updated = '' } = fields
  const isEarlier = isBefore(updated, date) && dayOf(updated) <= dayOf(date)
  return isEarlier ? { ...fields, updated: undefined } : fields
}

/** Never, where one of them is missing. */
const isBefore = (date: string, other: string): boolean => Date.parse(date) < Date.parse(other)

/** Texts of which YAML takes the end for a comment, or the beginning for a type. */
function cutShort(document: Document.Parsed, yaml: string): Found[] {
  return pairsIn(document).flatMap(({ key, value }) => {
    const field = nameOf(key)
    if (!['title', 'description', 'image_alt'].includes(field) || !isScalar(value)) return []
    const { tag, type } = value
    const [, end] = (value.value === null && isScalar(key) ? key : value).range ?? []
    // Behind quotes, or below the value, a comment is meant to be one.
    const [, comment] = /^(?:\s*:)?[ \t]+(#.*)/.exec(yaml.slice(end)) ?? []
    const lost = tag?.startsWith('!') ? tag : type === 'PLAIN' ? comment : undefined
    if (lost === undefined) return []
    return {
      field,
      message: `found "${lost}", which YAML doesn't take for text; expected quotes round it all`,
    }
  })
}

/** Under a sub-path, addresses may be written with it or without. */
const isAmong = (own: readonly string[], address: string): boolean =>
  own.some((path) => placeKey(address).endsWith(placeKey(path)))

/** Where a fault begins: a quote that is never closed is only noticed at the end, and is the last one. */
function startOf({ message, pos: [noticed] }: YAMLParseError, document: Document): number {
  let start = noticed
  if (message.startsWith('Missing closing'))
    visit(document, {
      Scalar: (_, { type, range }) => {
        if (type?.startsWith('QUOTE') && range) start = range[0]
      },
    })
  return start
}

/** The likeliest slips by far: a title with a colon in it, or one that begins with a sign of YAML's. */
function hintFor(yaml: string, line: number): string {
  const [, value = ''] = /^\s*[\w-]+:\s+(.*)$/.exec(yaml.split('\n')[line - 1] ?? '') ?? []
  const [sign] = /^[[\]{}@`%&*!|>]/.exec(value) ?? []
  if (sign !== undefined) return `; a value that begins with "${sign}" needs quotes round it`
  return /: /.test(value) ? '; a value that holds ": " needs quotes round it' : ''
}

/** `toJS` refuses aliases that would grow without bound, by throwing. */
function toJs(file: string, document: Document): unknown {
  try {
    return document.toJS() ?? {}
  } catch (error) {
    throw new ContentError({
      file,
      line: 1,
      message: `found front matter that can't be read: ${messageOf(error)}`,
    })
  }
}

const withoutEmptyFields = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).filter(([, field]) => field !== null && !isBlank(field)),
      )
    : value

const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === ''
