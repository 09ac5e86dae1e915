import type { Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { decodePath } from '../../../core/addresses.ts'
import { addClass, elementsOf } from '../../../core/html/elements.ts'

/** Marks links whose text is their address: on paper it need not be said again. */
export function markBareLinks(tree: Root): void {
  for (const element of elementsOf(tree)) {
    const { tagName, properties } = element
    if (tagName === 'a' && spoken(String(properties.href)) === spoken(textOf(element)))
      addClass(element, 'bare')
  }
}

/** As one says an address: "example.org/tea". */
const spoken = (address: string): string =>
  decodePath(address.trim()).replace(/^https?:\/\/|\/$/g, '')
