import type { Element, ElementContent } from 'hast'
import { hasWords } from './walk.ts'

/** Whether nothing but its name would be said by an element whose name says nothing. */
export const isPlain = ({ tagName, properties }: Element): boolean =>
  /^(a|span)$/.test(tagName) && Object.keys(properties).length === 0

const emphasis: Record<string, string> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  s: 's',
  strike: 's',
  u: 'u',
  small: 'small',
  code: 'code',
  tt: 'code',
}

/** Whether an element only says again what one around it says. */
export const saysTheSame = (outer: Element, inner: Element): boolean =>
  Object.keys(inner.properties).length === 0 &&
  emphasis[inner.tagName] !== undefined &&
  emphasis[inner.tagName] === emphasis[outer.tagName]

/** What is left of an inline element: emphasis, or a language, says nothing of pictures. */
export function withoutIdle(node: ElementContent): ElementContent[] {
  return node.type === 'element' && isIdle(node) ? node.children.flatMap(withoutIdle) : [node]
}

const isIdle = (node: Element): boolean =>
  (node.tagName === 'span' || emphasis[node.tagName] !== undefined) &&
  node.properties.id === undefined &&
  !hasWords(node)
