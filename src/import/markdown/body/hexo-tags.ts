import { posix } from 'node:path'
import { finder } from '../syntax/find-ahead.ts'
import { isInside, literalRanges, type Range } from '../syntax/markdown-parts.ts'
import { afterLine, indentAt, type Replacement, rewrite } from '../syntax/rewrite.ts'
import { readArguments } from '../syntax/tag-arguments.ts'
import type { BodyContext } from './body-context.ts'
import { codeBlock, embedAddress, figure, linkTo } from './embeds.ts'

/** A body with Hexo's tags done, as far as they are known; others stay as text, and are noted. */
export function translateHexoTags(body: string, context: BodyContext): string {
  if (!body.includes('{%')) return body
  const literal = literalRanges(body)
  const tagEnds = finder(body, /-?%\}/g)
  const endings = new Map<string, (from: number) => Range | undefined>()
  const endOf = (name: string) => {
    const known =
      endings.get(name) ?? finder(body, new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g'))
    endings.set(name, known)
    return known
  }
  return rewrite(body, /\{%/, (at) => {
    const closing = tagEnds(at + 2)
    // What is longer was never meant as one.
    if (closing === undefined || closing.start - at > 5000) return undefined
    const inside = body
      .slice(at + 2, closing.start)
      .replace(/^-/, '')
      .trim()
    const name = /^\w+/.exec(inside)?.[0] ?? ''
    if (isInside(literal, at) && name !== 'raw') return undefined
    const tag = { start: at, end: closing.end, name, rest: inside.slice(name.length).trim() }
    const replacement = blockTags.test(name)
      ? translateBlock(tag, endOf(name)(closing.end), body, context)
      : translateTag(tag, body, context)
    if (replacement === undefined && name !== '' && !/^end/.test(name))
      context.notes.add(`the tag "${name}" stays as text`)
    return replacement
  })
}

interface Tag extends Range {
  name: string
  rest: string
}

const blockTags = /^(codeblock|code|raw|blockquote|quote|pullquote)$/

function translateBlock(
  tag: Tag,
  closing: Range | undefined,
  body: string,
  { markup }: BodyContext,
): Replacement | undefined {
  if (closing === undefined) return undefined
  const inside = body.slice(tag.end, closing.start)
  if (tag.name === 'raw')
    return { end: afterLine(body, closing), text: inside.replace(/^[ \t]*\r?\n/, '') }
  if (/quote$/.test(tag.name)) return { end: closing.end, text: quotation(inside, tag.rest) }
  const { named } = readArguments(tag.rest)
  const indent = indentAt(body, tag.start) ?? ''
  return { end: closing.end, text: codeBlock(inside, named.lang ?? '', markup, indent) }
}

/** `{% blockquote author, source address title %}`: who said it stands below. */
function quotation(inside: string, source: string): string {
  const lines = inside.trim().split(/\r?\n/)
  const said = source === '' ? [] : ['', `— ${source.replace(/https?:\/\/\S+/g, '<$&>')}`]
  return `\n${[...lines, ...said].map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`
}

function translateTag(
  { start, end, name, rest }: Tag,
  body: string,
  context: BodyContext,
): Replacement | undefined {
  const called = readArguments(rest)
  const words = called.positional.filter((word) => !/^(true|false)$/.test(word))
  const address = embedAddress(name, called)
  const text =
    address === undefined
      ? tags[name]?.({ words, rest, indent: indentAt(body, start) }, context)
      : linkTo(address, undefined, context.markup)
  return text === undefined ? undefined : { end, text }
}

interface Call {
  words: string[]
  /** The same as it is written. */
  rest: string
  indent: string | undefined
}

/** https://hexo.io/docs/tag-plugins */
const tags: Record<string, (call: Call, context: BodyContext) => string | undefined> = {
  asset_img: imageTag,
  img: imageTag,
  asset_path: ({ words: [file] }, context) => file && assetPath(file, context),
  asset_link: ({ words: [file, ...title] }, context) =>
    file && linkTo(assetPath(file, context), title.join(' ') || file, context.markup),
  post_path: ({ words: [slug = ''] }, { targets, text }) => targets.find(slug, text.name),
  post_link({ words: [slug = '', ...title] }, { targets, text, markup }) {
    const found = targets.find(slug, text.name)
    return found && linkTo(found, title.join(' ') || slug, markup)
  },
  link({ words }, { markup }) {
    const at = words.findIndex((word) => /^(https?:|\/)/.test(word))
    const address = words[at]
    return address && linkTo(address, words.slice(0, at).join(' ') || undefined, markup)
  },
}

/** `{% img [class] address [width] [height] [title words | "title" ["alt"]] %}`, whose quotes may stand in quotes. */
function imageTag({ words, rest, indent }: Call, context: BodyContext): string | undefined {
  const at = words.findIndex((word) => /[/.]/.test(word))
  const src = words[at]
  if (src === undefined) return undefined
  const said = words
    .slice(at + 1)
    .filter((word) => !/^\d+(px|%)?$/.test(word))
    .flatMap((word) => (/^["'].*["']$/.test(word) ? readArguments(word).positional : [word]))
  const [title = '', alt = title] = /["']/.test(rest) ? said : [said.join(' ')]
  return figure({ src: assetPath(src, context), alt }, context.markup, indent)
}

/** A post's own files lie in the folder that is named after it. */
function assetPath(file: string, { text, site }: BodyContext): string {
  if (/^([a-z]+:|\/)/i.test(file)) return file
  const folder = text.name.replace(/\.\w+$/, '')
  return site.names.has(`${folder}/${file}`) ? `${posix.basename(folder)}/${file}` : file
}
