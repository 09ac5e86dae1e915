import { endsLine, indentAt, rewriteMarkdown } from '../syntax/rewrite.ts'

/**
 * A text without what kramdown, Hugo and MDX write in braces about the look of things. A name that a
 * heading is given so stays as a place to link to.
 */
export const withoutAttributes = (markdown: string): string =>
  rewriteMarkdown(markdown, attributes, ({ index, 0: whole, 1: list, 2: written = '' }) => {
    const end = index + whole.length
    if (list !== undefined) return { end, text: '' }
    return readAttributes(markdown, end - written.length, end, written)
  })

/** The lines that kramdown puts a table of contents for, or something in braces. */
const attributes =
  /(^[ \t]*(?:[*+-]|\d+\.)[ \t]+[^\n]*\n[ \t]*\{:[ \t]*toc[^}\n]*\}[ \t]*(?:\n|$))|(\{(?:::?|[#.])[^{}\n]*\})/m

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
