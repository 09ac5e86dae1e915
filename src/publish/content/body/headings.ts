import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { elementsOf, hasClass } from '../../../core/html/elements.ts'
import { slugify } from '../../../core/slugs.ts'

/**
 * The page's only `h1` is the post's title. A heading that opens the text is that title where the
 * front matter gives none, and a repetition where it gives the same: both leave the text.
 */
export function takeTitle(tree: Root, given: string | undefined): string | undefined {
  const first = tree.children.find((node) => node.type !== 'text' || node.value.trim() !== '')
  let title = given
  if (first?.type === 'element' && first.tagName === 'h1' && !holdsMoreThanWords(first)) {
    const text = textOf(first).trim()
    title ??= text || undefined
    if (title !== undefined && saysTheSame(text, title))
      tree.children.splice(tree.children.indexOf(first), 1)
  }
  return title
}

/**
 * Below the title come `h2`, and so on without a gap, in whatever levels the author nested them:
 * a skipped level sounds like a missing part (https://www.w3.org/WAI/tutorials/page-structure/headings/).
 */
export function closeHeadingGaps(tree: Root): void {
  const above: number[] = []
  for (const heading of headingsIn(tree)) {
    const level = Number(heading.tagName[1])
    while ((above.at(-1) ?? 0) >= level) above.pop()
    above.push(level)
    heading.tagName = `h${Math.min(6, above.length + 1)}`
  }
}

/** A picture or a footnote would be lost with the heading. */
const holdsMoreThanWords = (heading: Element): boolean =>
  elementsOf(heading).some(({ tagName }) => tagName === 'img' || tagName === 'sup')

const saysTheSame = (a: string, b: string): boolean =>
  a === b || (slugify(a) !== '' && slugify(a) === slugify(b))

/** Gives each heading an id made of its words, so that it can be linked to. */
export function nameHeadings(tree: Root): void {
  for (const heading of headingsIn(tree)) heading.properties.id ??= idOf(wordsIn(heading))
}

/** Without the numbers of footnotes, which change. */
const wordsIn = ({ children }: Element): string =>
  children
    .map((child) => {
      if (child.type !== 'element') return textOf(child)
      return hasClass(child, 'footnote-ref') ? '' : wordsIn(child)
    })
    .join('')

/** As GitHub makes them, since authors link to those: "1. What's new" is "1-whats-new". */
const idOf = (words: string): string | undefined =>
  words
    .trim()
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-') || undefined

const headingsIn = (tree: Root): Element[] =>
  elementsOf(tree).filter(({ tagName }) => /^h[1-6]$/.test(tagName))
