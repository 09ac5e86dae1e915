import type { Element, Root } from 'hast'
import { addClass } from '../../../core/html/elements.ts'

/** Of what may be a sign within a sentence, in pixels; what is taller is a picture. */
const tallestSign = 64

const block =
  /^(blockquote|dd|details|div|dl|dt|figcaption|figure|h[1-6]|li|ol|p|pre|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/

/**
 * Gives the class `inline` to small images among words, which would else stand in a line of their own.
 * Returns them.
 */
export function markInlineImages(tree: Root): Set<Element> {
  const signs = signsIn(tree)
  for (const image of signs) addClass(image, 'inline')
  return new Set(signs)
}

function signsIn(place: Root | Element): Element[] {
  const within: Element[] = []
  const images: Element[] = []
  let words = ''
  const walk = ({ children }: Root | Element): void => {
    for (const child of children) {
      if (child.type === 'text') words += child.value
      if (child.type !== 'element') continue
      if (isSmall(child)) images.push(child)
      if (block.test(child.tagName)) within.push(child)
      else walk(child)
    }
  }
  walk(place)
  return [...(words.trim() === '' ? [] : images), ...within.flatMap(signsIn)]
}

const isSmall = ({ tagName, properties: { height } }: Element): boolean =>
  tagName === 'img' && Number(height) <= tallestSign
