import { plainName } from '../../../core/plain-name.ts'

/**
 * What front matter or a site's settings say. Names are in lower case, without "-" and "_", since
 * each generator writes them its own way: "featured_image" and "featuredImage" are one.
 */
export type Fields = Readonly<Record<string, unknown>>

export const noFields: Fields = {}

/** `value` as fields, and so in all its depth; none where it is no object. */
export function toFields(value: unknown): Fields {
  const named = withPlainNames(value)
  return isFields(named) ? named : noFields
}

function withPlainNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPlainNames)
  if (!isFields(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => [plainName(name), withPlainNames(inside)]),
  )
}

/** An object of names and values; no list, and no date of TOML's. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** The value at "image.url"; undefined where it says nothing. */
export function valueAt(fields: Fields, path: string): unknown {
  let value: unknown = fields
  for (const name of path.split('.')) {
    if (!isFields(value)) return undefined
    value = Object.hasOwn(value, plainName(name)) ? value[plainName(name)] : undefined
  }
  return isEmpty(value) ? undefined : value
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** The first text at one of the paths. */
export function textAt(fields: Fields, ...paths: string[]): string | undefined {
  for (const path of paths) {
    const text = textOf(valueAt(fields, path))
    if (text !== undefined) return text
  }
  return undefined
}

/** A text, or what YAML takes for something else: a number, a date, "true". */
export function textOf(value: unknown): string | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString()
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' ? value.trim() || undefined : undefined
}

/** The texts at all of the paths: one, or a list of them. */
export const textsAt = (fields: Fields, ...paths: string[]): string[] =>
  paths.flatMap((path) => {
    const value = valueAt(fields, path)
    return (Array.isArray(value) ? value.flat(2) : [value]).flatMap((one) => textOf(one) ?? [])
  })

/** Whether a field says yes, in YAML's newer or older way. */
export const isTrue = (fields: Fields, ...paths: string[]): boolean =>
  paths.some((path) => /^(true|yes|on|1)$/i.test(textAt(fields, path) ?? ''))

export const isFalse = (fields: Fields, ...paths: string[]): boolean =>
  paths.some((path) => /^(false|no|off|0)$/i.test(textAt(fields, path) ?? ''))
