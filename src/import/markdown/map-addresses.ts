import type { Resolve } from '../markup/html-addresses.ts'
import { AddressReader } from './syntax/address-reader.ts'
import { markdownParts } from './syntax/markdown-parts.ts'
import { applyEdits } from './syntax/rewrite.ts'

/**
 * A Markdown text whose links and images lead where `resolve` says. Nothing else of it changes, not
 * a byte; code and comments are left alone.
 */
export function mapAddresses(markdown: string, resolve: Resolve): string {
  const reader = new AddressReader(markdown, resolve)
  const parts = markdownParts(markdown)
  const edits = parts.flatMap((part) => (part.kind === 'definition' ? [] : reader.read(part)))
  // Whether a definition is of an image, only its uses tell.
  const definitions = parts.flatMap((part) =>
    part.kind === 'definition' ? reader.readDefinition(part) : [],
  )
  return applyEdits(markdown, [...edits, ...definitions])
}
