import type { ElementContent, Text } from 'hast'

const blocks = new Set(
  (
    'address area article aside blockquote caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main map ' +
    'math menu nav ol p pre search section style summary table tbody td tfoot th thead tr ul xmp'
  ).split(' '),
)

/** Whether WordPress, or HTML itself, ends a paragraph where the element begins. */
export const isBlock = (tagName: string): boolean => blocks.has(tagName)

/** Whether what is inside is no text to be laid out. */
export const isOpaque = (tagName: string): boolean =>
  /^(audio|canvas|iframe|listing|map|math|noscript|object|picture|pre|script|select|style|svg|template|textarea|video|xmp)$/.test(
    tagName,
  )

/** Elements that are nothing without words in them. */
const formatting =
  /^(a|abbr|acronym|b|bdi|bdo|big|br|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|p|q|s|samp|script|small|span|strike|strong|style|sub|sup|template|tt|u|var|wbr)$/

/** Whether there is something to be seen, or to be linked to. */
export function shows(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== ''
  if (node.type !== 'element') return false
  const { id, name } = node.properties
  if (id !== undefined || name !== undefined || !formatting.test(node.tagName)) return true
  return !/^(script|style|template)$/.test(node.tagName) && node.children.some(shows)
}

export const text = (value: string): Text => ({ type: 'text', value })
