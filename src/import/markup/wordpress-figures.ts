import { toHtml } from 'hast-util-to-html'
import { element } from '../../core/html/elements.ts'
import type { Attachment } from '../imported-blog.ts'
import { readArguments } from '../markdown/syntax/tag-arguments.ts'

/** The pictures that a post's galleries may show. */
export interface Pictures {
  byId: (id: string) => Attachment | undefined
  /** Those that were uploaded to the post. */
  own: readonly Attachment[]
}

const image = /^\s*((?:<a\s[^>]*>\s*)?<img\s(?:"[^"]*"|'[^']*'|[^'">])*>(?:\s*<\/a>)?)([\s\S]*)$/i

/** What a `[caption]` shows: a picture, and what is written after it, or in an attribute, below. */
export function captionFigure(attributes: string, content: string): string {
  const { align = '', caption } = readArguments(attributes).named
  const side = /^align(left|center|right)$/.exec(align)?.[1]
  const [, picture = content, after = ''] = caption === undefined ? (image.exec(content) ?? []) : []
  return figure(picture, caption ?? after, side === undefined ? '' : ` class="align-${side}"`)
}

/** What a `[gallery]` shows, and the ids in it that nobody knows; undefined where it shows none. */
export function galleryFigures(
  attributes: string,
  { byId, own }: Pictures,
): { html: string; missing: string[] } | undefined {
  const { ids, include, exclude, order, id } = readArguments(attributes).named
  const named = idsIn(ids || include)
  const left = new Set(idsIn(exclude))
  // Whose pictures those of another post are, nothing here tells.
  const listed = named.length > 0 ? named.flatMap((id) => byId(id) ?? []) : id ? [] : own
  const shown = listed.filter((picture) => isPicture(picture) && !left.has(picture.id))
  if (shown.length === 0) return undefined
  if (named.length === 0 && order?.toLowerCase() === 'desc') shown.reverse()
  return {
    html: shown.map(pictureFigure).join('\n'),
    missing: named.filter((id) => byId(id) === undefined),
  }
}

const pictureFigure = ({ url, alt, caption }: Attachment): string =>
  figure(toHtml(element('img', { src: url, alt })), caption)

const figure = (content: string, caption: string, attributes = ''): string => {
  const below = caption.trim() === '' ? '' : `<figcaption>${caption.trim()}</figcaption>`
  return `<figure${attributes}>${content.trim()}${below}</figure>`
}

const idsIn = (list: string | undefined): string[] => list?.match(/\d+/g) ?? []

const isPicture = ({ url }: Attachment): boolean =>
  /\.(avif|bmp|gif|heic|ico|jpe?g|png|svg|tiff?|webp)([?#]|$)/i.test(url)
