import { escapeHtml } from '../../xml/xml-element.ts'
import { writeDestination } from '../syntax/destinations.ts'
import type { TagArguments } from '../syntax/tag-arguments.ts'
import type { BodyContext } from './body-context.ts'

type Markup = BodyContext['markup']

/** A block of code, fenced longer than any fence in it; `indent` is that of the line which it begins. */
export function codeBlock(
  code: string,
  language: string,
  markup: Markup,
  indent: string | undefined,
): string {
  const lines = code.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd()
  const name = language.replace(/[^\w+#.-]/g, '')
  if (markup === 'html') {
    const classes = name === '' ? '' : ` class="language-${name}"`
    return `<pre><code${classes}>${escapeHtml(lines)}\n</code></pre>`
  }
  const longest = Math.max(0, ...(lines.match(/`{3,}/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(Math.max(3, longest + 1))
  const block = `\n${indent ?? ''}${fence}${name}\n${lines}\n${indent ?? ''}${fence}\n`
  // HTML before it would go on to the next empty line.
  return indent === undefined ? `\n${block}` : block
}

export const linkTo = (address: string, words: string | undefined, markup: Markup): string => {
  if (markup === 'html')
    return `<a href="${escapeHtml(address)}">${escapeHtml(words ?? address)}</a>`
  return words === undefined && /^https?:[^\s<>]+$/.test(address)
    ? `<${address}>`
    : `[${escapeWords(words ?? address)}](${writeDestination(address, false)})`
}

interface Figure {
  src: string
  alt?: string | undefined
  title?: string | undefined
  caption?: string | undefined
  link?: string | undefined
}

/** An image, with its words below where it has some and a line of its own. */
export function figure(
  { src, alt, title, caption, link }: Figure,
  markup: Markup,
  indent: string | undefined,
): string {
  const words = [
    title && (markup === 'html' ? `<strong>${title}</strong>` : `**${title}**`),
    caption,
  ]
  const below = words.filter(Boolean).join(' ')
  const description =
    alt ?? (below === '' ? '' : (caption ?? title ?? '').replace(/<[^<>]*>|[*_`]/g, ''))
  if (markup === 'html' || (below !== '' && indent !== undefined)) {
    const image = `<img src="${escapeHtml(src)}" alt="${escapeHtml(description)}">`
    const linked = link ? `<a href="${escapeHtml(link)}">${image}</a>` : image
    if (below === '') return linked
    if (markup === 'html') return `<figure>${linked}<figcaption>${below}</figcaption></figure>`
    return ['<figure>', linked, '<figcaption>', '', below, '', '</figcaption>', '</figure>', '']
      .join('\n')
      .replaceAll('\n', `\n${indent}`)
  }
  const image = `![${escapeWords(description)}](${writeDestination(src, false)})`
  const linked = link ? `[${image}](${writeDestination(link, false)})` : image
  return below === '' ? linked : `${linked} ${below}`
}

/** What a tag shows, by its arguments and its name: an image, or a link to what it embeds; undefined where nobody knows. */
export function shownBy(
  name: string,
  called: TagArguments,
  markup: Markup,
  indent: string | undefined,
): string | undefined {
  const shown = figureOf(called)
  if (shown !== undefined) return figure(shown, markup, indent)
  const address = embedAddress(name, called)
  return address === undefined ? undefined : linkTo(address, called.named.title, markup)
}

const escapeWords = (words: string): string =>
  words.replace(/[[\]\\]/g, '\\$&').replace(/\s+/g, ' ')

const imageFile = /\.(png|jpe?g|gif|webp|svg|avif|bmp)([?#].*)?$/i

/** The figure that the arguments of a tag tell of, whatever it is called; undefined where they name no image. */
export function figureOf({ positional, named }: TagArguments): Figure | undefined {
  const names = ['src', 'url', 'file', 'image', 'path', 'img']
  const src = [...names.map((name) => named[name]), positional[0]].find(
    (value) => value !== undefined && imageFile.test(value),
  )
  if (src === undefined) return undefined
  return {
    src,
    alt: named.alt ?? (src === positional[0] ? wordsOf(positional[1]) : undefined),
    title: named.title,
    caption: named.caption ?? named.description ?? named.desc,
    link: named.link ?? named.href,
  }
}

/** Behind the image there may also stand where it goes, or how large it is. */
const wordsOf = (argument: string | undefined): string | undefined =>
  argument === undefined || notWords.test(argument) ? undefined : argument

const notWords =
  /^(left|right|cent(er|re)|inline|small|medium|large|wide|full|[\d.]+(px|%|em|vw)?(x\d+)?|[^\p{L}\p{N}]*|[/#].*|https?:.*)$/iu

/** Where the thing is that a tag shows: a film, a message, a piece of code. */
function embedAddress(name: string, { positional, named }: TagArguments): string | undefined {
  const [first = '', second = ''] = positional
  const id = named.id ?? named.videoid ?? named.video_id ?? first
  if (id === '') return undefined
  if (/^https?:\/\//.test(id))
    return /tube|vimeo|tweet|twitter|^x$|gist|insta|video/i.test(name) ? id : undefined
  if (!/^[\w./-]+$/.test(id)) return undefined
  if (/^gist$/i.test(name))
    return `https://gist.github.com/${[first, second].filter(Boolean).join('/')}`
  if (id.includes('/')) return undefined
  if (/youtube/i.test(name)) return `https://www.youtube.com/watch?v=${id}`
  if (/vimeo/i.test(name)) return `https://vimeo.com/${id}`
  if (/^(tweet|twitter|x)$/i.test(name) && /^\d+$/.test(id || second))
    return `https://twitter.com/${named.user ?? 'i/web'}/status/${id}`
  if (/^instagram$/i.test(name)) return `https://www.instagram.com/p/${id}/`
  return undefined
}
