import type { Comment, Element, ElementContent, Properties } from 'hast'
import { element } from '../../core/html/elements.ts'
import { settled, spaced } from './containers.ts'
import { isPlain, saysTheSame, withoutIdle } from './inline.ts'
import { hasWords } from './walk.ts'

/** What a text becomes that stands in no block of its own. */
interface Kind {
  tagName: string
  properties: Properties
  align: Properties['align']
}

/** More around a word than any author means: all of it would be written again for every paragraph. */
const deepest = 20

/** Writes a text anew, block by block, from what is met on the way through an old one. */
export class TextWriter {
  readonly #text = element('div')
  readonly #containers = [this.#text]
  readonly #kinds: Kind[] = [{ tagName: 'p', properties: {}, align: undefined }]
  #paragraph: Element | undefined
  /** The inline elements around what comes next, and for each where its content goes in this paragraph. */
  readonly #around: Element[] = []
  #places: Element[] = []
  /** What was met since the last word, and counts only if another one follows. */
  #breaks = 0
  #space = ''
  #anchors: Element[] = []
  /** Of a block that nothing was written into yet: the next one takes it over. */
  #id: Properties['id']

  words(value: string): void {
    const words = value.trim()
    const start = value.length - value.trimStart().length
    this.#space += value.slice(0, start)
    if (words === '') return
    this.inline({ type: 'text', value: words })
    this.#space = value.slice(start + words.length)
  }

  lineBreak(): void {
    this.#breaks++
    this.#space = ''
  }

  inline(node: ElementContent): void {
    if (this.#breaks > 1 && !isHeading(this.#kind.tagName)) this.#endParagraph()
    if (this.#paragraph === undefined) this.#startParagraph()
    if (this.#breaks > 0) append(this.#place, element('br'))
    if (this.#space !== '') append(this.#place, { type: 'text', value: this.#space })
    // Before any link: no anchor can be inside one.
    this.#placeAnchors()
    this.#enterAround()
    append(this.#place, node)
    this.#forgetSpace()
  }

  block(node: Element | Comment): void {
    this.#endParagraph()
    append(this.#container, node)
  }

  /** What takes no room in the text, such as a script. */
  unseen(node: Element): void {
    append(this.#place, node)
  }

  openInline(source: Element): () => void {
    const saysNothing = isPlain(source) || this.#around.some((outer) => saysTheSame(outer, source))
    if (saysNothing || this.#around.length === deepest) return () => {}
    const around = { ...source, properties: { ...source.properties } }
    this.#around.push(around)
    return () => {
      this.#around.pop()
      this.#places = this.#places.slice(0, this.#around.length)
      const { id, name } = around.properties
      if (id !== undefined || name !== undefined) this.#anchors.push({ ...around, children: [] })
    }
  }

  openText({ tagName, properties }: Element): () => void {
    this.#endParagraph()
    const { id = this.#id, align = this.#kind.align, ...own } = properties
    this.#id = id
    this.#kinds.push({
      tagName: isHeading(tagName) ? tagName : this.#kind.tagName,
      properties: { ...this.#kind.properties, ...own },
      align,
    })
    return () => {
      this.#endParagraph()
      this.#kinds.pop()
    }
  }

  openContainer({ tagName, properties }: Element): () => void {
    this.#endParagraph()
    const { id = this.#takeId(), align, ...own } = properties
    const outside = this.#kind
    // A <div> only says where its direction or its language ends; what is in it stands as outside.
    const isDiv = tagName === 'div'
    const aligned = align ?? (isDiv || tagName === 'blockquote' ? outside.align : undefined)
    const container = element(tagName, propertiesOf(own, id, isDiv ? undefined : aligned))
    this.#containers.push(container)
    this.#kinds.push(
      isDiv
        ? { ...outside, align: aligned }
        : { tagName: looseIn(tagName), properties: {}, align: undefined },
    )
    return () => {
      this.#endParagraph()
      this.#containers.pop()
      this.#kinds.pop()
      for (const block of settled(container)) append(this.#container, block)
    }
  }

  finish(): ElementContent[] {
    this.#forgetSpace()
    if (this.#anchors.length > 0 && this.#paragraph === undefined) this.#startParagraph()
    this.#endParagraph()
    return spaced(this.#text.children)
  }

  get #container(): Element {
    return this.#containers.at(-1) ?? this.#text
  }

  get #kind(): Kind {
    // The first one is never taken away.
    return this.#kinds.at(-1) as Kind
  }

  get #place(): Element {
    return this.#places.at(-1) ?? this.#paragraph ?? this.#container
  }

  #startParagraph(): void {
    const { tagName, properties, align } = this.#kind
    this.#paragraph = element(tagName, propertiesOf(properties, this.#takeId(), align))
    append(this.#container, this.#paragraph)
    this.#forgetSpace()
  }

  #endParagraph(): void {
    if (this.#paragraph !== undefined) {
      this.#places = []
      // After a line break they belong to what comes next.
      if (this.#breaks === 0) this.#placeAnchors()
      this.#paragraph.children = this.#paragraph.children.flatMap(withoutIdle)
      // A heading of pictures alone heads nothing.
      if (isHeading(this.#paragraph.tagName) && !hasWords(this.#paragraph))
        this.#paragraph.tagName = 'p'
    }
    this.#paragraph = undefined
    this.#forgetSpace()
  }

  #enterAround(): void {
    const link = this.#around.findLast(({ tagName }) => tagName === 'a')
    for (const around of this.#around.slice(this.#places.length)) {
      const copy = element(around.tagName, { ...around.properties })
      // Of its parts only the first is what links lead to.
      delete around.properties.id
      delete around.properties.name
      const isLeftOut = isPlain(copy) || (copy.tagName === 'a' && around !== link)
      if (!isLeftOut) append(this.#place, copy)
      this.#places.push(isLeftOut ? this.#place : copy)
    }
  }

  #placeAnchors(): void {
    for (const anchor of this.#anchors) append(this.#place, anchor)
    this.#anchors = []
  }

  #takeId(): Properties['id'] {
    const id = this.#id
    this.#id = undefined
    return id
  }

  #forgetSpace(): void {
    this.#breaks = 0
    this.#space = ''
  }
}

const isHeading = (tagName: string): boolean => /^h[1-6]$/.test(tagName)

const looseIn = (tagName: string): string => ({ ul: 'li', ol: 'li', dl: 'dd' })[tagName] ?? 'p'

function propertiesOf(
  own: Properties,
  id: Properties['id'],
  align: Properties['align'],
): Properties {
  const isAligned = align === 'center' || align === 'right'
  return {
    ...own,
    ...(id !== undefined && { id }),
    ...(isAligned && { className: [`align-${align}`] }),
  }
}

function append(place: Element, node: ElementContent): void {
  const last = place.children.at(-1)
  if (node.type === 'text' && last?.type === 'text') last.value += node.value
  else place.children.push(node)
}
