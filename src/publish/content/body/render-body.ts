import type { Element, Properties, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { elementsOf } from '../../../core/html/elements.ts'
import { parseHtml } from '../../../core/html/parse-html.ts'
import type { Image, Picture, Size } from '../../../core/post.ts'
import { marksElsewhere } from '../other-programs.ts'
import { markBareLinks } from './bare-links.ts'
import { type Highlighter, highlightCode } from './code.ts'
import { nameFootnotes } from './footnotes.ts'
import { closeHeadingGaps, nameHeadings, takeTitle } from './headings.ts'
import { nameParagraphs, separateIds } from './ids.ts'
import { markInlineImages } from './inline-images.ts'
import { markLongNumbers } from './lists.ts'
import { describeLosses } from './losses.ts'
import { markdownToHtml } from './markdown.ts'
import { modernise } from './modernise.ts'
import { nameLinks } from './name-links.ts'
import { proseBeforeMore, proseOf, wordsOf, wordsOutsideCode } from './plain-text.ts'
import { sanitiseComment, sanitisePost } from './sanitise.ts'
import { frameTables } from './tables.ts'

export interface Body {
  /** Safe to show. */
  html: string
  /** The given title, or the heading that opened the text. */
  title: string | undefined
  /** The running text. */
  prose: string
  /** The running text before `<!--more-->`, where the author set one. */
  teaser: string | undefined
  /** Every word: to be counted, and found by. */
  words: string
  pictures: Picture[]
  /** The first of them that is no sign among words. */
  picture: Picture | undefined
}

/** A text as its author wrote it. */
export interface Written {
  kind: 'markdown' | 'html'
  body: string
  title: string | undefined
  /** Those of the comments on it. */
  otherIds: readonly string[]
}

/** What links and images mean, of a text and of the comments on it. */
export interface Resolve {
  link: (href: string) => string
  image: (src: string) => Image | undefined
  commentLink: (href: string) => string
  /** Tells the owner of something in the text. */
  warn: (message: string) => void
}

/** The body of a post or page, from its text to safe HTML and what lists need to know of it. */
export function renderBody(
  written: Written,
  resolve: Resolve,
  highlighter: Highlighter | undefined,
): Body {
  const html = written.kind === 'html' ? written.body : markdownToHtml(written.body, resolve.warn)
  const parsed = parseHtml(html)
  modernise(parsed)
  for (const message of describeLosses(parsed)) resolve.warn(message)
  const teaser = proseBeforeMore(parsed, html)
  const tree = sanitisePost(parsed)
  const title = takeTitle(tree, written.title)
  closeHeadingGaps(tree)
  nameHeadings(tree)
  nameParagraphs(tree)
  separateIds(tree, written.otherIds)
  nameFootnotes(tree)
  markBareLinks(tree)
  resolveLinks(tree, resolve.link)
  const pictures = resolveImages(tree, resolve.image)
  nameLinks(tree)
  markLongNumbers(tree)
  const signs = markInlineImages(tree)
  const prose = proseOf(tree)
  const words = wordsOf(tree)
  // Most texts have none, in code or outside it.
  if (marksElsewhere(words).length > 0)
    for (const message of marksElsewhere(wordsOutsideCode(tree))) resolve.warn(message)
  frameTables(tree)
  highlightCode(tree, highlighter)
  return {
    html: toHtml(tree).trim(),
    title,
    prose,
    teaser: teaser || undefined,
    words,
    pictures: [...pictures.values()],
    picture: [...pictures].find(([image, picture]) => !signs.has(image) && isSound(picture))?.[1],
  }
}

/** A comment's HTML, safe to show. */
export function renderComment(html: string, resolveLink: Resolve['commentLink']): string {
  const parsed = parseHtml(html)
  modernise(parsed)
  const tree = sanitiseComment(parsed)
  resolveLinks(tree, resolveLink)
  for (const { tagName, properties } of elementsOf(tree)) {
    if (tagName === 'a' && properties.href !== undefined) properties.rel = ['nofollow', 'ugc']
    if (tagName === 'img') Object.assign(properties, { alt: properties.alt ?? '', ...lazily })
  }
  nameLinks(tree)
  frameTables(tree)
  highlightCode(tree, undefined)
  return toHtml(tree).trim()
}

const lazily = { loading: 'lazy', decoding: 'async' }

function resolveLinks(tree: Root, resolve: (href: string) => string): void {
  for (const { properties } of elementsOf(tree))
    for (const reference of ['href', 'cite']) {
      const written = properties[reference]
      if (typeof written === 'string') properties[reference] = resolve(written)
    }
}

/** One of the blog's own that can't be measured can't be shown either, but for drawings without a size. */
const isSound = ({ src, width }: Picture): boolean =>
  !src.startsWith('/') || width !== undefined || src.endsWith('.svg')

/** The first image is likely on the first screen: waiting for it would show a hole there. */
function resolveImages(tree: Root, resolve: Resolve['image']): Map<Element, Picture> {
  const pictures = new Map<Element, Picture>()
  for (const image of elementsOf(tree)) {
    const { tagName, properties } = image
    if (tagName !== 'img' || typeof properties.src !== 'string') continue
    const found = resolve(properties.src)
    const alt = typeof properties.alt === 'string' ? properties.alt : ''
    Object.assign(
      properties,
      { alt, ...found },
      writtenSize(properties, found ?? {}),
      pictures.size > 0 && lazily,
    )
    if (found !== undefined) pictures.set(image, { alt, ...found })
  }
  return pictures
}

/** The size that the author gave, with a missing side in the picture's own proportion. */
function writtenSize({ width, height }: Properties, own: Size): Size {
  if (typeof width === 'number' && typeof height === 'number') return { width, height }
  const ratio = own.width && own.height ? own.width / own.height : undefined
  if (ratio === undefined) return {}
  if (typeof width === 'number') return { width, height: Math.round(width / ratio) }
  if (typeof height === 'number') return { width: Math.round(height * ratio), height }
  return {}
}
