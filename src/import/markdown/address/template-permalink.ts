import { dayOf } from '../../../core/dates.ts'
import { slugify } from '../../../core/slugs.ts'
import { type Fields, textAt } from '../fields/fields.ts'
import type { SiteText } from '../site/site-text.ts'

/**
 * A permalink with `{{ … }}` in it, as Eleventy has them; undefined where it says more than a
 * text's name, title or date.
 */
export function fillTemplate(
  pattern: string,
  { text, fields, date }: { text: SiteText; fields: Fields; date: string | undefined },
): string | undefined {
  let isComplete = true
  const filled = pattern.replace(/\{\{-?\s*([^{}]*?)\s*-?\}\}/g, (_, expression: string) => {
    const value = evaluate(expression.replace(/\s+/g, ''), text, fields, date)
    if (value === undefined) isComplete = false
    return value ?? ''
  })
  return isComplete && !/\{[{%]/.test(filled) ? filled : undefined
}

function evaluate(
  expression: string,
  text: SiteText,
  fields: Fields,
  date: string | undefined,
): string | undefined {
  const [name = '', ...filters] = expression.split('|')
  const value = {
    'page.fileSlug': text.slug,
    'page.filePathStem': `/${[...text.folders, text.slug].join('/')}`,
    'page.date': date && dayOf(date),
  }[name]
  const said = value ?? textAt(fields, name)
  if (said === undefined) return undefined
  if (filters.length === 0) return said
  const isSlug = filters.every((filter) => /^(slug|slugify)$/.test(filter))
  if (isSlug) return slugify(said)
  const format = /^date:?\(?["']([^"']+)["']\)?$/.exec(filters[0] ?? '')?.[1]
  return format === undefined || date === undefined ? undefined : formatted(format, date)
}

/** The few signs of strftime that addresses are made with. */
function formatted(format: string, date: string): string | undefined {
  const [year = '', month = '', day = ''] = dayOf(date).split('-')
  const filled = format.replace(/%Y/g, year).replace(/%m/g, month).replace(/%d/g, day)
  return filled.includes('%') ? undefined : filled
}
