import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { addClass, elementsOf } from '../../../core/html/elements.ts'

/** Of what may be a sign within a sentence, in pixels; what is taller is a picture. */
const tallestSign = 64

/** Gives the class `inline` to small images among words, which would else stand in a line of their own. */
export function markInlineImages(tree: Root): void {
  for (const paragraph of elementsOf(tree))
    if (paragraph.tagName === 'p' && textOf(paragraph).trim() !== '')
      elementsOf(paragraph).filter(isSmall).forEach(markInline)
  // Words may stand in no paragraph.
  if (tree.children.some((child) => child.type === 'text' && child.value.trim() !== ''))
    for (const child of tree.children)
      if (child.type === 'element' && isSmall(child)) markInline(child)
}

const isSmall = ({ tagName, properties: { height } }: Element): boolean =>
  tagName === 'img' && Number(height) <= tallestSign

const markInline = (image: Element): void => addClass(image, 'inline')
