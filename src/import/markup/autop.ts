import type { Element, ElementContent, Properties, Root } from 'hast'
import { element } from '../../core/html/elements.ts'
import { isBlock, isOpaque, shows, text } from './elements.ts'
import { trim } from './trim.ts'

/** What a text falls into: running text, blocks, and the gaps between paragraphs. */
type Part = Run | { kind: 'block'; node: ElementContent } | { kind: 'gap' }
interface Run {
  kind: 'run'
  nodes: ElementContent[]
}

/** Whether there is something on the line that is being written: the end of an empty one is no `<br>`. */
interface Line {
  filled: boolean
}

/**
 * Makes paragraphs of blank lines and `<br>` of line ends, as WordPress does when it shows a text
 * of its old editor. Works on the tree, where a line end inside a tag or a comment is none.
 */
export function autop(tree: Root): void {
  tree.children = flow(
    tree.children.filter((node) => node.type !== 'doctype'),
    always,
  )
}

/** Which texts become paragraphs, by what stands beside them. */
type Wrap = (parts: readonly Part[]) => boolean
const always: Wrap = () => true
const unlessAlone: Wrap = (parts) => parts.length > 1
/** Two texts without a block between them are parted by a gap. */
const whereParted: Wrap = (parts) =>
  parts.some(({ kind }, index) => kind === 'run' && parts[index + 1]?.kind === 'run')

const structures = /^(table|thead|tbody|tfoot|tr|colgroup|ul|ol|menu|dir|dl|figure)$/
const headings = /^(h[1-6]|summary|legend)$/
const items = /^(li|dt|dd|td|th|caption|figcaption)$/

/** Lays out what is inside a block. */
function settle(block: Element): Element {
  const { tagName, children } = block
  if (isOpaque(tagName)) return block
  if (structures.test(tagName)) block.children = children.flatMap(settled)
  else if (headings.test(tagName)) block.children = inline(children)
  else
    block.children = flow(
      children,
      tagName === 'blockquote' ? always : items.test(tagName) ? whereParted : unlessAlone,
    )
  return block
}

function settled(child: ElementContent): ElementContent[] {
  if (child.type !== 'element' || !isBlock(child.tagName)) return [child]
  if (child.tagName !== 'p') return [settle(child)]
  return partsOfParagraph(child).flatMap((part) => (part.kind === 'block' ? [part.node] : []))
}

/** Text and blocks, each on a line of its own. */
function flow(nodes: readonly ElementContent[], wrap: Wrap): ElementContent[] {
  const parts = partsOf(nodes, { filled: false })
    .flatMap(withoutBlanks)
    .filter((part) => part.kind !== 'gap')
  const inParagraphs = wrap(parts)
  const lines = parts.map((part) => {
    if (part.kind === 'block') return [part.node]
    return inParagraphs ? [element('p', {}, part.nodes)] : part.nodes
  })
  return lines.flatMap((line, index) => (index === 0 ? line : [text('\n'), ...line]))
}

/** A heading has no paragraphs in it, but lines. */
function inline(nodes: readonly ElementContent[]): ElementContent[] {
  const parts = partsOf(nodes, { filled: false }).flatMap(withoutBlanks)
  return parts.flatMap((part, index) => {
    if (part.kind !== 'gap') return part.kind === 'run' ? part.nodes : [part.node]
    return parts[index - 1]?.kind === 'run' && parts[index + 1]?.kind === 'run'
      ? [element('br')]
      : []
  })
}

function partsOf(nodes: readonly ElementContent[], line: Line): Part[] {
  const parts: Part[] = []
  const say = (node: ElementContent) => {
    const last = parts.at(-1)
    if (last?.kind === 'run') last.nodes.push(node)
    else parts.push({ kind: 'run', nodes: [node] })
  }
  const part = (next: Part) => {
    if (next.kind === 'run') for (const node of next.nodes) say(node)
    else parts.push(next)
    if (next.kind !== 'run') line.filled = false
  }
  const endLine = () => {
    if (line.filled) say(element('br'))
    line.filled = false
  }
  const sayText = (value: string) => {
    for (const [index, paragraph] of value.split(/\n[ \t]*\n[ \t\n]*/).entries()) {
      if (index > 0) part({ kind: 'gap' })
      for (const [index, words] of paragraph.split('\n').entries()) {
        if (index > 0) endLine()
        say(text(index > 0 ? `\n${words}` : words))
        line.filled ||= /[^ \t]/.test(words)
      }
    }
  }

  for (const node of nodes) {
    if (node.type === 'text') sayText(node.value)
    else if (isMore(node)) part({ kind: 'block', node })
    else if (node.type !== 'element') say(node)
    else if (node.tagName === 'p') for (const inner of partsOfParagraph(node)) part(inner)
    else if (isBlock(node.tagName)) part({ kind: 'block', node: settle(node) })
    else if (node.tagName === 'br') {
      // The second in a row makes a paragraph, as a blank line does.
      if (line.filled) endLine()
      else part({ kind: 'gap' })
    } else if (node.children.length === 0 || isOpaque(node.tagName)) {
      say(node)
      line.filled ||= shows(node)
    } else for (const inner of within(node, partsOf(node.children, line))) part(inner)
  }
  return parts
}

const isMore = (node: ElementContent): boolean => node.type === 'comment' && node.value === 'more'

/** Paragraphs that the author set stay, but for what a blank line parts from them. */
function partsOfParagraph({ properties, children }: Element): Part[] {
  const parts = partsOf(children, { filled: false }).flatMap(withoutBlanks)
  const first = parts.find(({ kind }) => kind === 'run')
  if (first === undefined && properties.id !== undefined)
    return [...parts, { kind: 'block', node: element('p', properties) }]
  return parts.map((part) =>
    part.kind === 'run'
      ? { kind: 'block', node: element('p', part === first ? properties : {}, part.nodes) }
      : part,
  )
}

/** The parts of a text that is emphasised or linked as a whole are so one by one. */
function within({ tagName, properties }: Element, parts: readonly Part[]): Part[] {
  const copy = (children: ElementContent[], isFirst: boolean) =>
    element(tagName, isFirst ? properties : withoutId(properties), children)
  return parts.map((part, index) => {
    if (part.kind === 'run') return { kind: 'run', nodes: [copy(part.nodes, index === 0)] }
    return part.kind === 'block'
      ? { kind: 'block', node: isMore(part.node) ? part.node : copy([part.node], index === 0) }
      : part
  })
}

const withoutId = ({ id: _, ...properties }: Properties): Properties => properties

/** Where nothing is to be seen, only what has another use stays. */
function withoutBlanks(part: Part): Part[] {
  if (part.kind !== 'run') return [part]
  trim(part.nodes)
  if (part.nodes.some(shows)) return [part]
  return part.nodes
    .filter(
      (node) =>
        node.type === 'comment' ||
        (node.type === 'element' && /^(script|style|template)$/.test(node.tagName)),
    )
    .map((node) => ({ kind: 'block', node }))
}
