import { Parser } from 'htmlparser2'
import { ImportError } from '../imported-blog.ts'
import { Entities } from './entities.ts'
import { bind, expand, type Namespaces } from './namespaces.ts'
import type { XmlElement } from './xml-element.ts'

export interface XmlPart {
  element: XmlElement
  /** The document ended in the middle of it. */
  isCut: boolean
}

/** The elements that a document is a list of; one never stands inside another of its kind. */
const records = new Set(['item', 'atom:entry'])
/** Elements deeper than this are taken for one level; much deeper ones for an attack. */
const deepest = 200
const tooDeep = 10_000

/**
 * What stands directly inside the root and its `channel`, one by one as it comes: a feed's title, its
 * entries. Lenient as readers of feeds are: text before the root, undeclared prefixes, bare "&", tags
 * that do not match, and a document that ends early are taken as well as can be.
 */
export async function* readXml(pieces: AsyncIterable<string>): AsyncGenerator<XmlPart> {
  const reader = new XmlReader()
  for await (const piece of pieces) yield* reader.write(piece)
  yield* reader.end()
}

interface Open {
  element: XmlElement
  namespaces: Namespaces
  /** Holds parts, is none. */
  isContainer: boolean
}

class XmlReader {
  readonly #parser: Parser
  #entities: Entities | undefined
  /** What came before the root may be in many pieces. */
  #prolog = ''
  readonly #open: Open[] = []
  #parts: XmlPart[] = []
  #text = ''
  #inCdata = false
  #hasEnded = false
  #rootIsClosed = false
  #isTorn = false

  constructor() {
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#openTag(name, attributes),
        onclosetag: (name, isImplied) => this.#closeTag(name, isImplied),
        ontext: (text) => {
          this.#text += text
        },
        oncdatastart: () => {
          this.#flushText()
          this.#inCdata = true
        },
        oncdataend: () => {
          this.#flushText()
          this.#inCdata = false
        },
      },
      { xmlMode: true, decodeEntities: false, lowerCaseTags: true, lowerCaseAttributeNames: true },
    )
  }

  write(piece: string): XmlPart[] {
    if (this.#entities === undefined) {
      this.#prolog += piece
      // The declarations end where the root begins; nobody's are this long.
      if (!/<[a-z_]/i.test(this.#prolog) && this.#prolog.length < 100_000) return []
      this.#begin()
    } else this.#parser.write(piece)
    return this.#taken()
  }

  end(): XmlPart[] {
    if (this.#entities === undefined) this.#begin()
    this.#hasEnded = true
    this.#parser.end()
    return this.#taken()
  }

  #begin(): void {
    this.#entities = new Entities(this.#prolog)
    this.#parser.write(rootOnwards(this.#prolog))
    this.#prolog = ''
  }

  #taken(): XmlPart[] {
    const parts = this.#parts
    this.#parts = []
    return parts
  }

  #openTag(name: string, written: Record<string, string>): void {
    this.#flushText()
    if (this.#open.length > tooDeep)
      throw new ImportError(`found elements in elements ${tooDeep} levels deep, expected a blog`)
    const decoded = Object.fromEntries(
      Object.entries(written).map(([attribute, value]) => [attribute, this.#decode(value)]),
    )
    const outer = this.#open.at(-1)
    const isDeep = this.#open.length >= deepest
    const around = outer?.namespaces ?? new Map()
    // Each that declares another has all those around it: further in, that would grow without bound.
    const namespaces = isDeep ? around : bind(around, decoded)
    const element: XmlElement = {
      name: expand(name, namespaces),
      attributes: decoded,
      children: [],
    }
    if (outer === undefined && /^(feed|entry)$/.test(element.name)) {
      // Atom, whose namespace somebody forgot.
      this.#openTag(name, { ...written, xmlns: 'http://www.w3.org/2005/Atom' })
      return
    }
    if (records.has(element.name)) this.#closeUnclosed(element.name)
    // What comes after the root is junk, unless two documents were put into one file.
    else if (outer === undefined && this.#rootIsClosed) return
    const parent = this.#open.at(-1)
    // What is further in is HTML, with attributes of its own.
    if (parent?.isContainer !== false || this.#open.at(-2)?.isContainer) inherit(element, parent)
    const isContainer =
      !records.has(element.name) &&
      (parent === undefined || (parent.isContainer && element.name === 'channel'))
    if (isDeep)
      this.#open.push({ element: parent?.element ?? element, namespaces, isContainer: false })
    else this.#open.push({ element, namespaces, isContainer })
    if (parent !== undefined && !parent.isContainer) parent.element.children.push(element)
  }

  /** `<item>` inside `<item>` means that somebody forgot `</item>`. */
  #closeUnclosed(name: string): void {
    const index = this.#open.findIndex(({ element }) => element.name === name)
    if (index === -1) return
    this.#isTorn ||= this.#open.length > index + 1
    while (this.#open.length > index) this.#close()
  }

  #closeTag(name: string, isImplied: boolean): void {
    this.#flushText()
    for (let index = this.#open.length - 1; index >= 0; index--) {
      const open = this.#open[index]
      if (open === undefined || expand(name, open.namespaces) !== open.element.name) continue
      // What stands directly in a record, and was not closed, has taken in all that came after it.
      const isInRecord = records.has(this.#open[index - 1]?.element.name ?? '')
      this.#isTorn ||= isImplied && isInRecord && open.element.children.length > 0
      while (this.#open.length > index) this.#close()
      return
    }
  }

  #close(): void {
    const closed = this.#open.pop()
    const parent = this.#open.at(-1)
    if (closed === undefined) return
    if (parent === undefined && !this.#hasEnded) this.#rootIsClosed = true
    const isPart = !closed.isContainer && (parent === undefined || parent.isContainer)
    if (isPart) {
      closed.element.isTorn = this.#isTorn
      this.#isTorn = false
      this.#parts.push({ element: closed.element, isCut: this.#hasEnded })
    } else if (parent === undefined && this.#hasEnded)
      // The root was never closed.
      this.#parts.push({ element: { name: '', attributes: {}, children: [] }, isCut: true })
  }

  #flushText(): void {
    const text = this.#inCdata ? this.#text : this.#decode(this.#text)
    this.#text = ''
    const open = this.#open.at(-1)
    if (text !== '' && open !== undefined && !open.isContainer) open.element.children.push(text)
  }

  #decode(raw: string): string {
    return this.#entities?.decode(raw) ?? raw
  }
}

/** `xml:base` and `xml:lang` hold for all that is inside (https://www.w3.org/TR/xmlbase/). */
function inherit({ attributes }: XmlElement, parent: Open | undefined): void {
  const outer = parent?.element.attributes
  const base = resolve(attributes['xml:base'], outer?.['xml:base'])
  const language = attributes['xml:lang'] ?? outer?.['xml:lang']
  if (base !== undefined) attributes['xml:base'] = base
  if (language !== undefined) attributes['xml:lang'] = language
}

function resolve(address: string | undefined, base: string | undefined): string | undefined {
  if (address === undefined || base === undefined) return address ?? base
  return URL.canParse(address, base) ? new URL(address, base).href : base
}

/** A warning of the program that wrote it may stand before the XML, in tags of its own. */
function rootOnwards(start: string): string {
  const root = /<(\w+:)?(rss|rdf|feed|entry|channel|disqus)[\s>/]/i.exec(start)
  const declaration = start.lastIndexOf('<?xml', root?.index)
  return declaration === -1 ? start.slice(root?.index ?? 0) : start.slice(declaration)
}
