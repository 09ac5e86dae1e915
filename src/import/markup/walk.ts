import type { Element } from 'hast'
import { toString as textOf } from 'hast-util-to-string'

/**
 * An element and those below it, parents first, but for the inside of a `closed` one: what a
 * parent's children are is asked only after it was dealt with.
 */
export function* elementsFrom(top: Element, closed = /^pre$/): Generator<Element> {
  const found = [top]
  for (const parent of found) {
    yield parent
    if (closed.test(parent.tagName)) continue
    for (const child of parent.children) if (child.type === 'element') found.push(child)
  }
}

export const hasWords = (element: Element): boolean => textOf(element).trim() !== ''
