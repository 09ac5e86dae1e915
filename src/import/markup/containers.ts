import type { Element, ElementContent } from 'hast'

/** Those in which a single paragraph needs no <p>. */
const loose = /^(li|dt|dd|td|th|figure|figcaption|caption|summary|address)$/
/** Those that nobody sees, and that mean nothing, while they are empty. */
const hollow = /^(blockquote|details|ul|ol|dl|div|figure|figcaption|caption|summary|address)$/

/** What a container of blocks is in the end, its content being known: itself, its only child, or nothing. */
export function settled(container: Element): ElementContent[] {
  const { tagName, properties, children } = container
  if (hollow.test(tagName) && children.length === 0) return []
  if (loose.test(tagName)) return [{ ...container, children: withoutLoneParagraph(children) }]
  const [only, another] = children
  if (tagName === 'div' && only !== undefined && another === undefined)
    return only.type === 'element'
      ? [{ ...only, properties: { ...properties, ...only.properties } }]
      : [only]
  return [{ ...container, children: spaced(children) }]
}

/** Blocks on lines of their own. */
export const spaced = (blocks: ElementContent[]): ElementContent[] =>
  blocks.flatMap((block, index) => (index === 0 ? [block] : [{ type: 'text', value: '\n' }, block]))

function withoutLoneParagraph(blocks: ElementContent[]): ElementContent[] {
  if (blocks.filter(isParagraph).length !== 1) return blocks
  return blocks.flatMap((block) =>
    isParagraph(block) && Object.keys(block.properties).length === 0 ? block.children : [block],
  )
}

const isParagraph = (node: ElementContent): node is Element =>
  node.type === 'element' && node.tagName === 'p'
