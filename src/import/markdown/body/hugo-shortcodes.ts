import { textAt } from '../fields/fields.ts'
import { finder, tagReader } from '../syntax/find-ahead.ts'
import { isInside, literalRanges } from '../syntax/markdown-parts.ts'
import { indentAt, type Replacement, rewrite } from '../syntax/rewrite.ts'
import { readArguments, type TagArguments } from '../syntax/tag-arguments.ts'
import type { BodyContext } from './body-context.ts'
import { codeBlock, embedAddress, figure, figureOf, linkTo } from './embeds.ts'

/** A body with Hugo's shortcodes done, as far as they are known; others stay as text, and are noted. */
export function translateShortcodes(body: string, context: BodyContext): string {
  if (!/\{\{[<%]/.test(body)) return body
  const literal = literalRanges(body, context.markup)
  const tagFrom = tagReader(body, /[>%]\}\}/g)
  const highlightEnd = finder(body, /\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/g)

  const codeIn = (
    { called }: Shortcode,
    end: number,
    indent: string | undefined,
  ): Replacement | undefined => {
    const closing = highlightEnd(end)
    if (closing === undefined) return undefined
    const code = body.slice(end, closing.start)
    const block = codeBlock(code, called.positional[0] ?? '', context.markup, indent ?? '')
    return { end: closing.end, text: indent === undefined ? `\n${block}` : block }
  }

  return rewrite(body, /\{\{[<%]/, ({ index: at }) => {
    const isLiteral = isInside(literal, at)
    const tag = tagFrom(at + 3)
    if (tag === undefined) return undefined
    const { inside, end } = tag
    const isEscaped = /^\/\*[\s\S]*\*\/$/.test(inside)
    // Hugo shows these without their comment signs, in code too.
    if (isEscaped && (!isLiteral || context.site.generator === 'hugo'))
      return { end, text: body.slice(at, at + 3) + inside.slice(2, -2) + body.slice(end - 3, end) }
    if (isLiteral || isEscaped) return undefined
    const shortcode = shortcodeOf(inside)
    const { name, isClosing } = shortcode
    const indent = indentAt(body, at)
    if (name === 'highlight' && !isClosing) {
      const block = codeIn(shortcode, end, indent)
      if (block !== undefined) return block
    }
    const text = shown(shortcode, indent, context)
    if (text !== undefined) return { end, text }
    if (!isClosing) context.notes.add(`the shortcode "${name}" stays as text`)
    return undefined
  })
}

interface Shortcode {
  name: string
  isClosing: boolean
  called: TagArguments
}

function shortcodeOf(inside: string): Shortcode {
  const [, slash, name = '', rest = ''] = /^\s*(\/?)\s*([\w./-]*)([\s\S]*)$/.exec(inside) ?? []
  return { name, isClosing: slash === '/', called: readArguments(rest.replace(/\/\s*$/, '')) }
}

/** What a shortcode shows that is no block; undefined where nobody knows. */
function shown(
  shortcode: Shortcode,
  indent: string | undefined,
  { markup, fields, targets, text }: BodyContext,
): string | undefined {
  const { name, isClosing, called } = shortcode
  if (/^(raw|rawhtml|html)$/.test(name)) return ''
  if (name === 'details') return detailsTag(shortcode)
  if (isClosing || name === 'highlight') return undefined
  if (name === 'ref' || name === 'relref') {
    const path = called.positional[0] ?? called.named.path
    return path && (targets.find(path, text.name) ?? path)
  }
  if (name === 'param') return textAt(fields, called.positional[0] ?? '')
  const picture = figureOf(called)
  if (picture !== undefined) return figure(picture, markup, indent)
  const address = embedAddress(name, called)
  return address === undefined ? undefined : linkTo(address, called.named.title, markup)
}

function detailsTag({ isClosing, called }: Shortcode): string {
  if (isClosing) return '\n\n</details>'
  const summary = called.named.summary ?? called.named.title ?? called.positional[0] ?? 'Details'
  return `<details>\n<summary>${summary}</summary>\n\n`
}
