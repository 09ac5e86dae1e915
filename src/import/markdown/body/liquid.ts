import { finder } from '../syntax/find-ahead.ts'
import { htmlComments, isInside, literalRanges, type Range } from '../syntax/markdown-parts.ts'
import { afterLine, indentAt, type Replacement, rewrite, startOfBlank } from '../syntax/rewrite.ts'
import { readArguments } from '../syntax/tag-arguments.ts'
import type { BodyContext } from './body-context.ts'
import { codeBlock, embedAddress, figure, figureOf, linkTo } from './embeds.ts'
import { evaluateLiquid } from './liquid-values.ts'

/**
 * A body with the Liquid in it done, as far as its meaning is known without building the site; what
 * is left stays as it is, and is noted. Code stays as it is, but for the marks that kept Liquid from
 * reading it, which no reader ever saw.
 */
export function translateLiquid(body: string, context: BodyContext): string {
  if (!/\{[{%]/.test(body)) return body
  const reader = new LiquidReader(body, context)
  let done = ''
  return rewrite(body, /\{[{%]/, (at) => {
    const replacement = reader.read(at, done)
    done = replacement?.text ?? ''
    return replacement
  })
}

/** What is longer was never meant as one. */
const longestTag = 5000

interface LiquidTag extends Range {
  name: string
  rest: string
}

class LiquidReader {
  readonly #body: string
  readonly #context: BodyContext
  readonly #literal: readonly Range[]
  readonly #tagEnds: (from: number) => Range | undefined
  readonly #outputEnds: (from: number) => Range | undefined
  readonly #ends = new Map<string, (from: number) => Range | undefined>()

  constructor(body: string, context: BodyContext) {
    this.#body = body
    this.#context = context
    this.#literal = context.markup === 'html' ? htmlComments(body) : literalRanges(body)
    this.#tagEnds = finder(body, /-?%\}/g)
    this.#outputEnds = finder(body, /-?\}\}/g)
  }

  /** `before` is what came instead of the tag just before. */
  read(at: number, before: string): Replacement | undefined {
    const isLiteral = isInside(this.#literal, at)
    if (this.#body[at + 1] === '{') return isLiteral ? undefined : this.#readOutput(at)
    const tag = this.#tagAt(at)
    if (tag === undefined) return undefined
    // No folder of texts says that Liquid reads its code.
    if (isLiteral && (tag.name !== 'raw' || this.#context.site.generator === 'plain'))
      return undefined
    if (tag.name === 'raw') return this.#readRaw(tag)
    const replacement = this.#readTag(tag, before)
    if (replacement === undefined && !/^end/.test(tag.name)) this.#note(tag.name)
    return replacement
  }

  #tagAt(start: number): LiquidTag | undefined {
    const closing = this.#tagEnds(start + 2)
    if (closing === undefined || closing.start - start > longestTag) return undefined
    const inside = this.#body
      .slice(start + 2, closing.start)
      .replace(/^-/, '')
      .trim()
    const name = /^\w+/.exec(inside)?.[0] ?? ''
    return { start, end: closing.end, name, rest: inside.slice(name.length).trim() }
  }

  #readOutput(at: number): Replacement | undefined {
    const closing = this.#outputEnds(at + 2)
    if (closing === undefined || closing.start - at > longestTag) return undefined
    const expression = this.#body
      .slice(at + 2, closing.start)
      .replace(/^-/, '')
      .trim()
    const value = evaluateLiquid(expression, this.#context)
    if (value !== undefined) return { end: closing.end, text: value }
    // Elsewhere two braces may be anything's.
    if (this.#context.site.generator !== 'plain' && expression.length <= 80)
      this.#context.notes.add(`"{{ ${expression} }}" stays as text`)
    return undefined
  }

  #readTag(tag: LiquidTag, before: string): Replacement | undefined {
    const { start, end, name, rest } = tag
    const { markup, site } = this.#context
    if (name === 'comment') return this.#readComment(tag)
    if (name === 'highlight') return this.#readHighlight(tag)
    if (name === 'endraw') return { end: afterLine(this.#body, tag), text: '' }
    if (name === 'post_url' || name === 'link') {
      const found = this.#findLinked(rest.replace(/^["']|["']$/g, ''))
      if (found === undefined) return undefined
      // Older posts have "{{ site.baseurl }}" before it.
      const isDoubled = before !== '' && before.endsWith(site.base) && this.#body[start - 1] === '}'
      return { end, text: isDoubled ? found.slice(site.base.length) : found }
    }
    const called = readArguments(rest)
    const [file = ''] = name === 'include' ? called.positional.splice(0, 1) : [name]
    const indent = indentAt(this.#body, start)
    const shown = figureOf(called)
    if (shown !== undefined) return { end, text: figure(shown, markup, indent) }
    const address = embedAddress(file.replace(/\.\w+$/, ''), called)
    return address === undefined
      ? undefined
      : { end, text: linkTo(address, called.named.title, markup) }
  }

  /** A text of the site, or any other file of it. */
  #findLinked(path: string): string | undefined {
    const { site, targets, text } = this.#context
    const file = path.replace(/^\//, '')
    const isFile = site.names.has(site.root + file)
    return targets.find(path, text.name) ?? (isFile ? `${site.base}/${file}` : undefined)
  }

  /** What is inside stays, and is read by nobody any more. */
  #readRaw(tag: LiquidTag): Replacement | undefined {
    const closing = this.#endOf('raw')(tag.end)
    if (closing === undefined) return undefined
    const start = this.#startOfInside(tag)
    const inside = this.#body.slice(start, Math.max(start, closing.start))
    const isOwnLine = indentAt(this.#body, closing.start) !== undefined
    return {
      end: isOwnLine ? afterLine(this.#body, closing) : closing.end,
      text: isOwnLine ? inside.slice(0, startOfBlank(inside, inside.length)) : inside,
    }
  }

  #readComment(tag: LiquidTag): Replacement | undefined {
    const closing = this.#endOf('comment')(tag.end)
    if (closing === undefined) return undefined
    const isOwnLine = indentAt(this.#body, tag.start) !== undefined
    return { end: isOwnLine ? afterLine(this.#body, closing) : closing.end, text: '' }
  }

  #readHighlight(tag: LiquidTag): Replacement | undefined {
    const closing = this.#endOf('highlight')(tag.end)
    if (closing === undefined) return undefined
    const code = this.#body.slice(tag.end, closing.start).replace(/\{%-?\s*(end)?raw\s*-?%\}/g, '')
    const [language = ''] = tag.rest.split(/\s+/)
    const indent = indentAt(this.#body, tag.start)
    const block = codeBlock(code, language, this.#context.markup, indent ?? '')
    return { end: closing.end, text: indent === undefined ? `\n${block}` : block }
  }

  /** A mark alone in its line leaves no empty one. */
  #startOfInside(tag: LiquidTag): number {
    return indentAt(this.#body, tag.start) === undefined ? tag.end : afterLine(this.#body, tag)
  }

  #endOf(name: string): (from: number) => Range | undefined {
    const known =
      this.#ends.get(name) ?? finder(this.#body, new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g'))
    this.#ends.set(name, known)
    return known
  }

  #note(name: string): void {
    if (name !== '') this.#context.notes.add(`the Liquid tag "${name}" stays as text`)
  }
}
