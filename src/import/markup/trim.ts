import type { ElementContent } from 'hast'
import { isOpaque } from './elements.ts'

/** Takes away the white space around a text, and line breaks at its end, where they would stand beside a block. */
export function trim(nodes: ElementContent[]): void {
  trimStart(nodes)
  trimEnd(nodes)
}

// Loops: a text may begin or end with thousands of them.

function trimStart(nodes: ElementContent[]): void {
  for (let first = nodes[0]; first !== undefined; first = nodes[0]) {
    if (first.type === 'element' && !isOpaque(first.tagName)) trimStart(first.children)
    if (first.type !== 'text') return
    first.value = first.value.replace(/^[ \t\n]+/, '')
    if (first.value !== '') return
    nodes.shift()
  }
}

function trimEnd(nodes: ElementContent[]): void {
  for (let last = nodes.at(-1); last !== undefined; last = nodes.at(-1)) {
    if (last.type === 'comment') return
    if (last.type === 'text') {
      // The look behind keeps a text of nothing but spaces from being tried at each of them.
      last.value = last.value.replace(/(?<![ \t\n])[ \t\n]+$/, '')
      if (last.value !== '') return
    } else if (last.tagName !== 'br') {
      if (!isOpaque(last.tagName)) trimEnd(last.children)
      return
    }
    nodes.pop()
  }
}
