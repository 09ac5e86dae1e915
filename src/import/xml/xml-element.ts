/** An element of an XML document; names are in lower case, with the prefixes of `namespaces.ts`. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: (XmlElement | string)[]
  /** A record of which an element was never closed, and holds what stood after it. */
  isTorn?: boolean
}

export const childrenOf = ({ children }: XmlElement, ...names: string[]): XmlElement[] =>
  children.filter(
    (child): child is XmlElement => typeof child !== 'string' && names.includes(child.name),
  )

/** The first child of the first name that has any. */
export const childOf = (element: XmlElement, ...names: string[]): XmlElement | undefined =>
  names.flatMap((name) => childrenOf(element, name))[0]

/** The words of an element, trimmed. */
export function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return ''
  let text = ''
  const walk = ({ children }: XmlElement): void => {
    for (const child of children)
      if (typeof child === 'string') text += child
      else walk(child)
  }
  walk(element)
  return text.trim()
}

/** The words of the first child of that name; undefined where there are none. */
export const textAt = (element: XmlElement, ...names: string[]): string | undefined =>
  names.map((name) => textOf(childOf(element, name))).find((text) => text !== '')

const voidElements = /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/

/** What is inside an element as HTML; escaped, where it is mere text. */
export function innerHtml({ children }: XmlElement): string {
  return children
    .map((child) => (typeof child === 'string' ? escapeHtml(child) : outerHtml(child)))
    .join('')
}

function outerHtml(element: XmlElement): string {
  const name = element.name.replace(/^(xhtml|atom):/, '')
  const attributes = Object.entries(element.attributes)
    .filter(([attribute]) => !/^xml(ns|:base|:space)/.test(attribute))
    .map(([attribute, value]) => ` ${attribute.replace(/^xml:/, '')}="${escapeHtml(value)}"`)
    .join('')
  const inside = innerHtml(element)
  return voidElements.test(name)
    ? `<${name}${attributes}>${inside}`
    : `<${name}${attributes}>${inside}</${name}>`
}

export const holdsElements = ({ children }: XmlElement): boolean =>
  children.some((child) => typeof child !== 'string')

export const escapeHtml = (plain: string): string =>
  plain
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

export const damageOf = ({ isTorn }: XmlElement): string[] =>
  isTorn ? ['a tag of its XML is not closed, and something may be missing'] : []
