import { decodeHTMLAttribute } from 'entities'
import type { Resolve } from '../../markup/html-addresses.ts'
import type { Edit } from './rewrite.ts'
import type { Tag } from './tag.ts'

const links = /^(a|area) href$/
const images = /^((img|source|video|audio) src|video poster)$/
const imageLists = /^(img|source) srcset$/

/** What changes in a tag that names addresses. */
export function tagEdits({ name, attributes }: Tag, resolve: Resolve): Edit[] {
  return attributes.flatMap(({ name: attributeName, value, start, end }) => {
    const place = `${name} ${attributeName}`.toLowerCase()
    const said = decodeHTMLAttribute(/^["']/.test(value) ? value.slice(1, -1) : value)
    if (said.trim() === '' || value.startsWith('{')) return []
    const resolved = resolveAttribute(place, said, resolve)
    if (resolved === said) return []
    const quote = value.startsWith("'") ? "'" : '"'
    return [{ start, end, text: `${quote}${escapeAttribute(resolved, quote)}${quote}` }]
  })
}

function resolveAttribute(place: string, said: string, resolve: Resolve): string {
  const address = said.trim()
  const resolveTrimmed = (resolver: (address: string) => string): string => {
    const resolved = resolver(address)
    return resolved === address ? said : resolved
  }
  if (links.test(place)) return resolveTrimmed((href) => resolve.link(href))
  if (images.test(place)) return resolveTrimmed((src) => resolve.image(src))
  return imageLists.test(place) ? resolveList(said, resolve) : said
}

/** "small.png 1x, large.png 2x" (https://html.spec.whatwg.org/multipage/images.html#srcset-attributes). */
const resolveList = (list: string, resolve: Resolve): string =>
  list.replace(
    /([^\s,]\S*[^\s,]|[^\s,])(\s+[^\s,]+)?/g,
    (_, src: string, size = '') => resolve.image(src) + size,
  )

const escapeAttribute = (value: string, quote: string): string =>
  value.replaceAll('&', '&amp;').replaceAll(quote, quote === '"' ? '&quot;' : '&#39;')
