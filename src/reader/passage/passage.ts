import { copyAddress, shareBySystem } from '../share-address.ts'

/** A part of a text that the reader has selected, and where on the page what it offers ends, in pixels. */
export interface Passage {
  range: Range
  end: { top: number; right: number }
}

/** Shorter ones are slips of the hand. */
const leastLength = 2

/** What is selected, where that is a passage of the post's text or of a comment. */
export function selectedPassage(): Passage | undefined {
  const selection = document.getSelection()
  if (selection === null || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (range.toString().trim().length < leastLength) return undefined
  const begins = elementAt(range.startContainer)?.closest(prose)
  const ends = elementAt(range.endContainer)?.closest(`${prose}, .post-footer`)
  if (!begins || !ends) return undefined
  const last = [...range.getClientRects()].at(-1)
  if (last === undefined) return undefined
  const end = { top: last.bottom + window.scrollY, right: last.right }
  return { range: range.cloneRange(), end }
}

/** What Tab leads to after a passage; or the last before its end. */
export function focusableBeside({ range }: Passage, isAfter: boolean): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) => element.checkVisibility() && element.closest('.passage') === null,
  )
  const side = (element: Element) => range.comparePoint(element, 0)
  return isAfter
    ? all.find((element) => side(element) > 0)
    : all.findLast((element) => side(element) <= 0)
}

const focusable = 'a[href], button, input, select, summary, [tabindex="0"]'

const elementAt = (node: Node): Element | null =>
  node instanceof Element ? node : node.parentElement

/** The text or a comment; a selection of whole paragraphs may end before the first letter of what comes after. */
const prose = '.post .prose'

/**
 * Shares the page at `url`, scrolled to the passage and with it marked
 * (https://wicg.github.io/scroll-to-text-fragment/). Gives the words that say what was done: none
 * where the system's share sheet was shown.
 */
export async function sharePassage(title: string, url: string, passage: Passage): Promise<string> {
  const address = url + (await fragmentOf(passage))
  if (await shareBySystem(title, address)) return ''
  return copyAddress(address)
}

/** What tells the smallest text fragment that names a range and no other: none where there is none. */
async function fetchNaming() {
  const { generateFragmentFromRange } = await import(
    'text-fragments-polyfill/dist/fragment-generation-utils.js'
  )
  return generateFragmentFromRange
}

/** WebKit copies nothing once a click has waited for a script. */
export const prepareToShare = (): void => void fetchNaming().catch(() => {})

/** A text fragment that names the passage; where there is none, or what makes it does not arrive, its paragraph, or the last one with an address before it. */
async function fragmentOf({ range }: Passage): Promise<string> {
  const nameOf = await fetchNaming().catch(() => undefined)
  const named = fittedToText(range)
  const fragment = nameOf?.(named).fragment
  const start = elementAt(named.startContainer)
  if (fragment === undefined) {
    const place =
      start?.closest('.prose [id], .comments [id]') ??
      [...document.querySelectorAll(`${prose} [id]`)].findLast(
        (earlier) => range.comparePoint(earlier, 0) < 0,
      )
    return place ? `#${encodeURIComponent(place.id)}` : ''
  }
  const { prefix, textStart, textEnd, suffix } = fragment
  // Browsers look for breaks and indents in code, and for a space instead of each elsewhere. A text that is
  // named whole comes with spaces for all, in small letters; the words are what the range was widened to.
  const code = start?.closest('pre')
  // A dash would tell a prefix or suffix apart.
  const encode = (text: string) =>
    encodeURIComponent((code ? text : text.replace(/\s+/g, ' ')).trim()).replaceAll('-', '%2D')
  const parts = [
    prefix && `${encode(prefix)}-`,
    encode(code && !textEnd ? named.toString() : textStart),
    textEnd && encode(textEnd),
    suffix && `-${encode(suffix)}`,
  ]
  return `#:~:text=${parts.filter(Boolean).join(',')}`
}

/**
 * The same passage from its first text to its last: a triple click selects up to an element, or to where
 * the next paragraph begins, of which no words can be told.
 */
function fittedToText(range: Range): Range {
  const fitted = range.cloneRange()
  const texts: Text[] = []
  const nodes = document.createNodeIterator(range.commonAncestorContainer, NodeFilter.SHOW_TEXT)
  for (let node = nodes.nextNode(); node; node = nodes.nextNode())
    if (node instanceof Text && range.intersectsNode(node) && partWithin(range, node).trim() !== '')
      texts.push(node)
  const [first, last] = [texts[0], texts.at(-1)]
  if (first && first !== range.startContainer) fitted.setStart(first, 0)
  if (last && last !== range.endContainer) fitted.setEnd(last, last.length)
  return fitted
}

const partWithin = ({ startContainer, startOffset, endContainer, endOffset }: Range, text: Text) =>
  text.data.slice(
    text === startContainer ? startOffset : 0,
    text === endContainer ? endOffset : undefined,
  )
