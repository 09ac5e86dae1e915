import { escapeHtml } from '../../xml/xml-element.ts'
import { markdownParts } from '../syntax/markdown-parts.ts'
import {
  afterLine,
  applyEdits,
  endsLine,
  indentAt,
  type Replacement,
  rewriteMarkdown,
} from '../syntax/rewrite.ts'
import { type Attribute, type Tag, tagAt } from '../syntax/tag.ts'
import type { BodyContext } from './body-context.ts'
import { figureOf, shownBy } from './embeds.ts'
import { takeModules } from './mdx-modules.ts'

/**
 * An MDX text as Markdown: without its JavaScript, and with components as tags that HTML understands.
 * What a component would have shown is not known; the words that it was given stay.
 */
export function translateMdx(mdx: string, context: BodyContext): string {
  const { body, imports } = takeModules(mdx)
  return dedented(withPlainStrings(withPlainTags(withoutComments(body), imports, context)))
}

const withoutComments = (mdx: string): string =>
  rewriteMarkdown(mdx, comment, ({ index, 0: whole }) => {
    const end = index + whole.length
    const isOwnLine = indentAt(mdx, index) !== undefined
    return { end: isOwnLine ? afterLine(mdx, { start: index, end }) : end, text: '' }
  })

/** No comment holds another one, so that a text full of their beginnings is read once. */
const comment = /\{\s*\/\*(?:[^*{]|\*(?!\/\s*\})|\{(?!\s*\/\*))*\*\/\s*\}/

const plainString = /\{\s*(?:"([^"\\\n]*)"|'([^'\\\n]*)'|`([^`$\\]*)`)\s*\}/

/** `{"words"}` are words. */
const withPlainStrings = (mdx: string): string =>
  rewriteMarkdown(mdx, plainString, ({ index, 0: whole, 1: double, 2: single, 3: raw }) => ({
    end: index + whole.length,
    text: double ?? single ?? raw ?? '',
  }))

/** Texts full of tags that are none need not be searched for ever. */
const patience = 200

function withPlainTags(
  mdx: string,
  imports: ReadonlyMap<string, string>,
  context: BodyContext,
): string {
  if (!/<\/?[A-Z]|=\s*\{/.test(mdx)) return mdx
  const links = new Set<string>()
  let failures = 0
  return rewriteMarkdown(mdx, /<\/?[A-Za-z]/, ({ index: at }) => {
    if (failures > patience) return undefined
    const tag = tagAt(mdx, at)
    if (tag === undefined) {
      failures++
      return undefined
    }
    if (!/^[A-Z]/.test(tag.name)) return plainElement(tag, imports)
    return plainComponent(tag, valuesOf(tag, imports), links, mdx, context)
  })
}

/** An element of HTML that has JavaScript in it. */
function plainElement(tag: Tag, imports: ReadonlyMap<string, string>): Replacement | undefined {
  if (!tag.attributes.some(isExpression)) return undefined
  return { end: tag.end, text: writeTag(tag, tag.name, valuesOf(tag, imports)) }
}

function plainComponent(
  tag: Tag,
  values: Record<string, string>,
  links: Set<string>,
  mdx: string,
  { markup, notes }: BodyContext,
): Replacement | undefined {
  const { start, end, name, isClosing } = tag
  const called = { positional: [], named: values }
  if (!isClosing && values.src !== undefined && figureOf(called) === undefined && isImage(name))
    return { end, text: writeTag(tag, 'img', values) }
  const shown = isClosing ? undefined : shownBy(name, called, markup, indentAt(mdx, start))
  if (shown !== undefined) return { end, text: shown }
  const href = values.href ?? values.to
  if (href !== undefined && !tag.isEmpty) {
    links.add(name)
    return { end, text: `<a href="${escapeHtml(href)}">` }
  }
  if (isClosing && links.has(name)) return { end, text: '</a>' }

  if (!isClosing)
    notes.add(`what the component "${name}" shows was not taken over, but the words in it`)
  const plain = writeTag(tag, name, values)
  const isAlone = indentAt(mdx, start) !== undefined && endsLine(mdx, end)
  if (!isAlone) return { end, text: plain }
  const words = isClosing ? '' : wordsOf(values)
  // HTML goes on to the next empty line, and Markdown in it is none.
  return { end, text: `\n${plain}\n${words === '' ? '' : `\n${words}\n`}` }
}

const isImage = (name: string): boolean => /^(next)?(image|img|picture)$/i.test(name)

/** Words that a component is given to show beside those in it. */
const wordsOf = (values: Record<string, string>): string =>
  ['title', 'label', 'heading', 'summary', 'caption', 'description', 'text', 'quote']
    .flatMap((name) => values[name]?.trim() || [])
    .map((words) => `**${words}**`)
    .join('\n\n')

const writeTag = (
  { isClosing, isEmpty }: Tag,
  name: string,
  values: Record<string, string>,
): string => {
  if (isClosing) return `</${name}>`
  const attributes = Object.entries(values).map(
    ([attribute, value]) => ` ${attribute}="${escapeHtml(value)}"`,
  )
  return `<${name}${attributes.join('')}${isEmpty ? ' /' : ''}>`
}

const isExpression = ({ value }: Attribute): boolean => value.startsWith('{')

/** The attributes whose values are plain, or the names of files. */
function valuesOf(
  { attributes }: Tag,
  imports: ReadonlyMap<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    attributes.flatMap((attribute) => {
      const { name, value } = attribute
      const plain = isExpression(attribute)
        ? plainValue(value.slice(1, -1).trim(), imports)
        : value.replace(/^(["'])(.*)\1$/s, '$2')
      const plainName = name === 'className' ? 'class' : name
      return plain === undefined || name === 'style' ? [] : [[plainName, plain]]
    }),
  )
}

function plainValue(expression: string, imports: ReadonlyMap<string, string>): string | undefined {
  const text =
    /^(?:(?:require|useBaseUrl)\(\s*)?(?:"([^"\\]*)"|'([^'\\]*)'|`([^`$\\]*)`)(?:\s*\)(?:\.default)?)?$/
      .exec(expression)
      ?.slice(1)
      .find((part) => part !== undefined)
  if (text !== undefined) return text
  if (/^[\d.]+$/.test(expression)) return expression
  return imports.get(expression.replace(/\.src$/, ''))
}

/** MDX knows no code by its indent alone. */
function dedented(mdx: string): string {
  let result = mdx
  for (let level = 0; level < 5; level++) {
    const source = result
    const edits = markdownParts(source)
      .map(({ kind, start, end }) => ({ kind, start, end, text: source.slice(start, end) }))
      .filter(({ kind, text }) => kind === 'code' && /^[ \t]+[^\s`~]/.test(text))
      .map((code) => ({ ...code, text: code.text.replace(/^(?: {4}|\t)/gm, '') }))
    if (edits.length === 0) return result
    result = applyEdits(source, edits)
  }
  return result
}
