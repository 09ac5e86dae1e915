import type { Element, ElementContent, Root, RootContent, Text } from 'hast'
import { element } from '../../core/html/elements.ts'
import { isBlock, isOpaque, shows, text } from './elements.ts'

/** What WordPress and its editors say to their style sheets. */
const classOfWordPress =
  /^((wp|size|has|is|columns|blocks-gallery|are-vertically)-.*|attachment[_-].*|align(none|wide|full))$/

/** Leaves of WordPress's HTML what means something without WordPress. */
export function tidy(tree: Root): void {
  const content = tree.children.flatMap((node) => (node.type === 'doctype' ? [] : tidied(node)))
  tree.children = withoutEmptyLines(content).flatMap((node, index, nodes) =>
    standsAlone(node) && standsAlone(nodes[index - 1]) ? [text('\n'), node] : [node],
  )
}

function tidied(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node]
  const { tagName } = node
  if (!isOpaque(tagName) || tagName === 'pre') node.children = node.children.flatMap(tidied)
  if (isBlock(tagName) && !isOpaque(tagName)) node.children = withoutEmptyLines(node.children)
  const classes = classesOf(node)
  const { className, style } = node.properties
  if (className !== undefined || style !== undefined) {
    showBackground(node, classes)
    sayAlignment(node, classes)
  }
  linkBareAddress(node)
  if (isEmpty(node))
    return tagName === 'span' ? [] : [text('\n'), ...node.children.filter(isComment)]
  return isWrapper(node, classes) ? node.children : [node]
}

/** The marks between blocks leave empty lines, of which one line end is enough. */
const withoutEmptyLines = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes
    .filter((node, index) => !isBlank(node) || !isBlank(nodes[index - 1]))
    .map((node) => (isBlank(node) && node.value.includes('\n') ? text('\n') : node))

const classesOf = ({ properties: { className } }: Element): string[] =>
  Array.isArray(className) ? className.map(String) : []

/** The picture of a cover block may be a background, which a style sheet would have shown. */
function showBackground(node: Element, classes: readonly string[]): void {
  const style = String(node.properties.style ?? '')
  const src = /background-image\s*:\s*url\(\s*['"]?([^'")]+)/i.exec(style)?.[1]
  if (src === undefined || !classes.some((name) => name.startsWith('wp-block-cover'))) return
  node.children.unshift(element('figure', {}, [element('img', { src, alt: '' })]))
  delete node.properties.role
}

function sayAlignment(node: Element, classes: readonly string[]): void {
  const style = String(node.properties.style ?? '')
  const styled = /(?:^|;)\s*text-align\s*:\s*(left|center|right)/i.exec(style)?.[1]?.toLowerCase()
  const said = classes
    .map((name) => name.replace(/^(has-text-)?align-?(?=(left|center|right)$)/, 'align-'))
    .filter((name) => !classOfWordPress.test(name))
  const className = [...new Set(styled === undefined ? said : [...said, `align-${styled}`])]
  delete node.properties.style
  if (className.length > 0) node.properties.className = className
  else delete node.properties.className
}

/** WordPress embedded what an address alone in a paragraph leads to. */
function linkBareAddress(node: Element): void {
  const [only] = node.children
  if (!/^(p|div)$/.test(node.tagName) || only?.type !== 'text' || node.children.length > 1) return
  const address = only.value.trim()
  if (/^https?:\/\/[^\s<>"]+$/.test(address))
    node.children = [element('a', { href: address }, [text(address)])]
}

/** What took up room only. */
function isEmpty({ tagName, properties, children }: Element): boolean {
  if (properties.id !== undefined) return false
  if (tagName === 'p') return !children.some(shows)
  return tagName === 'span'
    ? children.length === 0
    : /^(div|figcaption|figure|ol|ul)$/.test(tagName) && children.every(isBlank)
}

/** Whether an element did nothing but carry a style, or lay out the blocks in it. */
function isWrapper({ tagName, properties, children }: Element, classes: string[]): boolean {
  if (Object.keys(properties).length > 0) return false
  if (tagName === 'span') return true
  if (classes.some((name) => /^blocks-gallery-(grid|item)$/.test(name))) return true
  const isOfBlock = classes.some((name) => name.startsWith('wp-block-'))
  if (tagName === 'figure') return classes.includes('wp-block-gallery') && !children.some(isCaption)
  return (
    tagName === 'div' &&
    isOfBlock &&
    children.every((child) => isBlank(child) || standsAlone(child))
  )
}

const isCaption = (node: ElementContent): boolean =>
  node.type === 'element' && node.tagName === 'figcaption'

const isComment = (node: ElementContent): boolean => node.type === 'comment'

const standsAlone = (node: RootContent | undefined): boolean =>
  node?.type === 'comment' || (node?.type === 'element' && isBlock(node.tagName))

const isBlank = (node: RootContent | undefined): node is Text =>
  node?.type === 'text' && node.value.trim() === ''
