import { posix } from 'node:path'
import { readArguments } from '../syntax/tag-arguments.ts'
import type { BodyContext } from './body-context.ts'
import { figure, linkTo, shownBy } from './embeds.ts'

/** What a tag that has no end shows; undefined where nobody knows. */
export function showTag(
  name: string,
  rest: string,
  indent: string | undefined,
  context: BodyContext,
): string | undefined {
  if (name === 'post_url' || (name === 'link' && context.site.generator !== 'hexo'))
    return linkedText(rest.replace(/^["']|["']$/g, ''), context)
  const called = readArguments(rest)
  const words = called.positional.filter((word) => !/^(true|false)$/.test(word))
  const text = Object.hasOwn(tags, name)
    ? tags[name]?.({ words, rest, indent }, context)
    : undefined
  if (text !== undefined) return text
  const [file = ''] = name === 'include' ? called.positional.splice(0, 1) : [name]
  return shownBy(file.replace(/\.\w+$/, ''), called, context.markup, indent)
}

/** The address of a text of the site, or of any other file of it. */
function linkedText(path: string, { site, targets, text }: BodyContext): string | undefined {
  const file = path.replace(/^\//, '')
  const isFile = site.names.has(site.root + file)
  return targets.find(path, text) ?? (isFile ? `${site.base}/${file}` : undefined)
}

interface Call {
  words: string[]
  /** The same as it is written. */
  rest: string
  indent: string | undefined
}

/** Hexo's (https://hexo.io/docs/tag-plugins), some of which Octopress had before. */
const tags: Record<string, (call: Call, context: BodyContext) => string | undefined> = {
  asset_img: imageTag,
  img: imageTag,
  asset_path: ({ words: [file] }, context) => file && assetPath(file, context),
  asset_link: ({ words: [file, ...title] }, context) =>
    file && linkTo(assetPath(file, context), title.join(' ') || file, context.markup),
  post_path: ({ words: [slug = ''] }, { targets, text }) => targets.find(slug, text),
  post_link({ words: [slug = '', ...title] }, { targets, text, markup }) {
    const found = targets.find(slug, text)
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
