import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { addClass, elementsOf } from '../../../core/html/elements.ts'

/** Of what may be a sign within a sentence, in pixels; what is taller is a picture. */
const tallestSign = 64

/**
 * Gives the class `inline` to small images among words, which would else stand in a line of their own.
 * Returns their addresses.
 */
export function markInlineImages(tree: Root): Set<unknown> {
  const signs = [...signsInParagraphs(tree), ...signsOutsideParagraphs(tree)]
  for (const image of signs) addClass(image, 'inline')
  return new Set(signs.map(({ properties }) => properties.src))
}

const signsInParagraphs = (tree: Root): Element[] =>
  elementsOf(tree)
    .filter((element) => element.tagName === 'p' && textOf(element).trim() !== '')
    .flatMap((paragraph) => elementsOf(paragraph).filter(isSmall))

const signsOutsideParagraphs = ({ children }: Root): Element[] =>
  children.some((child) => child.type === 'text' && child.value.trim() !== '')
    ? children.filter((child) => child.type === 'element').filter(isSmall)
    : []

const isSmall = ({ tagName, properties: { height } }: Element): boolean =>
  tagName === 'img' && Number(height) <= tallestSign
