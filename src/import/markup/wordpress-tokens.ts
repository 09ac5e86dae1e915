import { isBlock } from './elements.ts'

/** What in a text of WordPress's is neither words nor HTML. */
export type Token = Shortcode | Mark | Address

interface Place {
  start: number
  end: number
  isInParagraph: boolean
}

/** `[name key="value"]` or `[/name]`. */
export interface Shortcode extends Place {
  kind: 'shortcode'
  name: string
  attributes: string
  isClosing: boolean
  /** Whether there is one bracket more, as where a shortcode is shown instead of meant. */
  bracketBefore: boolean
  bracketAfter: boolean
}

/** `<!--more-->` and its like. */
interface Mark extends Place {
  kind: 'mark'
  name: 'more' | 'noteaser' | 'nextpage'
}

/** An address that has a line to itself. */
interface Address extends Place {
  kind: 'address'
  url: string
}

/** Each alternative stops at the next bracket: whatever the text, no part of it is read again and again. */
const anyToken =
  /<!--|<(\/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>|(\[?)\[(\/?)([a-z][a-z0-9_-]+)((?:[\s/][^[\]]*)?)\](\]?)|^[ \t]*(https?:\/\/[^\s<>"[\]]+)[ \t]*$/gm

const verbatim = /^(pre|code|script|style|textarea)$/

/** The tokens of a text in their order; inside code there are none. */
export function* tokensOf(written: string): Generator<Token> {
  const search = new RegExp(anyToken)
  let code: string | undefined
  let isInParagraph = false
  let isInLink = false
  for (let match = search.exec(written); match !== null; match = search.exec(written)) {
    const [whole, slash, tag = '', before, closing, name, attributes = '', after, url] = match
    const place = { start: match.index, end: search.lastIndex, isInParagraph }
    const tagName = tag.toLowerCase()
    if (code !== undefined) {
      if (slash === '/' && tagName === code) code = undefined
    } else if (whole === '<!--') {
      const close = written.indexOf('-->', place.end)
      if (close < 0) return
      search.lastIndex = close + 3
      const name = markOf(written.slice(place.end, close))
      if (name !== undefined) yield { ...place, end: close + 3, kind: 'mark', name }
    } else if (tagName !== '') {
      if (slash === '' && verbatim.test(tagName)) code = tagName
      if (tagName === 'a') isInLink = slash === ''
      if (isBlock(tagName)) isInParagraph = slash === '' && tagName === 'p'
    } else if (name !== undefined) {
      const bracketBefore = before === '['
      const bracketAfter = after === ']'
      const start = place.start + Number(bracketBefore)
      const end = place.end - Number(bracketAfter)
      const said = { name, attributes, isClosing: closing === '/', bracketBefore, bracketAfter }
      yield { start, end, isInParagraph, kind: 'shortcode', ...said }
    } else if (url !== undefined && !isInLink) yield { ...place, kind: 'address', url }
  }
}

function markOf(comment: string): Mark['name'] | undefined {
  const said = comment.trim()
  if (said === 'noteaser' || said === 'nextpage') return said
  // The author's own words for the link to the rest of the post may follow.
  return /^more(\s|$)/.test(said) ? 'more' : undefined
}
