import type { Nodes, Root } from 'hast'
import { hasClass } from '../../../core/html/elements.ts'

const inline =
  /^(a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/
/** Parts that make no sense when read out of their place, or that the sanitiser will take out. */
const apart =
  /^(h[1-6]|pre|table|figure|figcaption|rt|rp|script|style|title|svg|math|textarea|select|button)$/
const apartClasses = ['embed', 'footnote-ref', 'footnotes']

/** All the words of a text on one line. */
export const wordsOf = (tree: Root): string => collect(tree, () => false)

/** All words but those of code, which is quoted. */
export const wordsOutsideCode = (tree: Root): string =>
  collect(tree, (node) => node.type === 'element' && /^(code|pre|kbd|samp)$/.test(node.tagName))

/** The running text alone, for excerpts; all of it where nothing else is there. */
export const proseOf = (tree: Root): string => collect(tree, standsApart) || wordsOf(tree)

/** The running text before `<!--more-->`, in the tree of `html`; undefined where there is no such mark. */
export function proseBeforeMore(tree: Root, html: string): string | undefined {
  if (!/<!--\s*more\s*-->/i.test(html)) return undefined
  let found = false
  const text = collect(tree, (node) => {
    found ||= node.type === 'comment' && node.value.trim().toLowerCase() === 'more'
    return found || standsApart(node)
  })
  return found ? text : undefined
}

function standsApart(node: Nodes): boolean {
  if (node.type !== 'element') return false
  return apart.test(node.tagName) || apartClasses.some((name) => hasClass(node, name))
}

function collect(node: Nodes, leaveOut: (node: Nodes) => boolean): string {
  let text = ''
  const walk = (at: Nodes): void => {
    if (leaveOut(at)) return
    if (at.type === 'text') text += at.value
    if (!('children' in at)) return
    const space = at.type === 'element' && !inline.test(at.tagName) ? ' ' : ''
    text += space
    for (const child of at.children) walk(child)
    text += space
  }
  walk(node)
  // All but single spaces, of which there are many.
  return text.replace(/ \s+|[^\S ]\s*/g, ' ').trim()
}
