import type { Range } from '../syntax/markdown-parts.ts'

export interface JsxTag extends Range {
  name: string
  isClosing: boolean
  isEmpty: boolean
  attributes: JsxAttribute[]
}

export interface JsxAttribute {
  name: string
  /** A text, or one of JavaScript; undefined where the name says it all. */
  value: string | undefined
  isExpression: boolean
}

const longest = 5000
const tagName = /<(\/?)([A-Za-z][\w.:-]*)/y
const space = /\s*/y
const attributeName = /[A-Za-z_:@][\w.:@-]*/y
const equals = /\s*=\s*/y
const quoted = /"([^"]*)"|'([^']*)'/y
const tagEnd = /(\/?)>/y

/** The tag at an offset, as JSX has it; undefined where there is none. */
export function jsxTagAt(text: string, start: number): JsxTag | undefined {
  const piece = text.slice(start, start + longest)
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at
    const match = pattern.exec(piece) ?? undefined
    if (match !== undefined) at = pattern.lastIndex
    return match
  }
  let at = 0
  const opening = take(tagName)
  const name = opening?.[2]
  if (name === undefined) return undefined
  const attributes: JsxAttribute[] = []
  for (;;) {
    take(space)
    const ending = take(tagEnd)
    if (ending !== undefined)
      return {
        name,
        isClosing: opening?.[1] === '/',
        isEmpty: ending[1] === '/',
        attributes,
        start,
        end: start + at,
      }
    const spread = expressionEnd(piece, at)
    if (spread !== undefined) {
      at = spread
      continue
    }
    const attribute = take(attributeName)?.[0]
    if (attribute === undefined) return undefined
    if (take(equals) === undefined) {
      attributes.push({ name: attribute, value: undefined, isExpression: false })
      continue
    }
    const end = expressionEnd(piece, at)
    const text_ = end === undefined ? take(quoted) : undefined
    if (end === undefined && text_ === undefined) return undefined
    attributes.push({
      name: attribute,
      value: end === undefined ? (text_?.[1] ?? text_?.[2]) : piece.slice(at + 1, end - 1).trim(),
      isExpression: end !== undefined,
    })
    at = end ?? at
  }
}

/** Where the braces end that begin at an offset. */
function expressionEnd(text: string, start: number): number | undefined {
  if (text[start] !== '{') return undefined
  let depth = 0
  const signs = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|[{}]/g
  signs.lastIndex = start
  for (let sign = signs.exec(text); sign !== null; sign = signs.exec(text)) {
    if (sign[0] === '{') depth++
    if (sign[0] === '}' && --depth === 0) return signs.lastIndex
  }
  return undefined
}
