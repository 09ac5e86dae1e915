import createMarkdown from 'markdown-it'
import type { Range } from './markdown-parts.ts'

const { parseLinkDestination } = createMarkdown().helpers

export interface Destination extends Range {
  /** What it says, without its angles and escapes; empty where there is none. */
  address: string
}

/** The destination that stands from an offset on, after the space before it. */
export function readDestination(text: string, from: number, end: number): Destination {
  const start = from + text.slice(from, end).search(/\S|$/)
  const { ok, pos, str } = parseLinkDestination(text, start, end)
  return { start, end: ok ? pos : start, address: str }
}

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
