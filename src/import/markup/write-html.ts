import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { elementsOf } from '../../core/html/elements.ts'

/** A tree as HTML that is read as the same tree again. */
export function writeHtml(tree: Root): string {
  for (const { tagName, children } of elementsOf(tree)) {
    const [first] = children
    // Right after these tags, one line end is skipped when they are read.
    if (/^(pre|listing|textarea)$/.test(tagName) && first?.type === 'text')
      first.value = first.value.replace(/^\n/, '\n\n')
  }
  return toHtml(tree, { characterReferences: { useNamedReferences: true } }).trim()
}
