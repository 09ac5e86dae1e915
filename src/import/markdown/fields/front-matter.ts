import { TomlError } from 'smol-toml'
import { readByPieces } from './field-pieces.ts'
import { type Fields, isFields, noFields, toFields } from './fields.ts'
import { parseFields, YamlError } from './parse-fields.ts'
import { type SplitText, splitFrontMatter, withoutFrontMatter } from './split-front-matter.ts'

export interface FrontMatter {
  /** Undefined where the file has no front matter; it may also have one that says nothing. */
  fields: Fields | undefined
  body: string
  notes: string[]
}

/** Front matter of which nothing could be read. */
export class FrontMatterError extends Error {
  override readonly name = 'FrontMatterError'
}

/**
 * A file's fields and its body. What is wrong in one field does not lose the others; throws a
 * FrontMatterError that names the line, where there is none to be read.
 */
export function readFrontMatter(text: string): FrontMatter {
  const split = splitFrontMatter(text)
  const [mark] = /^\s*---(js|javascript|coffee)\b/.exec(text) ?? []
  if (mark !== undefined)
    throw new FrontMatterError(
      `line 1: found front matter that is a program (${mark.trim()}), expected YAML, TOML or JSON`,
    )
  if (split.language === 'none') return { fields: undefined, body: split.body, notes: [] }
  const notes: string[] = []
  if (split.isUnclosed)
    notes.push('its front matter has no closing line; it was taken to end where its fields do')
  try {
    const value = parseFields(split.language, split.written, notes)
    if (isFields(value)) return { fields: toFields(value), body: split.body, notes }
    if (value === null || value === undefined) return { fields: noFields, body: split.body, notes }
    // A text may begin with a line, and have another one later.
    if (typeof value === 'string')
      return { fields: undefined, body: withoutFrontMatter(text).body, notes: [] }
    throw new FrontMatterError(
      `line ${split.firstLine}: found a list, expected fields and their values ("title: …")`,
    )
  } catch (error) {
    if (error instanceof FrontMatterError) throw error
    const { fields, lost } = readByPieces(split)
    const reason = reasonOf(error, split)
    if (fields.length === 0)
      throw new FrontMatterError(`${reason}, expected fields and their values ("title: …")`)
    notes.push(`its front matter was read field by field: ${reason}`, ...lost)
    return { fields: toFields(Object.fromEntries(fields)), body: split.body, notes }
  }
}

/** The fields that can be read: what is wrong with a text is told where it is the text that matters. */
export function fieldsOf(text: string): Fields {
  try {
    return readFrontMatter(text).fields ?? noFields
  } catch {
    return noFields
  }
}

function reasonOf(error: unknown, { language, firstLine }: SplitText): string {
  const name = language.toUpperCase()
  if (!(error instanceof Error)) return `found front matter that is no valid ${name}`
  const line = error instanceof YamlError || error instanceof TomlError ? error.line : 1
  const [message = ''] = error.message.split('\n')
  return `line ${firstLine + line - 1}: found front matter that is no valid ${name} (${message})`
}
