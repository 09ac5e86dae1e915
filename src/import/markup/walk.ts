import type { Element } from 'hast'

/**
 * An element and those below it, parents first, but for the inside of a `closed` one: what a
 * parent's children are is asked only after it was dealt with. No recursion, as some editors wrap
 * and wrap until no stack is deep enough.
 */
export function* elementsFrom(top: Element, closed = /^pre$/): Generator<Element> {
  const found = [top]
  for (const parent of found) {
    yield parent
    if (closed.test(parent.tagName)) continue
    for (const child of parent.children) if (child.type === 'element') found.push(child)
  }
}

export function hasWords(top: Element): boolean {
  for (const element of elementsFrom(top)) if (hasOwnWords(element)) return true
  return false
}

/** What is in a <pre> counts as its own. */
export const hasOwnWords = ({ tagName, children }: Element): boolean =>
  tagName === 'pre' || children.some((child) => child.type === 'text' && child.value.trim() !== '')
