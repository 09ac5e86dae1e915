import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BaseIssue } from 'valibot'
import * as v from 'valibot'
import { messageOf } from '../../core/message-of.ts'
import { ContentError, describeIssue, isOfUnknownField, type Problem } from './problems.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * The text of a content file, without its byte order mark. Throws a ContentError when it can't be read,
 * or is none in UTF-8.
 */
export function readText(folder: string, file: string): string {
  const bytes = readBytes(folder, file)
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    if (/^(\xff\xfe|\xfe\xff)/.test(bytes.toString('latin1', 0, 2)))
      throw noText(file, '', 'UTF-16')
    const [before = ''] = bytes.toString().split('\ufffd')
    throw noText(file, before, 'bytes that are not UTF-8')
  }
  const zero = text.indexOf('\0')
  if (zero !== -1) throw noText(file, text.slice(0, zero), 'a zero byte, which no text has')
  // Old Macs end lines so, and what converts line ends twice.
  return /\r(?!\n)/.test(text) ? text.replace(/\r\r\n|\r\n?/g, '\n') : text
}

function readBytes(folder: string, file: string): Buffer {
  try {
    return readFileSync(join(folder, file))
  } catch (error) {
    throw new ContentError({ file, message: unreadable(error) })
  }
}

/** What the system says of a file, without our words for it. */
const unreadable = (error: unknown): string =>
  `found a file that can't be read (${messageOf(error).replace(/, \w+( '.*)?$/s, '')})`

const noText = (file: string, before: string, found: string): ContentError =>
  new ContentError({
    file,
    line: before.split('\n').length,
    message: `found ${found}, expected text in UTF-8`,
  })

/** The text of a JSON file as `schema` describes it. Throws a ContentError with every fault in it. */
export function parseJson<S extends v.GenericSchema>(
  file: string,
  text: string,
  schema: S,
): v.InferOutput<S> {
  let json: unknown
  try {
    // Its escapes can tell halves of characters.
    json = JSON.parse(text, (_, value) =>
      typeof value === 'string' ? value.toWellFormed() : value,
    )
  } catch (error) {
    throw new ContentError({
      file,
      line: lineOfSyntaxError(text, messageOf(error)),
      // Node quotes the text around the fault as it is, over several lines.
      message: `found no valid JSON (${messageOf(error).replace(/\s+/g, ' ')}), expected JSON`,
    })
  }
  const result = v.safeParse(schema, json)
  if (result.success) return result.output
  const known = 'entries' in schema ? Object.keys(schema.entries ?? {}) : []
  throw new ContentError(
    issuesOf(schema, json).map((issue): Problem => ({ file, ...describeIssue(issue, known) })),
  )
}

/** A schema names but the first field of an object that it doesn't know: without that, it names the next. */
function issuesOf(schema: v.GenericSchema, json: unknown): BaseIssue<unknown>[] {
  const unknown: BaseIssue<unknown>[] = []
  for (;;) {
    const { issues = [] } = v.safeParse(schema, json)
    const found = issues.filter(isOfUnknownField)
    if (found.length === 0) return [...issues, ...unknown]
    unknown.push(...found)
    for (const { path } of found) {
      const field = path?.at(-1)
      if (field?.type === 'object') Reflect.deleteProperty(field.input, field.key)
    }
  }
}

function lineOfSyntaxError(text: string, message: string): number {
  const [, position = lengthBeforeFault(text)] = /position (\d+)/.exec(message) ?? []
  return text.slice(0, Number(position)).split('\n').length
}

/** Where Node gives no position: the fault is where a longer beginning of the text stops being a beginning. */
function lengthBeforeFault(text: string): number {
  let sound = 0
  let faulty = text.length + 1
  while (faulty - sound > 1) {
    const length = Math.floor((sound + faulty) / 2)
    if (hasUnexpectedToken(text.slice(0, length))) faulty = length
    else sound = length
  }
  return sound
}

function hasUnexpectedToken(json: string): boolean {
  try {
    JSON.parse(json)
    return false
  } catch (error) {
    return messageOf(error).startsWith('Unexpected token')
  }
}
