import type { Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

/** A table wider than the text scrolls in a frame of its own, which the keyboard can reach. */
export function frameTables(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'table' || parent === undefined || index === undefined) return undefined
    parent.children[index] = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['table'], tabIndex: 0, role: 'group', ariaLabel: 'Table' },
      children: [node],
    }
    return SKIP
  })
}
