import { decodeHTMLAttribute } from 'entities'
import { type Resolve, resolverOf } from '../../markup/html-addresses.ts'
import type { Edit } from './rewrite.ts'
import type { Tag } from './tag.ts'

/** What changes in a tag that names addresses. */
export function tagEdits({ name, attributes }: Tag, resolve: Resolve): Edit[] {
  return attributes.flatMap(({ name: attributeName, value, start, end }) => {
    const resolver = resolverOf(name.toLowerCase(), attributeName.toLowerCase(), resolve)
    const said = decodeHTMLAttribute(/^["']/.test(value) ? value.slice(1, -1) : value)
    const address = said.trim()
    if (resolver === undefined || address === '' || value.startsWith('{')) return []
    const resolved = resolver(address)
    if (resolved === address) return []
    const quote = value.startsWith("'") ? "'" : '"'
    return [{ start, end, text: `${quote}${escapeAttribute(resolved, quote)}${quote}` }]
  })
}

const escapeAttribute = (value: string, quote: string): string =>
  value.replaceAll('&', '&amp;').replaceAll(quote, quote === '"' ? '&quot;' : '&#39;')
