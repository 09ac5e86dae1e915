import type { Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { addClass, elementsOf } from '../../../core/html/elements.ts'

/** Of what may be a sign within a sentence, in pixels; what is taller is a picture. */
const tallestSign = 64

/** Gives the class `inline` to small images among words, which would else stand in a line of their own. */
export function markInlineImages(tree: Root): void {
  for (const paragraph of elementsOf(tree)) {
    if (paragraph.tagName !== 'p' || textOf(paragraph).trim() === '') continue
    for (const element of elementsOf(paragraph))
      if (element.tagName === 'img' && Number(element.properties.height) <= tallestSign)
        addClass(element, 'inline')
  }
}
