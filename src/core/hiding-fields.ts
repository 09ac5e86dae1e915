import { plainName } from './plain-name.ts'

/** What a field of front matter is called, and what it holds; one that holds others is those: "build.render". */
export type Field = readonly [name: string, value: unknown]

/** Names are plain ones. */
type HidingFields = readonly [name: RegExp, value: RegExp][]

/** What says in so many words that a text is not to be seen. */
const openlyHiding: HidingFields = [
  [/^(publish(ed)?|public)$/, /^(false|no|off|0)$/i],
  [/^((is)?draft|private|hidden|unlisted|wip)$/, /^(true|yes|on|1)$/i],
  [
    /^((post)?status|state|visibility)$/,
    /^(draft|pending|private|hidden|unlisted|unpublished|members|paid)$/i,
  ],
]

/** What Jekyll and others have in texts that are not to be seen. */
const hiding: HidingFields = [
  ...openlyHiding,
  [/^password$/, /^(?!(false|no|null|undefined)?$)/i],
  // Eleventy writes no page of it, and Hugo none.
  [/^permalink$/, /^false$/i],
  [/^build\.render$/, /^(never|false|link)$/i],
]

const isAmong = (fields: HidingFields, [name, value]: Field): boolean =>
  fields.some(([field, holds]) => field.test(plainName(name)) && holds.test(String(value)))

/** Whether a field keeps its text from being seen in some program. */
export const isHiding = (field: Field): boolean => isAmong(hiding, field)

/** Whether nobody could take it for anything else. */
export const isOpenlyHiding = (field: Field): boolean => isAmong(openlyHiding, field)

/** Whether it holds the day from which on a text is not to be seen any more; the year 1 is Hugo's word for none. */
export const isLastDay = ([name, value]: Field): boolean =>
  (/^(expiry|unpublish)date$/.test(plainName(name)) && /^(?!0001-).*\d{4}/.test(dayOf(value))) ||
  // It may also be what browsers are told of a page: "7d".
  (plainName(name) === 'expires' && /^(?!0001-)\d{4}-/.test(dayOf(value)))

/** Whether it holds the day before which a text is not to be seen, which its date may not wait for. */
export const isFirstDay = ([name]: Field): boolean =>
  /^((publish|pub)date|scheduled)$/.test(plainName(name))

const dayOf = (value: unknown): string =>
  value instanceof Date ? value.toISOString() : String(value ?? '')

/** Fields, where one that holds others is those. */
export const withParts = (fields: readonly Field[]): Field[] =>
  fields.flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
      ? Object.entries(value).map(([part, held]): Field => [`${name}.${part}`, held])
      : [[name, value]],
  )
