import { decodePath } from '../../core/addresses.ts'
import { textAt, type XmlElement } from '../xml/xml-element.ts'
import { metasOf } from './wordpress-site.ts'

/** Where an item stood: its permalink `link` first, then what else led to it on the site at `home`. */
export function addressesOf(
  item: XmlElement,
  link: string | undefined,
  home: string | undefined,
): string[] {
  const guid = textAt(item, 'guid')
  const isAddress = guid !== undefined && /^https?:\/\//i.test(guid)
  const addresses = [
    link,
    isAddress ? guid : undefined,
    shortAddress(item, home),
    ...formerAddresses(item, link),
    ...laterParts(item, link),
  ]
  return [...new Set(addresses.filter((address) => address !== undefined))]
}

/** By its number. */
function shortAddress(item: XmlElement, home: string | undefined): string | undefined {
  const id = textAt(item, 'wp:post_id')
  const name = textAt(item, 'wp:post_type') === 'page' ? 'page_id' : 'p'
  return id && `${home?.replace(/\/+$/, '') ?? ''}/?${name}=${id}`
}

/** Those from before its slug changed, which WordPress leads on from. */
function formerAddresses(item: XmlElement, link: string | undefined): string[] {
  const slug = textAt(item, 'wp:post_name')
  if (link === undefined || slug === undefined) return []
  const at = decodePath(link).lastIndexOf(`/${decodePath(slug)}`)
  return at === -1
    ? []
    : metasOf(item, '_wp_old_slug').map(
        (former) =>
          decodePath(link).slice(0, at + 1) +
          decodePath(former) +
          decodePath(link).slice(at + 1 + decodePath(slug).length),
      )
}

/** A text that is divided has its second part at "/tea/2/"; below "/tea.html" this blog can have none. */
function laterParts(item: XmlElement, link: string | undefined): string[] {
  if (link === undefined || /\?|\.\w+$/.test(link)) return []
  const divisions = (textAt(item, 'content:encoded') ?? '').matchAll(/<!--nextpage-->/g)
  return [...divisions].map((_, index) => `${link.replace(/\/*$/, '/')}${index + 2}/`)
}
