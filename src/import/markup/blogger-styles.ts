import type { Element, ElementContent } from 'hast'
import { element } from '../../core/html/elements.ts'
import { styleOf } from './inline-style.ts'
import { elementsFrom } from './walk.ts'

/** The elements that today's HTML has for what a style meant, and where that says nothing new. */
const meanings: [property: string, value: RegExp, tagName: string, saidBy: RegExp][] = [
  ['font-weight', /^(bold|bolder|[6-9]\d\d)$/, 'strong', /^(b|strong|h[1-6]|th)$/],
  ['font-style', /^(italic|oblique)/, 'em', /^(i|em|cite)$/],
  ['text-decoration', /line-through/, 's', /^(s|strike|del)$/],
  ['text-decoration-line', /line-through/, 's', /^(s|strike|del)$/],
  ['vertical-align', /^super$/, 'sup', /^sup$/],
  ['vertical-align', /^sub$/, 'sub', /^sub$/],
]

const looks =
  /^(style|class|trbidi|imageanchor|border|bgColor|background|cellPadding|cellSpacing|vAlign|noWrap|noShade|hSpace|vSpace|clear|face|color|size|target|xmlLang|on.*|data.+|.*:.*)$/
/** Anchors that editors set for themselves, and no link leads to. */
const litterIds = /^(BLOGGER_PHOTO_ID|docs-internal-guid|goog_\d|OLE_LINK|_GoBack$)/
const sized = /^(img|iframe|object|embed|video|canvas|svg)$/

/** Says in elements what was said in styles, and takes the styles and Word's litter away. */
export function sayPlainly(text: Element): void {
  for (const node of elementsFrom(text)) {
    if (saysNothing(node)) node.tagName = 'span'
    if (node.tagName !== 'pre') {
      node.children = node.children.flatMap(withoutLitter)
      node.children = said(node)
    }
    tidyAttributes(node)
  }
}

/** Whether an element is there for its look, for Word, or to undo what its name says. */
function saysNothing(node: Element): boolean {
  const { tagName } = node
  if (/^(font|big|nobr)$|:/.test(tagName)) return true
  if (tagName === 'b' || tagName === 'strong')
    return /^(normal|lighter|[1-4]00)$/.test(styleOf(node, 'font-weight') ?? '')
  if (tagName === 'i' || tagName === 'em') return styleOf(node, 'font-style') === 'normal'
  return false
}

/** The mark where a post's opening ends is Blogger's one anchor with a meaning; comments have none. */
function withoutLitter(node: ElementContent): ElementContent[] {
  if (node.type === 'comment')
    return node.value.trim().toLowerCase() === 'more' ? [{ type: 'comment', value: 'more' }] : []
  if (node.type !== 'element' || node.tagName !== 'a') return [node]
  const { name, id, href } = node.properties
  const isMore = href === undefined && (name ?? id) === 'more'
  // What is inside was never meant to be: "<a name='more'/>" closes nothing.
  return isMore
    ? [{ type: 'comment', value: 'more' }, ...node.children.flatMap(withoutLitter)]
    : [node]
}

/** An element's children, in elements that say what its style says of them. */
function said(styled: Element): ElementContent[] {
  if (styled.children.length === 0) return []
  const meant = meanings.filter(
    ([property, value, , saidBy]) =>
      value.test(styleOf(styled, property) ?? '') && !saidBy.test(styled.tagName),
  )
  return meant.reduce(
    (children, [, , tagName]) => [element(tagName, {}, children)],
    styled.children,
  )
}

function tidyAttributes({ tagName, properties }: Element): void {
  const { className, id, name } = properties
  for (const key of Object.keys(properties)) if (looks.test(key)) delete properties[key]
  if (!sized.test(tagName)) {
    delete properties.width
    delete properties.height
  }
  if (litterIds.test(String(id))) delete properties.id
  if (litterIds.test(String(name))) delete properties.name
  if (!Array.isArray(className)) return
  const kept = tagName === 'pre' ? className : className.filter((name) => isKept(tagName, name))
  if (kept.length === 0) delete properties.className
  else properties.className = kept
}

const isKept = (tagName: string, name: string | number): boolean =>
  tagName === 'code'
    ? String(name).startsWith('language-')
    : (tagName === 'img' || tagName === 'figure') && /^align-(left|right)$/.test(String(name))
