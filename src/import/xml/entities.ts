import { decodeHTMLStrict } from 'entities'
import { withoutControls } from '../../core/without-controls.ts'
import { ImportError } from '../imported-blog.ts'

/** Longer values, and longer texts made of them, are no abbreviations but an attack ("billion laughs"). */
const longestValue = 10_000
const longestExpansion = 1_000_000

/**
 * The references of an XML document: its own entities, as its prolog declares them, and those of
 * HTML, which feeds use undeclared. External entities are never fetched; what is not known stays as
 * it is written. Throws an ImportError where entities grow without bound.
 */
export class Entities {
  readonly #values = new Map<string, string>()
  #expanded = 0

  /** `start` is the document's beginning, which holds its prolog. */
  constructor(start: string) {
    const prolog = /<!DOCTYPE[^[>]*\[([\s\S]*?)\]\s*>/i.exec(start)?.[1] ?? ''
    for (const [, name = '', , value = ''] of prolog.matchAll(
      /<!ENTITY\s+([\w.:-]+)\s+(["'])([\s\S]*?)\2\s*>/gi,
    )) {
      const plain = this.#replace(value)
      if (plain.length > longestValue) this.#refuse(name)
      this.#values.set(name, plain)
    }
  }

  /** `raw` with its references replaced; a bare "&" stays. */
  decode(raw: string): string {
    return raw.includes('&') ? this.#replace(raw) : raw
  }

  #replace(raw: string): string {
    return raw.replace(/&(#x?[\da-f]+|[\w.:-]+);/gi, (reference, name: string) => {
      const value = this.#values.get(name)
      // Even written so, most control characters are none of XML's (https://www.w3.org/TR/xml/#charsets).
      if (value === undefined) return withoutControls(decodeHTMLStrict(reference))
      this.#expanded += value.length
      if (this.#expanded > longestExpansion) this.#refuse(name)
      return value
    })
  }

  #refuse(name: string): never {
    throw new ImportError(
      `found the entity "${name}", which grows without bound, as in an attack; expected a blog`,
    )
  }
}
