import type { Element } from 'hast'
import { elementsOf } from '../../core/html/elements.ts'
import { parseHtml } from '../../core/html/parse-html.ts'
import { writeHtml } from './write-html.ts'

/** What the links and pictures of a text lead to in its new place. */
export interface Resolve {
  link(href: string): string
  image(src: string): string
}

/** Rewrites what the links and pictures of an HTML text name. */
export function mapHtmlAddresses(html: string, resolve: Resolve): string {
  const tree = parseHtml(html)
  for (const element of elementsOf(tree)) {
    if (element.tagName === 'img') awaken(element)
    const { properties, tagName } = element
    if (typeof properties.href === 'string' && /^(a|area)$/.test(tagName))
      properties.href = resolve.link(properties.href)
    if (typeof properties.src === 'string')
      properties.src =
        tagName === 'img' ? resolve.image(properties.src) : resolve.link(properties.src)
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
