import { finder, tagReader } from '../syntax/find-ahead.ts'
import { isInside, literalRanges, type Range } from '../syntax/markdown-parts.ts'
import { afterLine, indentAt, type Replacement, rewrite, startOfBlank } from '../syntax/rewrite.ts'
import { readArguments } from '../syntax/tag-arguments.ts'
import type { BodyContext } from './body-context.ts'
import { codeBlock } from './embeds.ts'
import { linkedText, showTag } from './liquid-tags.ts'
import { evaluateLiquid } from './liquid-values.ts'

/**
 * A body with the Liquid in it done, and Hexo's tags, which look the same, as far as their meaning is
 * known without building the site; what is left stays as it is, and is noted. Code stays as it is, but
 * for the marks that kept Liquid from reading it, which no reader ever saw.
 */
export function translateLiquid(body: string, context: BodyContext): string {
  if (!/\{[{%]/.test(body)) return body
  const reader = new LiquidReader(body, context)
  let done = ''
  return rewrite(body, /\{[{%]/, ({ index: at }) => {
    const replacement = reader.read(at, done)
    done = replacement?.text ?? ''
    return replacement
  })
}

interface LiquidTag extends Range {
  name: string
  rest: string
}

/** Octopress, a Jekyll, has those of Hexo. */
const blockTags = /^(raw|comment|highlight|code|codeblock|quote|blockquote|pullquote)$/

class LiquidReader {
  readonly #body: string
  readonly #context: BodyContext
  readonly #isHexo: boolean
  readonly #literal: readonly Range[]
  readonly #tagFrom: ReturnType<typeof tagReader>
  readonly #outputFrom: ReturnType<typeof tagReader>
  readonly #ends = new Map<string, (from: number) => Range | undefined>()

  constructor(body: string, context: BodyContext) {
    this.#body = body
    this.#context = context
    this.#isHexo = context.site.generator === 'hexo'
    this.#literal = literalRanges(body, context.markup)
    this.#tagFrom = tagReader(body, /-?%\}/g)
    this.#outputFrom = tagReader(body, /-?\}\}/g)
  }

  /** `before` is what came instead of the tag just before. */
  read(at: number, before: string): Replacement | undefined {
    const isLiteral = isInside(this.#literal, at)
    if (this.#body[at + 1] === '{')
      return isLiteral || this.#isHexo ? undefined : this.#readOutput(at)
    const tag = this.#tagAt(at)
    if (tag === undefined) return undefined
    // No folder of texts says that Liquid reads its code.
    if (isLiteral && (tag.name !== 'raw' || this.#context.site.generator === 'plain'))
      return undefined
    const replacement = blockTags.test(tag.name) ? this.#readBlock(tag) : this.#readTag(tag, before)
    if (replacement === undefined && !/^(end.*)?$/.test(tag.name))
      this.#context.notes.add(
        `the ${this.#isHexo ? 'tag' : 'Liquid tag'} "${tag.name}" stays as text`,
      )
    return replacement
  }

  #tagAt(start: number): LiquidTag | undefined {
    const read = this.#tagFrom(start + 2)
    if (read === undefined) return undefined
    const inside = read.inside.replace(/^-/, '').trim()
    const name = /^\w+/.exec(inside)?.[0] ?? ''
    return { start, end: read.end, name, rest: inside.slice(name.length).trim() }
  }

  #readOutput(at: number): Replacement | undefined {
    const read = this.#outputFrom(at + 2)
    if (read === undefined) return undefined
    const expression = read.inside.replace(/^-/, '').trim()
    const value = evaluateLiquid(expression, this.#context)
    if (value !== undefined) return { end: read.end, text: value }
    // Elsewhere two braces may be anything's.
    if (this.#context.site.generator !== 'plain' && expression.length <= 80)
      this.#context.notes.add(`"{{ ${expression} }}" stays as text`)
    return undefined
  }

  #readTag(tag: LiquidTag, before: string): Replacement | undefined {
    const { start, end, name, rest } = tag
    if (name === 'endraw') return { end: afterLine(this.#body, tag), text: '' }
    if (name === 'post_url' || (name === 'link' && !this.#isHexo)) {
      const found = linkedText(rest.replace(/^["']|["']$/g, ''), this.#context)
      if (found === undefined) return undefined
      // Older posts have "{{ site.baseurl }}" before it.
      const { base } = this.#context.site
      const isDoubled = before !== '' && before.endsWith(base) && this.#body[start - 1] === '}'
      return { end, text: isDoubled ? found.slice(base.length) : found }
    }
    const text = showTag(name, rest, indentAt(this.#body, start), this.#context)
    return text === undefined ? undefined : { end, text }
  }

  #readBlock(tag: LiquidTag): Replacement | undefined {
    const closing = this.#endOf(tag.name)(tag.end)
    if (closing === undefined) return undefined
    if (tag.name === 'raw') return this.#readRaw(tag, closing)
    const inside = this.#body.slice(tag.end, closing.start)
    const indent = indentAt(this.#body, tag.start)
    const { end } = closing
    if (tag.name === 'comment')
      return { end: indent === undefined ? end : afterLine(this.#body, closing), text: '' }
    if (/quote$/.test(tag.name)) return { end, text: quotation(inside, tag.rest) }
    const code = inside.replace(/\{%-?\s*(end)?raw\s*-?%\}/g, '')
    const language =
      tag.name === 'highlight' ? tag.rest.split(/\s+/)[0] : readArguments(tag.rest).named.lang
    const block = codeBlock(code, language ?? '', this.#context.markup, indent ?? '')
    return { end, text: indent === undefined ? `\n${block}` : block }
  }

  /** What is inside stays, and is read by nobody any more. A mark alone in its line leaves no empty one. */
  #readRaw(tag: LiquidTag, closing: Range): Replacement {
    const isOpenedAlone = indentAt(this.#body, tag.start) !== undefined
    const start = isOpenedAlone ? afterLine(this.#body, tag) : tag.end
    const inside = this.#body.slice(start, Math.max(start, closing.start))
    return indentAt(this.#body, closing.start) === undefined
      ? { end: closing.end, text: inside }
      : {
          end: afterLine(this.#body, closing),
          text: inside.slice(0, startOfBlank(inside, inside.length)),
        }
  }

  #endOf(name: string): (from: number) => Range | undefined {
    const known =
      this.#ends.get(name) ?? finder(this.#body, new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g'))
    this.#ends.set(name, known)
    return known
  }
}

/** `{% blockquote author, source address title %}`: who said it stands below. */
function quotation(inside: string, source: string): string {
  const lines = inside.trim().split(/\r?\n/)
  const said = source === '' ? [] : ['', `— ${source.replace(/https?:\/\/\S+/g, '<$&>')}`]
  return `\n${[...lines, ...said].map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`
}
