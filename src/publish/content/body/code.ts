import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'

type Lowlight = typeof import('lowlight')
let loading: Promise<ReturnType<Lowlight['createLowlight']>> | undefined

/** Loaded with the first post that has code: a blog without any never pays for it. */
const highlighter = () => {
  loading ??= import('lowlight').then(({ all, createLowlight }) => createLowlight(all))
  return loading
}

/** Marks up the code blocks whose language is named and known; every block can be scrolled by keyboard. */
export async function highlightCode(tree: Root): Promise<void> {
  const blocks: { code: Element; language: string }[] = []
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'pre') return
    node.properties.tabIndex = 0
    const code = node.children.find((child) => child.type === 'element' && child.tagName === 'code')
    if (code?.type !== 'element') return
    const language = languageOf(code)
    if (language !== undefined) blocks.push({ code, language })
  })
  if (blocks.length === 0) return
  const lowlight = await highlighter()
  for (const { code, language } of blocks) {
    if (!lowlight.registered(language)) continue
    // Highlighting text yields elements and text only.
    code.children = lowlight.highlight(language, textOf(code)).children as Element['children']
  }
}

function languageOf(code: Element): string | undefined {
  const { className } = code.properties
  if (!Array.isArray(className)) return undefined
  return className.map((name) => /^language-(.+)$/.exec(String(name))?.[1]).find(Boolean)
}
