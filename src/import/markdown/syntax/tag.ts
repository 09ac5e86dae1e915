import type { Range } from './markdown-parts.ts'

/** A tag of HTML or of JSX. */
export interface Tag extends Range {
  name: string
  isClosing: boolean
  isEmpty: boolean
  attributes: Attribute[]
}

/** Its range is that of its value. */
export interface Attribute extends Range {
  name: string
  /** As it is written, in its quotes or braces if it has any; empty where the name says it all. */
  value: string
}

const opening = /<(\/?)([a-z][\w.:-]*)(?=[\s/>])/iy
const attribute =
  /\s+(?:([a-z_:@][\w.:@-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`{][^\s"'=<>`]*|(?=\{)))?|(?=\{))/iy
const ending = /\s*(\/?)>/y

/**
 * The tag at an offset (https://spec.commonmark.org/0.31.2/#open-tag), where JSX may have expressions
 * in braces; undefined where there is none.
 */
export function tagAt(text: string, start: number): Tag | undefined {
  opening.lastIndex = start
  const [, slash, name] = opening.exec(text) ?? []
  if (name === undefined) return undefined
  const attributes: Attribute[] = []
  let at = opening.lastIndex
  for (;;) {
    attribute.lastIndex = at
    const match = attribute.exec(text)
    if (match === null) break
    const [, attributeName, value = ''] = match
    const isExpression = value === '' && text[attribute.lastIndex] === '{'
    const valueStart = attribute.lastIndex - value.length
    const end = isExpression ? expressionEnd(text, valueStart) : attribute.lastIndex
    if (end === undefined) return undefined
    if (attributeName !== undefined)
      attributes.push({
        name: attributeName,
        value: text.slice(valueStart, end),
        start: valueStart,
        end,
      })
    at = end
  }
  ending.lastIndex = at
  const closing = ending.exec(text)
  if (closing === null) return undefined
  const isEmpty = closing[1] === '/'
  return { name, isClosing: slash === '/', isEmpty, attributes, start, end: ending.lastIndex }
}

/** What is longer was never meant as an expression. */
const longest = 5000

/** Where the braces end that begin at an offset. */
function expressionEnd(text: string, start: number): number | undefined {
  const piece = text.slice(start, start + longest)
  let depth = 0
  for (const { index, 0: sign } of piece.matchAll(
    /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|[{}]/g,
  )) {
    if (sign === '{') depth++
    if (sign === '}' && --depth === 0) return start + index + 1
  }
  return undefined
}
