import type { Resolve } from '../markup/html-addresses.ts'
import { readDestination, writeDestination } from './syntax/destinations.ts'
import { tagEdits } from './syntax/html-addresses.ts'
import { type Inline, inlinesIn } from './syntax/inlines.ts'
import { commentOrTag, markdownParts, type Range } from './syntax/markdown-parts.ts'
import { applyEdits, type Edit } from './syntax/rewrite.ts'
import { tagAt } from './syntax/tag.ts'

/**
 * A Markdown text whose links and images lead where `resolve` says. Nothing else of it changes, not
 * a byte; code and comments are left alone.
 */
export function mapAddresses(markdown: string, resolve: Resolve): string {
  const env = {}
  const parts = markdownParts(markdown, env)
  const imageLabels = new Set<string>()

  const destinationEdits = (from: number, end: number, isImage: boolean): Edit[] => {
    const found = readDestination(markdown, from, end)
    if (found.address === '') return []
    const resolved = isImage ? resolve.image(found.address) : resolve.link(found.address)
    if (resolved === found.address) return []
    return [{ ...found, text: writeDestination(resolved, markdown[found.start] === '<') }]
  }

  const tagEditsAt = (start: number): Edit[] => {
    const tag = tagAt(markdown, start)
    return tag === undefined ? [] : tagEdits(tag, resolve)
  }

  const inlineEdits = ({ kind, start, wordsEnd, end }: Inline): Edit[] => {
    if (kind === 'backticks') return []
    if (kind === 'html_inline') return tagEditsAt(start)
    if (kind === 'autolink') return autolinkEdits({ start, end })
    const isImage = kind === 'image'
    if (markdown[wordsEnd + 1] === '(') return destinationEdits(wordsEnd + 2, end, isImage)
    if (isImage)
      imageLabels.add(
        labelKey(markdown.slice(wordsEnd + 2, end - 1) || markdown.slice(start + 2, wordsEnd)),
      )
    return []
  }

  const autolinkEdits = ({ start, end }: Range): Edit[] => {
    const address = markdown.slice(start + 1, end - 1)
    // The other kind is a mail address.
    if (!whole.test(address)) return []
    const resolved = resolve.link(address)
    if (resolved === address) return []
    const text = whole.test(resolved)
      ? `<${resolved}>`
      : `[${address.replace(/[\\[\]*_`]/g, '\\$&')}](${writeDestination(resolved, false)})`
    return [{ start, end, text }]
  }

  const edits = parts.flatMap((part) => {
    if (part.kind === 'inline') return inlinesIn(markdown, part, env).flatMap(inlineEdits)
    if (part.kind !== 'html') return []
    const openings = markdown.slice(part.start, part.end).matchAll(commentOrTag)
    return [...openings].flatMap(({ index }) => tagEditsAt(part.start + index))
  })
  // Whether a definition is of an image, only its uses tell.
  const definitions = parts.flatMap(({ kind, start, end }) => {
    const [opening, label] = definition.exec(markdown.slice(start, end)) ?? []
    if (kind !== 'definition' || opening === undefined || label === undefined) return []
    return destinationEdits(start + opening.length, end, imageLabels.has(labelKey(label)))
  })
  return applyEdits(markdown, [...edits, ...definitions])
}

const whole = /^[a-z][a-z0-9+.-]{1,31}:[^\s<>]*$/i
const definition = /^[\s\S]*?\[((?:[^[\]\\]|\\.){1,999})\]:\s*(?:>\s*)*/

const labelKey = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase()
