import { textAt } from '../fields/fields.ts'
import { finder } from '../syntax/find-ahead.ts'
import { isInside, literalRanges, type Range } from '../syntax/markdown-parts.ts'
import { indentAt, type Replacement, rewrite } from '../syntax/rewrite.ts'
import { readArguments, type TagArguments } from '../syntax/tag-arguments.ts'
import type { BodyContext } from './body-context.ts'
import { codeBlock, embedAddress, figure, figureOf, linkTo } from './embeds.ts'

/** A body with Hugo's shortcodes done, as far as they are known; others stay as text, and are noted. */
export function translateShortcodes(body: string, context: BodyContext): string {
  if (!/\{\{[<%]/.test(body)) return body
  const reader = new ShortcodeReader(body, context)
  return rewrite(body, /\{\{[<%]/, (at) => reader.read(at))
}

interface Shortcode extends Range {
  name: string
  isClosing: boolean
  called: TagArguments
}

class ShortcodeReader {
  readonly #body: string
  readonly #context: BodyContext
  readonly #literal: readonly Range[]
  readonly #closings: (from: number) => Range | undefined
  readonly #highlightEnds: (from: number) => Range | undefined

  constructor(body: string, context: BodyContext) {
    this.#body = body
    this.#context = context
    this.#literal = literalRanges(body)
    this.#closings = finder(body, /[>%]\}\}/g)
    this.#highlightEnds = finder(body, /\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/g)
  }

  read(at: number): Replacement | undefined {
    const isLiteral = isInside(this.#literal, at)
    const closing = this.#closings(at + 3)
    // What is longer was never meant as one.
    if (closing === undefined || closing.start - at > 5000) return undefined
    const inside = this.#body.slice(at + 3, closing.start)
    const isEscaped = /^\/\*[\s\S]*\*\/$/.test(inside)
    // Hugo shows these without their comment signs, in code too.
    if (isEscaped && (!isLiteral || this.#context.site.generator === 'hugo'))
      return { end: closing.end, text: this.#unescaped(at, inside, closing) }
    if (isLiteral || isEscaped) return undefined
    const shortcode = shortcodeOf(inside, { start: at, end: closing.end })
    const replacement = this.#translate(shortcode)
    if (replacement === undefined && !shortcode.isClosing)
      this.#context.notes.add(`the shortcode "${shortcode.name}" stays as text`)
    return replacement
  }

  #unescaped(at: number, inside: string, { start, end }: Range): string {
    return this.#body.slice(at, at + 3) + inside.slice(2, -2) + this.#body.slice(start, end)
  }

  #translate(shortcode: Shortcode): Replacement | undefined {
    const { start, end, name, isClosing, called } = shortcode
    const { markup, fields, targets, text } = this.#context
    const indent = indentAt(this.#body, start)
    if (name === 'highlight' && !isClosing) return this.#readHighlight(shortcode, indent)
    if (/^(raw|rawhtml|html)$/.test(name)) return { end, text: '' }
    if (name === 'details') return { end, text: detailsTag(shortcode) }
    if (isClosing) return undefined
    if (name === 'ref' || name === 'relref') {
      const path = called.positional[0] ?? called.named.path
      return path === undefined ? undefined : { end, text: targets.find(path, text.name) ?? path }
    }
    if (name === 'param') {
      const value = textAt(fields, called.positional[0] ?? '')
      return value === undefined ? undefined : { end, text: value }
    }
    const shown = figureOf(called)
    if (shown !== undefined) return { end, text: figure(shown, markup, indent) }
    const address = embedAddress(name, called)
    return address === undefined
      ? undefined
      : { end, text: linkTo(address, called.named.title, markup) }
  }

  #readHighlight(shortcode: Shortcode, indent: string | undefined): Replacement | undefined {
    const closing = this.#highlightEnds(shortcode.end)
    if (closing === undefined) return undefined
    const code = this.#body.slice(shortcode.end, closing.start)
    const language = shortcode.called.positional[0] ?? ''
    const block = codeBlock(code, language, this.#context.markup, indent ?? '')
    return { end: closing.end, text: indent === undefined ? `\n${block}` : block }
  }
}

function shortcodeOf(inside: string, range: Range): Shortcode {
  const [, slash, name = '', rest = ''] = /^\s*(\/?)\s*([\w./-]*)([\s\S]*)$/.exec(inside) ?? []
  return {
    ...range,
    name,
    isClosing: slash === '/',
    called: readArguments(rest.replace(/\/\s*$/, '')),
  }
}

function detailsTag({ isClosing, called }: Shortcode): string {
  if (isClosing) return '\n\n</details>'
  const summary = called.named.summary ?? called.named.title ?? called.positional[0] ?? 'Details'
  return `<details>\n<summary>${summary}</summary>\n\n`
}
