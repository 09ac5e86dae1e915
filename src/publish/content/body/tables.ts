import type { Root } from 'hast'
import { replaceElements } from '../../../core/html/elements.ts'

/** A table wider than the text scrolls in a frame of its own, which the keyboard can reach. */
export function frameTables(tree: Root): void {
  replaceElements(tree, (node) =>
    node.tagName === 'table'
      ? {
          type: 'element',
          tagName: 'div',
          properties: { className: ['table'], tabIndex: 0, role: 'group', ariaLabel: 'Table' },
          children: [node],
        }
      : undefined,
  )
}
