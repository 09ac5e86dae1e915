import { toString as textOf } from 'hast-util-to-string'
import { parseHtml } from '../core/html/parse-html.ts'
import { escapeHtml } from './xml/xml-element.ts'

/** The words of a title or a summary that may hold HTML, on one line; undefined where there are none. */
export function plainText(written: string | undefined): string | undefined {
  if (written === undefined) return undefined
  const words = looksLikeHtml(written) ? textOf(parseHtml(spaced(written))) : written
  return words.replace(/\s+/g, ' ').trim() || undefined
}

/** Whether a text has tags or references in it, which plain text seldom has. */
export const looksLikeHtml = (text: string): boolean =>
  /<\/?[a-z][a-z0-9-]*(\s[^<>]*)?\/?>|<!--|&(#\d+|#x[\da-f]+|[a-z]\w*);/i.test(text)

/** Plain text as HTML: blank lines part paragraphs. */
export const paragraphs = (plain: string): string =>
  plain
    .split(/\r?\n\s*\r?\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim()).replace(/\r?\n/g, '<br>\n')}</p>`)
    .join('\n')

/** Words of two blocks are two words; what is for machines is none. */
const spaced = (html: string): string =>
  html
    .replace(/<(script|style)\b.*?<\/\1\s*>/gis, ' ')
    .replace(/<(p|br|div|li|h\d|d[dt]|t[dhr]|blockquote|pre|section|figcaption)\b/gi, ' <$1')
