import { isInside, literalRanges, type Range, rangesOf } from '../syntax/markdown-parts.ts'
import { afterLine, indentAt, type Replacement, rewrite, startOfBlank } from '../syntax/rewrite.ts'
import { readArguments } from '../syntax/tag-arguments.ts'
import type { BodyContext } from './body-context.ts'
import { codeBlock } from './embeds.ts'
import { showTag } from './liquid-tags.ts'
import { evaluateLiquid } from './liquid-values.ts'

/** A tag, and an output; what opens another is in none, so that a text full of openings is read once. */
const tagOrOutput =
  /\{%-?((?:[^{%]|\{(?!%)|%(?!\}))*?)-?%\}|\{\{-?((?:"[^"\n]*"|'[^'\n]*'|[^"'{}]|\{(?![{%])|\}(?!\}))*?)-?\}\}/

interface LiquidTag extends Range {
  name: string
  rest: string
}

/** Octopress, a Jekyll, has those of Hexo. */
const blockTags = /^(raw|comment|highlight|code|codeblock|quote|blockquote|pullquote)$/

/**
 * A body with the Liquid in it done, and Hexo's tags, which look the same, as far as their meaning is
 * known without building the site; what is left stays as it is, and is noted. Code stays as it is, but
 * for the marks that kept Liquid from reading it, which no reader ever saw.
 */
export function translateLiquid(body: string, context: BodyContext): string {
  if (!/\{[{%]/.test(body)) return body
  const { generator } = context.site
  const literal = literalRanges(body, context.markup)
  const ends = rangesOf(body, /\{%-?\s*end(\w+)\s*-?%\}/g)
  const endOf = ({ name, end }: LiquidTag): Range | undefined =>
    blockTags.test(name) ? ends.find((one) => one.match[1] === name && one.start >= end) : undefined

  const readTag = (tag: LiquidTag): Replacement | undefined => {
    const closing = endOf(tag)
    if (closing !== undefined) return readBlock(body, tag, closing, context)
    if (tag.name === 'endraw') return { end: afterLine(body, tag), text: '' }
    const text = showTag(tag.name, tag.rest, indentAt(body, tag.start), context)
    return text === undefined ? undefined : { end: tag.end, text }
  }

  return rewrite(body, tagOrOutput, ({ index: start, 0: whole, 1: inside, 2: expression = '' }) => {
    const isLiteral = isInside(literal, start)
    const end = start + whole.length
    const asItIs = { end: start + 2, text: whole.slice(0, 2) }
    if (inside === undefined)
      return isLiteral || generator === 'hexo'
        ? asItIs
        : (readOutput(expression.trim(), end, body, context) ?? asItIs)
    const name = /^\s*(\w*)/.exec(inside)?.[1] ?? ''
    // No folder of texts says that Liquid reads its code.
    if (isLiteral && (name !== 'raw' || generator === 'plain')) return asItIs
    const rest = inside.trim().slice(name.length).trim()
    const replacement = readTag({ start, end, name, rest })
    if (replacement === undefined && !/^(end.*)?$/.test(name))
      context.notes.add(
        `the ${generator === 'hexo' ? 'tag' : 'Liquid tag'} "${name}" stays as text`,
      )
    return replacement ?? asItIs
  })
}

function readOutput(
  expression: string,
  end: number,
  body: string,
  context: BodyContext,
): Replacement | undefined {
  // Older posts have it before an address that begins with it by itself.
  if (expression === 'site.baseurl' && /^\{%-?\s*(post_url|link)\s/.test(body.slice(end, end + 20)))
    return { end, text: '' }
  const text = evaluateLiquid(expression, context)
  if (text !== undefined) return { end, text }
  // Elsewhere two braces may be anything's.
  if (context.site.generator !== 'plain' && expression.length <= 80)
    context.notes.add(`"{{ ${expression} }}" stays as text`)
  return undefined
}

function readBlock(
  body: string,
  tag: LiquidTag,
  closing: Range,
  { markup }: BodyContext,
): Replacement {
  if (tag.name === 'raw') return readRaw(body, tag, closing)
  const inside = body.slice(tag.end, closing.start)
  const indent = indentAt(body, tag.start)
  const { end } = closing
  if (tag.name === 'comment')
    return { end: indent === undefined ? end : afterLine(body, closing), text: '' }
  if (/quote$/.test(tag.name)) return { end, text: quotation(inside, tag.rest) }
  const code = inside.replace(/\{%-?\s*(end)?raw\s*-?%\}/g, '')
  const language =
    tag.name === 'highlight' ? tag.rest.split(/\s+/)[0] : readArguments(tag.rest).named.lang
  return { end, text: codeBlock(code, language ?? '', markup, indent) }
}

/** What is inside stays, and is read by nobody any more. A mark alone in its line leaves no empty one. */
function readRaw(body: string, tag: Range, closing: Range): Replacement {
  const isOpenedAlone = indentAt(body, tag.start) !== undefined
  const start = isOpenedAlone ? afterLine(body, tag) : tag.end
  const inside = body.slice(start, Math.max(start, closing.start))
  return indentAt(body, closing.start) === undefined
    ? { end: closing.end, text: inside }
    : {
        end: afterLine(body, closing),
        text: inside.slice(0, startOfBlank(inside, inside.length)),
      }
}

/** `{% blockquote author, source address title %}`: who said it stands below. */
function quotation(inside: string, source: string): string {
  const lines = inside.trim().split(/\r?\n/)
  const said = source === '' ? [] : ['', `— ${source.replace(/https?:\/\/\S+/g, '<$&>')}`]
  return `\n${[...lines, ...said].map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`
}
