import type { Root } from 'hast'
import { addClass, elementsOf } from '../../../core/html/elements.ts'

/** Marks lists whose numbers have three digits or more, which want more room: no style sheet can tell. */
export function markLongNumbers(tree: Root): void {
  for (const list of elementsOf(tree)) {
    if (list.tagName !== 'ol') continue
    const items = list.children.filter((node) => node.type === 'element' && node.tagName === 'li')
    const last = Number(list.properties.start ?? 1) + items.length - 1
    if (last >= 100) addClass(list, 'long-numbers')
  }
}
