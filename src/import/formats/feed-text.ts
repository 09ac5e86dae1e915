import { looksLikeHtml, paragraphs, plainText } from '../plain-text.ts'
import {
  childOf,
  escapeHtml,
  holdsElements,
  innerHtml,
  textOf,
  type XmlElement,
} from '../xml/xml-element.ts'

/**
 * The HTML of a text construct (RFC 4287, section 3.1; Atom 0.3, section 3.1, has `mode`). Plain
 * text with tags in it was meant as HTML, whatever its type says.
 */
export function htmlOf(construct: XmlElement | undefined): string {
  if (construct === undefined) return ''
  const { type = '', mode = '' } = construct.attributes
  if (/base64/i.test(mode)) return asHtml(Buffer.from(textOf(construct), 'base64').toString('utf8'))
  if (holdsElements(construct)) return innerHtml(wrapped(construct)).trim()
  return /html/i.test(type) ? textOf(construct) : asHtml(textOf(construct))
}

/** The words of a text construct, on one line. */
export function wordsOf(construct: XmlElement | undefined): string | undefined {
  if (construct === undefined) return undefined
  const { type = '', mode = '' } = construct.attributes
  const isLiteral = /^(text|text\/plain)$/i.test(type) && !/escaped|base64/i.test(mode)
  return plainText(isLiteral ? escapeHtml(textOf(construct)) : htmlOf(construct))
}

const asHtml = (text: string): string => (looksLikeHtml(text) ? text : paragraphs(text))

/** XHTML stands in a `div` that is no part of it. */
function wrapped(construct: XmlElement): XmlElement {
  const div = childOf(construct, 'xhtml:div', 'div', 'atom:div')
  const isAlone = construct.children.every(
    (child) => child === div || (typeof child === 'string' && child.trim() === ''),
  )
  return div !== undefined && isAlone ? div : construct
}

/** A summary, where it says more than the text's own beginning does. */
export function summaryBeside(html: string, summary: string | undefined): string | undefined {
  const start = plainText(summary)?.replace(
    /\s*(\[?(…|\.\.\.)\]?|\[&hellip;\]|Continue reading.*|Read more.*)\s*$/i,
    '',
  )
  if (start === undefined || start === '') return undefined
  return plainText(html)?.startsWith(start) ? undefined : plainText(summary)
}

export function resolveAddress(
  address: string | undefined,
  base: string | undefined,
): string | undefined {
  if (address === undefined || address.trim() === '') return undefined
  const written = address.trim()
  return URL.canParse(written, base) ? new URL(written, base).href : written
}
