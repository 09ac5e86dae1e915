import type { ElementContent, Root } from 'hast'
import { element } from '../../core/html/elements.ts'
import { text } from './elements.ts'

const verbatim = /^(a|code|pre|script|style|textarea)$/

/** Makes links of the addresses that stand in running text. */
export function linkAddresses(tree: Root): void {
  tree.children = linkedIn(tree.children.filter((node) => node.type !== 'doctype'))
}

function linkedIn(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return linked(node.value)
    if (node.type === 'element' && !verbatim.test(node.tagName))
      node.children = linkedIn(node.children)
    return [node]
  })
}

function linked(words: string): ElementContent[] {
  return words.split(/(https?:\/\/[^\s<>"]+)/).flatMap((piece, index) => {
    if (index % 2 === 0) return piece === '' ? [] : [text(piece)]
    const address = withoutPunctuation(piece)
    const rest = piece.slice(address.length)
    const link = element('a', { href: address }, [text(address)])
    return rest === '' ? [link] : [link, text(rest)]
  })
}

/** What ends a sentence, or a bracket around the address, is no part of it. */
function withoutPunctuation(address: string): string {
  const ends = address.includes('(') ? /[.,;:!?'’”»]/ : /[.,;:!?'’”»)]/
  let end = address.length
  while (ends.test(address.charAt(end - 1))) end -= 1
  return address.slice(0, end)
}
