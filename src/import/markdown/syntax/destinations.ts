import createMarkdown from 'markdown-it'
import type { Range } from './markdown-parts.ts'

const { unescapeAll } = createMarkdown().utils

const space = /[ \t]*(?:\r\n?|\n)?[ \t]*/y
const angled = /<(?:[^<>\\\r\n]|\\.)*>/y
const titles: Record<string, RegExp> = {
  '"': /"(?:[^"\\]|\\[\s\S])*"/y,
  "'": /'(?:[^'\\]|\\[\s\S])*'/y,
  '(': /\((?:[^()\\]|\\[\s\S])*\)/y,
}

/** Where a destination stands from an offset on, its angles included; empty where there is none. */
export function readDestination(text: string, from: number, end: number): Range | undefined {
  const start = endOf(space, text, from) ?? from
  if (text[start] === '<') {
    const closing = endOf(angled, text, start)
    return closing === undefined || closing > end ? undefined : { start, end: closing }
  }
  let depth = 0
  let at = start
  for (; at < end; at++) {
    const sign = text[at] ?? ''
    if (sign === '\\' && /[!-/:-@[-`{-~]/.test(text[at + 1] ?? '')) at++
    else if (sign <= ' ' || sign === '\x7f') break
    else if (sign === '(') depth++
    else if (sign === ')' && depth-- === 0) break
    // As deep as markdown-it follows.
    if (depth > 32) return undefined
  }
  return depth > 0 ? undefined : { start, end: Math.min(at, end) }
}

/** The offset after the title that may follow a destination, and the space round it. */
export function titleEnd(text: string, from: number, end: number): number | undefined {
  const start = endOf(space, text, from) ?? from
  const title = start > from ? titles[text[start] ?? ''] : undefined
  if (title === undefined) return start < end ? start : undefined
  const closing = endOf(title, text, start)
  if (closing === undefined) return undefined
  const after = endOf(space, text, closing) ?? closing
  return after < end ? after : undefined
}

function endOf(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : undefined
}

/** What a destination says, without its angles and escapes. */
export const destinationOf = (written: string): string =>
  unescapeAll(written.startsWith('<') ? written.slice(1, -1) : written)

/** An address as a destination; between angles where it can't stand alone. */
export function writeDestination(address: string, isAngled: boolean): string {
  const escaped = address
    .replaceAll('\\', '\\\\')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/[<>\r\n]/g, encodeURIComponent)
  return isAngled || escaped === '' || /[\s\x7f]/.test(escaped) || !isBalanced(escaped)
    ? `<${escaped}>`
    : escaped
}

function isBalanced(address: string): boolean {
  let depth = 0
  for (const sign of address) {
    if (sign === '(') depth++
    if (sign === ')' && depth-- === 0) return false
  }
  return depth === 0
}
