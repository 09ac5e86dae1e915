import type { Resolve } from '../../markup/html-addresses.ts'
import { afterTitle, type Destination, readDestination, writeDestination } from './destinations.ts'
import { tagEdits } from './html-addresses.ts'
import { codeSpanEnds, commentFinder, type MarkdownPart, type Range } from './markdown-parts.ts'
import type { Edit } from './rewrite.ts'
import { tagAt } from './tag.ts'

interface Bracket {
  /** Where its words begin. */
  start: number
  isImage: boolean
}

const autolink = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*)>/iy
const longestLabel = 999
const definition = /\[((?:[^[\]\\]|\\.){1,999})\]:\s*(?:>\s*)*/g

/** Finds the addresses in the parts of a text, which it is given in their order. */
export class AddressReader {
  readonly #text: string
  readonly #resolve: Resolve
  readonly #commentAt: (from: number) => Range | undefined
  readonly #imageLabels = new Set<string>()

  constructor(text: string, resolve: Resolve) {
    this.#text = text
    this.#resolve = resolve
    this.#commentAt = commentFinder(text)
  }

  read(part: MarkdownPart): Edit[] {
    if (part.kind === 'inline') return this.#readInline(part)
    return part.kind === 'html' ? this.#readHtml(part) : []
  }

  /** The rules of https://spec.commonmark.org/0.31.2/#links, in one pass. */
  #readInline({ start, end }: Range): Edit[] {
    // What is looked for and is not there would else be looked for in all that follows.
    const text = this.#text.slice(0, end)
    const edits: Edit[] = []
    const codeEnd = codeSpanEnds(text, { start, end })
    const brackets: Bracket[] = []
    // A link holds no other link: the brackets open before one are only brackets.
    let unusable = 0
    const events = /\\[\s\S]|`+|<|!?\[|\]/g
    events.lastIndex = start
    for (let event = events.exec(text); event !== null; event = events.exec(text)) {
      const at = event.index
      const [sign] = event
      const after = at + sign.length
      if (sign.startsWith('\\')) continue
      if (sign.startsWith('`')) events.lastIndex = codeEnd(at) ?? after
      else if (sign === '<') {
        const read = this.#readAngle(at, end)
        edits.push(...read.edits)
        events.lastIndex = read.end
      } else if (sign.endsWith('[')) brackets.push({ start: after, isImage: sign === '![' })
      else if (sign === ']') {
        const opening = brackets.pop()
        const isUsable = opening?.isImage || brackets.length >= unusable
        unusable = Math.min(unusable, brackets.length)
        if (opening === undefined || !isUsable) continue
        const link = this.#readLink(after, end, opening.isImage)
        if (link === undefined) this.#noteLabel(opening, at)
        else {
          edits.push(...link.edits)
          events.lastIndex = link.end
          if (!opening.isImage) unusable = brackets.length
        }
      }
    }
    return edits
  }

  /** From the "(" after a link's words on. */
  #readLink(at: number, end: number, isImage: boolean): { edits: Edit[]; end: number } | undefined {
    if (this.#text[at] !== '(') return undefined
    const target = readDestination(this.#text, at + 1, end)
    const closing = afterTitle(this.#text, target.end, end)
    if (closing >= end || this.#text[closing] !== ')') return undefined
    return { edits: this.#destinationEdits(target, isImage), end: closing + 1 }
  }

  #destinationEdits({ start, end, address }: Destination, isImage: boolean): Edit[] {
    if (address === '') return []
    const resolved = isImage ? this.#resolve.image(address) : this.#resolve.link(address)
    if (resolved === address) return []
    return [{ start, end, text: writeDestination(resolved, this.#text[start] === '<') }]
  }

  #noteLabel({ start, isImage }: Bracket, end: number): void {
    if (!isImage) return
    const label = /\[((?:[^[\]\\]|\\.){1,999})\]/y
    label.lastIndex = end + 1
    const given = label.exec(this.#text)?.[1]
    if (given !== undefined) this.#imageLabels.add(labelKey(given))
    else if (end - start <= longestLabel)
      this.#imageLabels.add(labelKey(this.#text.slice(start, end)))
  }

  /** A comment, an address between angles, a tag, or a mere "<". */
  #readAngle(at: number, end: number): { edits: Edit[]; end: number } {
    if (this.#text.startsWith('<!--', at)) {
      const comment = this.#commentAt(at)
      return { edits: [], end: comment?.start === at && comment.end <= end ? comment.end : at + 1 }
    }
    autolink.lastIndex = at
    const [whole, address] = autolink.exec(this.#text) ?? []
    if (whole !== undefined && address !== undefined)
      return { edits: this.#autolinkEdits(at, whole, address), end: at + whole.length }
    const tag = tagAt(this.#text, at)
    if (tag === undefined || tag.end > end) return { edits: [], end: at + 1 }
    return { edits: tagEdits(tag, this.#resolve), end: tag.end }
  }

  #autolinkEdits(at: number, whole: string, address: string): Edit[] {
    const resolved = this.#resolve.link(address)
    if (resolved === address) return []
    const isWhole = /^[a-z][a-z0-9+.-]{1,31}:[^\s<>]*$/i.test(resolved)
    const text = isWhole
      ? `<${resolved}>`
      : `[${address.replace(/[\\[\]*_`]/g, '\\$&')}](${writeDestination(resolved, false)})`
    return [{ start: at, end: at + whole.length, text }]
  }

  #readHtml({ start, end }: Range): Edit[] {
    const edits: Edit[] = []
    const openings = /<(?:!--|(?=[a-z]))/gi
    openings.lastIndex = start
    const text = this.#text.slice(0, end)
    for (let opening = openings.exec(text); opening; opening = openings.exec(text)) {
      const read = this.#readAngle(opening.index, end)
      edits.push(...read.edits)
      openings.lastIndex = read.end
    }
    return edits
  }

  readDefinition({ start, end }: Range): Edit[] {
    definition.lastIndex = start
    const [opening, label] = definition.exec(this.#text.slice(0, end)) ?? []
    if (opening === undefined || label === undefined) return []
    const target = readDestination(this.#text, definition.lastIndex, end)
    return this.#destinationEdits(target, this.#imageLabels.has(labelKey(label)))
  }
}

const labelKey = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase()
