import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { elementsOf } from '../../../core/html/elements.ts'

export type Highlighter = ReturnType<typeof import('lowlight')['createLowlight']>
let loading: Promise<Highlighter> | undefined

/** Loaded when some post has code: a blog without any never pays for it. */
export const loadHighlighter = (): Promise<Highlighter> => {
  loading ??= import('lowlight').then(({ all, createLowlight }) => createLowlight(all))
  return loading
}

/** Marks up the code blocks whose language is named and known; every block can be scrolled by keyboard. */
export function highlightCode(tree: Root, highlighter: Highlighter | undefined): void {
  for (const node of elementsOf(tree)) {
    if (node.tagName !== 'pre') continue
    node.properties.tabIndex = 0
    const code = node.children.find((child) => child.type === 'element' && child.tagName === 'code')
    if (code?.type !== 'element') continue
    // A poem may be preformatted, too.
    Object.assign(node.properties, { role: 'group', ariaLabel: 'Code' })
    const language = languageOf(code)
    if (language === undefined || !highlighter?.registered(language)) continue
    // Highlighting text yields elements and text only.
    code.children = highlighter.highlight(language, textOf(code)).children as Element['children']
  }
}

function languageOf(code: Element): string | undefined {
  const { className } = code.properties
  if (!Array.isArray(className)) return undefined
  return className.map((name) => /^language-(.+)$/.exec(String(name))?.[1]).find(Boolean)
}
