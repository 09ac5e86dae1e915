import { isInside, literalRanges } from '../syntax/markdown-parts.ts'

const opening = /^([ \t]*)(:{3,})[ \t]*([a-z][\w-]*)(.*)$/i
const closing = /^[ \t]*(:{3,})\s*$/

/** A block between `:::note Title` and `:::`, by the numbers of these lines. */
interface Admonition {
  first: number
  last: number
  indent: string
  title: string
}

/** A text whose `:::note Title` blocks are quotations that begin with their titles. */
export function quoteAdmonitions(markdown: string): string {
  if (!/^[ \t]*:::/m.test(markdown)) return markdown
  const lines = markdown.split('\n')
  const admonitions = findAdmonitions(lines, markdown)
  if (admonitions.length === 0) return markdown
  const openings = new Map(admonitions.map((admonition) => [admonition.first, admonition]))
  const closings = new Set(admonitions.map(({ last }) => last))
  const open: Admonition[] = []
  const quoted: string[] = []
  const write = (text: string): void => {
    const [outermost] = open
    const prefix = outermost === undefined ? '' : outermost.indent + '> '.repeat(open.length)
    quoted.push(prefix === '' ? text : (prefix + text).trimEnd())
  }
  // Without an empty line the paragraphs beside a quotation would be a part of it.
  const writeGap = (): void => {
    write('')
    if (quoted.at(-1) === quoted.at(-2) || quoted.length === 1) quoted.pop()
  }
  for (const [number, line] of lines.entries()) {
    const started = openings.get(number)
    const isGap = open.length > 0 && line.trim() === ''
    if (started !== undefined) {
      writeGap()
      open.push(started)
      write(`**${started.title}**`)
      writeGap()
    } else if (closings.has(number)) {
      open.pop()
      writeGap()
    } else if (isGap) writeGap()
    else write(withoutIndent(line, open[0]?.indent ?? ''))
  }
  return quoted.join('\n')
}

/** Those that are closed, by as many colons. */
function findAdmonitions(lines: readonly string[], markdown: string): Admonition[] {
  const literal = literalRanges(markdown)
  const open: (Admonition & { colons: number })[] = []
  const found: Admonition[] = []
  let start = 0
  for (const [number, line] of lines.entries()) {
    const at = start + line.indexOf(':::')
    start += line.length + 1
    if (at < start - line.length - 1 || isInside(literal, at)) continue
    const [, indent = '', colons = '', type, rest = ''] = opening.exec(line) ?? []
    const ending = closing.exec(line)?.[1]?.length
    if (type !== undefined)
      open.push({
        first: number,
        last: number,
        indent,
        title: titleOf(type, rest.trim()),
        colons: colons.length,
      })
    if (ending === undefined) continue
    const index = open.findLastIndex((admonition) => admonition.colons === ending)
    const [closed] = index === -1 ? [] : open.splice(index)
    if (closed !== undefined) found.push({ ...closed, last: number })
  }
  return found
}

/** As Docusaurus writes it, in its newer and its older way. */
function titleOf(type: string, rest: string): string {
  const bracketed = /^\[(.*)\]/.exec(rest)?.[1]
  const attribute = /^\{.*?title="([^"]*)"/.exec(rest)?.[1]
  const plain = /^[[{]/.test(rest) ? undefined : rest
  return bracketed || attribute || plain || type.charAt(0).toUpperCase() + type.slice(1)
}

const withoutIndent = (line: string, indent: string): string =>
  indent !== '' && line.startsWith(indent) ? line.slice(indent.length) : line
