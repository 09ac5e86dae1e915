import type { Element, ElementContent } from 'hast'
import { TextWriter } from './text-writer.ts'

const texts =
  /^(p|div|h[1-6]|center|section|article|main|header|footer|aside|nav|form|fieldset|hgroup|noscript)$/
const containers =
  /^(blockquote|details|ul|ol|dl|table|thead|tbody|tfoot|tr|li|dt|dd|td|th|figure|figcaption|caption|summary|address)$/
const wholeBlocks = /^(pre|hr|col|colgroup|iframe|object|embed|video|audio)$/
const wholeInlines =
  /^(img|picture|canvas|svg|math|map|ruby|input|button|select|textarea|meter|progress|wbr)$/
const unseen = /^(script|style|template|link|meta|title|base)$/

/**
 * A text in paragraphs: two line breaks or more end one, as does the end of a <div> or of any
 * other block; what is around a break is around each part of it. Empty ones go.
 */
export function paragraphsOf(text: Element): ElementContent[] {
  const writer = new TextWriter()
  const marks = new Set<string>()
  const write = (node: ElementContent): void => {
    if (node.type === 'text') writer.words(node.value)
    else if (node.type === 'comment') {
      // Twice, it was only left open: parsers open what was not closed again in each block.
      if (!marks.has(node.value)) writer.block(node)
      marks.add(node.value)
    } else {
      const close = open(node, writer)
      if (close === undefined) return
      node.children.forEach(write)
      close()
    }
  }
  text.children.forEach(write)
  return writer.finish()
}

/** Begins an element and gives what ends it; undefined where the element was written as a whole. */
function open(element: Element, writer: TextWriter): (() => void) | undefined {
  const { tagName, properties } = element
  if (tagName === 'br') return void writer.lineBreak()
  if (wholeBlocks.test(tagName)) return void writer.block(element)
  if (wholeInlines.test(tagName)) return void writer.inline(element)
  if (unseen.test(tagName)) return void writer.unseen(element)

  const isApart = properties.dir !== undefined || properties.lang !== undefined
  if (containers.test(tagName)) return writer.openContainer(element)
  if (!texts.test(tagName)) return writer.openInline(element)
  return isApart && !/^(p|h[1-6])$/.test(tagName)
    ? writer.openContainer({ ...element, tagName: 'div' })
    : writer.openText(element)
}
