import type { Element, ElementContent } from 'hast'
import { element, hasClass } from '../../core/html/elements.ts'
import { styleOf } from './inline-style.ts'
import { elementsFrom, hasWords } from './walk.ts'

/** Makes figures of what Blogger set pictures apart with: a table with the caption, or a <div>. */
export function makeFigures(text: Element): void {
  for (const parent of elementsFrom(text))
    parent.children = parent.children.map((child) => captioned(child) ?? setApart(child) ?? child)
}

export const isPicture = (node: ElementContent): node is Element =>
  node.type === 'element' && node.tagName === 'img'

const sides = ['left', 'right'] as const

/** The side of the text that a picture, or what it stands in, was put to. */
export function sideOf(node: Element): 'left' | 'right' | undefined {
  const said = styleOf(node, 'float') ?? String(node.properties.align ?? '').toLowerCase()
  return sides.find((side) => side === said || hasClass(node, `align-${side}`))
}

function captioned(table: ElementContent): Element | undefined {
  if (table.type !== 'element' || !hasClass(table, 'tr-caption-container')) return undefined
  const pictures = [...elementsFrom(table)].filter(isPicture)
  if (pictures.length === 0) return undefined
  forgetFrames(table)
  const content = cellsOf(table).map((cell) =>
    element(isCaption(cell) && hasWords(cell) ? 'figcaption' : 'div', {}, cell.children),
  )
  const side = takeSide(pictures)
  return figure(sideOf(table) ?? side, content)
}

const isCaption = (cell: Element): boolean =>
  hasClass(cell, 'tr-caption') || cell.tagName === 'caption'

function cellsOf(table: Element): Element[] {
  return table.children.flatMap((child) => {
    if (child.type !== 'element') return []
    return /^(tbody|thead|tfoot|tr)$/.test(child.tagName) ? cellsOf(child) : [child]
  })
}

/** Each of the pictures in a separator becomes a figure, unless there are words around them. */
function setApart(separator: ElementContent): Element | undefined {
  if (separator.type !== 'element' || !hasClass(separator, 'separator')) return undefined
  if (hasWords(separator)) return undefined
  const side = sideOf(separator)
  for (const parent of elementsFrom(separator, /^(pre|figure)$/)) {
    if (parent.tagName === 'figure') continue
    parent.children = parent.children.map(
      (child) =>
        captioned(child) ?? (isPicture(child) ? figure(takeSide([child]) ?? side, [child]) : child),
    )
  }
  forgetFrames(separator)
  return separator
}

/** What is within a figure makes no further ones. */
function forgetFrames(top: Element): void {
  for (const inner of elementsFrom(top))
    if (hasClass(inner, 'separator') || hasClass(inner, 'tr-caption-container'))
      delete inner.properties.className
}

/** The side of the first of some pictures: the figure that they come into takes it over from them. */
function takeSide(pictures: Element[]): string | undefined {
  const side = pictures.map(sideOf).find((found) => found !== undefined)
  for (const { properties } of pictures) delete properties.className
  return side
}

const figure = (side: string | undefined, children: ElementContent[]): Element =>
  element('figure', side === undefined ? {} : { className: [`align-${side}`] }, children)
