import type { Element } from 'hast'

/** What an element's own `style` says of one property, in small letters. */
export function styleOf({ properties }: Element, property: string): string | undefined {
  if (typeof properties.style !== 'string') return undefined
  return properties.style
    .split(';')
    .map((declaration) => declaration.split(':'))
    .findLast(([name = '']) => name.trim().toLowerCase() === property)?.[1]
    ?.replace(/!\s*important/i, '')
    .trim()
    .toLowerCase()
}
