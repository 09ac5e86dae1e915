import { textAt } from '../fields/fields.ts'
import { isInside, literalRanges, rangesOf } from '../syntax/markdown-parts.ts'
import { indentAt, rewrite } from '../syntax/rewrite.ts'
import { readArguments, type TagArguments } from '../syntax/tag-arguments.ts'
import type { BodyContext } from './body-context.ts'
import { codeBlock, shownBy } from './embeds.ts'

/** What opens another is in none, so that a text full of openings is read once. */
const shortcode = /\{\{[<%]((?:[^{>%]|\{(?!\{[<%])|[>%](?!\}\}))*)[>%]\}\}/

/** A body with Hugo's shortcodes done, as far as they are known; others stay as text, and are noted. */
export function translateShortcodes(body: string, context: BodyContext): string {
  if (!/\{\{[<%]/.test(body)) return body
  const literal = literalRanges(body, context.markup)
  const highlightEnds = rangesOf(body, /\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/g)

  return rewrite(body, shortcode, ({ index: start, 0: whole, 1: inside = '' }) => {
    const end = start + whole.length
    const isLiteral = isInside(literal, start)
    const asItIs = { end: start + 2, text: whole.slice(0, 2) }
    const isEscaped = /^\/\*[\s\S]*\*\/$/.test(inside)
    // Hugo shows these without their comment signs, in code too.
    if (isEscaped && (!isLiteral || context.site.generator === 'hugo'))
      return { end, text: whole.slice(0, 3) + inside.slice(2, -2) + whole.slice(-3) }
    if (isLiteral || isEscaped) return asItIs
    const [, slash, name = '', rest = ''] = /^\s*(\/?)\s*([\w./-]*)([\s\S]*)$/.exec(inside) ?? []
    const called = readArguments(rest.replace(/\/\s*$/, ''))
    const indent = indentAt(body, start)
    const isCode = name === 'highlight' && slash === ''
    const closing = isCode ? highlightEnds.find(({ start }) => start >= end) : undefined
    if (closing !== undefined) {
      const code = body.slice(end, closing.start)
      const language = called.positional[0] ?? ''
      return { end: closing.end, text: codeBlock(code, language, context.markup, indent) }
    }
    const text = slash === '' ? shown(name, called, indent, context) : closed(name)
    if (text !== undefined) return { end, text }
    if (slash === '') context.notes.add(`the shortcode "${name}" stays as text`)
    return asItIs
  })
}

const raw = /^(raw|rawhtml|html)$/

/** What a shortcode shows; undefined where nobody knows. */
function shown(
  name: string,
  called: TagArguments,
  indent: string | undefined,
  { markup, fields, targets, text }: BodyContext,
): string | undefined {
  const { positional, named } = called
  if (raw.test(name)) return ''
  if (name === 'details') {
    const summary = named.summary ?? named.title ?? positional[0] ?? 'Details'
    return `<details>\n<summary>${summary}</summary>\n\n`
  }
  if (name === 'ref' || name === 'relref') {
    const path = positional[0] ?? named.path
    const { lang: language = text.language } = named
    return path && (targets.find(path, { ...text, language }) ?? path)
  }
  if (name === 'param') return textAt(fields, positional[0] ?? '')
  return name === 'highlight' ? undefined : shownBy(name, called, markup, indent)
}

function closed(name: string): string | undefined {
  if (name === 'details') return '\n\n</details>'
  return raw.test(name) ? '' : undefined
}
