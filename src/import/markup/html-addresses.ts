import type { Element } from 'hast'
import { elementsOf } from '../../core/html/elements.ts'
import { parseHtml } from '../../core/html/parse-html.ts'
import { writeHtml } from './write-html.ts'

/** What the links and pictures of a text lead to in its new place. */
export interface Resolve {
  link(href: string): string
  image(src: string): string
}

/** What tells where an attribute's address leads; undefined for one that the site does not show. */
export function resolverOf(tagName: string, attribute: string, resolve: Resolve) {
  if (attribute === 'src') return tagName === 'img' ? resolve.image : resolve.link
  return attribute === 'href' && /^(a|area)$/.test(tagName) ? resolve.link : undefined
}

/** Rewrites what the links and pictures of an HTML text name. */
export function mapHtmlAddresses(html: string, resolve: Resolve): string {
  const tree = parseHtml(html)
  for (const element of elementsOf(tree)) {
    if (element.tagName === 'img') awaken(element)
    const { properties, tagName } = element
    for (const attribute of ['href', 'src']) {
      const address = properties[attribute]
      const resolver = resolverOf(tagName, attribute, resolve)
      if (resolver !== undefined && typeof address === 'string')
        properties[attribute] = resolver(address)
    }
  }
  return writeHtml(tree)
}

/** Scripts that load pictures late keep their addresses elsewhere, and something blank in their place. */
function awaken({ properties }: Element): void {
  const isBlank = typeof properties.src !== 'string' || /^(data:|$)/.test(properties.src)
  const late = ['dataSrc', 'dataLazySrc', 'dataOriginal', 'dataOrigFile']
    .map((name) => properties[name])
    .find((address) => typeof address === 'string' && !address.startsWith('data:'))
  if (isBlank && typeof late === 'string') properties.src = late
}
