import type { BaseIssue } from 'valibot'
import { groupedBy } from '../../core/grouped-by.ts'
import { withoutControls } from '../../core/without-controls.ts'
import { meantBy } from './misspelt.ts'

/** Something in the content folder that its owner has to know of. */
export interface Problem {
  /** Below the content folder. */
  file: string
  line?: number | undefined
  field?: string | undefined
  /** A sentence: what was found and what was expected. */
  message: string
}

export const describeProblem = ({ file, line, field, message }: Problem): string =>
  withoutControls(
    [line === undefined ? file : `${file}:${line}`, field, message].filter(Boolean).join(': '),
  )

/** How many of the files that give the same warning are named: who mends some sees others the next time. */
const named = 20

/** As `describeProblem`, of each; where many say the same, how many more there are. */
export function describeWarnings(warnings: readonly Problem[]): string[] {
  const alike = groupedBy(warnings, (warning) =>
    describeProblem({ ...warning, file: '', line: undefined }),
  )
  return [...alike].flatMap(([said, same]) => [
    ...same.slice(0, named).map(describeProblem),
    ...(same.length > named ? [`… and ${same.length - named} more: ${said}`] : []),
  ])
}

/** Everything that keeps a content folder from being published, not only the first fault. */
export class ContentError extends Error {
  /** Private, or Vite would show it below the message. */
  readonly #problems: readonly Problem[]

  constructor(found: Problem | readonly Problem[]) {
    const problems = [found].flat()
    // One fault may break two rules for one field.
    const lines = [...new Set(problems.map(describeProblem))]
    const count = lines.length === 1 ? 'a problem' : `${lines.length} problems`
    super(`The content has ${count}:\n${lines.map((line) => `  ${line}`).join('\n')}`)
    this.name = 'ContentError'
    this.#problems = problems
    // Where in our code it was noticed is of no help to whoever mends the content.
    this.stack = this.message
  }

  get problems(): readonly Problem[] {
    return this.#problems
  }
}

/**
 * A schema's complaint, whose messages complete "expected …", as the field and the sentence. `known`
 * are the fields that the schema has.
 */
export function describeIssue(
  issue: BaseIssue<unknown>,
  known: readonly string[] = [],
): { field: string; message: string } {
  const field = issue.path?.map(({ key }) => String(key)).join('.') ?? ''
  const isOfPart = issue.path !== undefined && issue.path.length > 1
  if (isOfUnknownField(issue))
    return {
      field,
      message: isOfPart
        ? `this field is not known; expected ${issue.message}`
        : unknownField(field, known),
    }
  if (isOfField(issue)) return { field, message: 'found nothing, expected this field' }
  return { field, message: `found ${inShort(issue.input)}, expected ${issue.message}` }
}

/** Whether an object has a field too many. */
export const isOfUnknownField = (issue: BaseIssue<unknown>): boolean =>
  isOfField(issue) && issue.expected === 'never'

const isOfField = ({ path, type }: BaseIssue<unknown>): boolean =>
  path?.at(-1)?.origin === 'key' && type.endsWith('object')

function unknownField(field: string, known: readonly string[]): string {
  const meant = meantBy(field, known)
  return `this field is not known; ${meant === undefined ? `expected one of ${known.join(', ')}` : `did you mean "${meant}"?`}`
}

/** Says of each field that looks like a slip of the pen what is meant; others may be another program's. */
export const slipsAmong = (fields: readonly string[], known: readonly string[]) =>
  fields
    .filter((field) => meantBy(field, known) !== undefined)
    .map((field) => ({ field, message: unknownField(field, known) }))

function inShort(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = jsonOf(value) ?? String(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

/** A value that YAML names can be within itself. */
function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    return 'a value within itself'
  }
}

/** Goes on after a fault, so that one run finds them all. */
export class Faults {
  readonly problems: Problem[] = []

  /** What `read` gives, or undefined when it throws a ContentError, which is then remembered. */
  collect<T>(read: () => T): T | undefined {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof ContentError)) throw error
      this.problems.push(...error.problems)
      return undefined
    }
  }
}
