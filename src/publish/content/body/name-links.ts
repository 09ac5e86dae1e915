import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { decodePath } from '../../../core/addresses.ts'
import { elementsOf } from '../../../core/html/elements.ts'

/**
 * Names links that hold a picture without words, and say nothing else, by what they lead to: else a screen
 * reader would say none of it (https://www.w3.org/TR/WCAG22/#link-purpose-in-context).
 */
export function nameLinks(tree: Root): void {
  for (const link of elementsOf(tree)) {
    const { tagName, properties } = link
    if (tagName !== 'a' || typeof properties.href !== 'string') continue
    const images = elementsOf(link).filter(({ tagName }) => tagName === 'img')
    if (images.length === 0 || !isNameless(link, images)) continue
    const [title] = images.flatMap(({ properties: { title } }) => title ?? [])
    properties.ariaLabel = title ?? lastPart(properties.href)
  }
}

function isNameless(link: Element, images: readonly Element[]): boolean {
  const said = [
    textOf(link),
    link.properties.title,
    ...images.map(({ properties: { alt } }) => alt),
  ]
  return said.every((words) => !String(words ?? '').trim())
}

/** "cup.png", or the host where the address has no more. */
const lastPart = (href: string): string => {
  const [address = ''] = href.split(/[?#]/)
  return decodePath(address).split('/').filter(Boolean).at(-1) ?? href
}
