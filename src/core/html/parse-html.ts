import type { Root } from 'hast'
import { fromParse5 } from 'hast-util-from-parse5'
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parseFragment } from 'parse5'

type ParentNode = DefaultTreeAdapterMap['parentNode']
type ChildNode = DefaultTreeAdapterMap['childNode']

/** As deep as browsers nest elements; what is written deeper stands at this depth. */
const deepest = 512

/** The tree of a piece of HTML, without the places of things in the text, which nobody asks for and which take their time. */
export function parseHtml(html: string): Root {
  const fragment: DefaultTreeAdapterMap['documentFragment'] = parseFragment(html, {
    scriptingEnabled: false,
  })
  flatten(fragment)
  // A fragment becomes a root.
  return fromParse5(fragment) as Root
}

/** Trees are walked by functions that call themselves, and no stack is endless. */
function flatten(root: ParentNode): void {
  const waiting: [node: ParentNode, depth: number][] = [[root, 0]]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, depth] = next
    if (depth === deepest) node.childNodes = leavesOf(node)
    // What is in a template is no child of it.
    else
      for (const child of node.childNodes)
        if ('content' in child) waiting.push([child.content, depth + 1])
        else if ('childNodes' in child) waiting.push([child, depth + 1])
  }
}

/** The texts below a node, and the elements that hold nothing, in their order; no templates, which show nothing. */
function leavesOf(root: ParentNode): ChildNode[] {
  const leaves: ChildNode[] = []
  const waiting: ChildNode[] = [...root.childNodes].reverse()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('content' in node) continue
    if ('childNodes' in node && node.childNodes.length > 0)
      for (const child of [...node.childNodes].reverse()) waiting.push(child)
    else if (defaultTreeAdapter.isTextNode(node) || 'childNodes' in node) {
      node.parentNode = root
      leaves.push(node)
    }
  }
  return leaves
}
