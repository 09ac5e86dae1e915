import { isInside, literalRanges } from '../syntax/markdown-parts.ts'
import { endsLine, indentAt, rewrite } from '../syntax/rewrite.ts'

/**
 * A text without what kramdown, Hugo and MDX write in braces about the look of things. A name that a
 * heading is given so stays as a place to link to.
 */
export function withoutAttributes(markdown: string): string {
  if (!/\{[:#.]/.test(markdown)) return markdown
  const literal = literalRanges(markdown)
  return rewrite(markdown, attributes, (at) => {
    if (isInside(literal, at)) return undefined
    attributes.lastIndex = at
    const [whole = '', list = '', written = ''] = attributes.exec(markdown) ?? []
    const end = at + whole.length
    if (list !== '') return { end, text: '' }
    const start = at + whole.length - written.length
    return readAttributes(markdown, start, end, written)
  })
}

/** The lines that kramdown puts a table of contents for, or something in braces. */
const attributes =
  /(^[ \t]*(?:[*+-]|\d+\.)[ \t]+[^\n]*\n[ \t]*\{:[ \t]*toc[^}\n]*\}[ \t]*(?:\n|$))|(\{(?:::?|[#.])[^{}\n]*\})/gm

function readAttributes(
  markdown: string,
  start: number,
  end: number,
  written: string,
): { end: number; text: string } | undefined {
  const isLast = endsLine(markdown, end)
  const isAlone = isLast && indentAt(markdown, start) !== undefined
  const lineStart = isLast ? markdown.lastIndexOf('\n', start - 1) + 1 : start
  const isOfHeading = /^#{1,6}[ \t]/.test(markdown.slice(lineStart, start))
  // Without a colon it means something at the end of a heading alone, or in a line of its own.
  if (!written.startsWith('{:') && !isOfHeading && !isAlone) return undefined
  if (!looksLikeAttributes.test(written)) return undefined
  const name = /#([^\s}#.]+)/.exec(written)?.[1]
  return { end, text: name !== undefined && isOfHeading ? `<a id="${name}"></a>` : '' }
}

const looksLikeAttributes = /^\{(?:::?(?:[\s.#/]|\w[\w-]*(?:[=\s}/]|$))|[#.][\w-])/
