import { isDeepStrictEqual } from 'node:util'
import type { Bodies } from '../../core/post.ts'
import type { Cache } from '../cache/cache.ts'
import { digestOf } from '../digest.ts'
import { readIndex, writeIndex } from './kept-indexes.ts'
import {
  type Answer,
  type Facts,
  type Indexed,
  type RenderedText,
  type Rendering,
  renderText,
  resolveIn,
  type Text,
} from './render-text.ts'

/** A text that is kept in rendered form. */
export interface Rendered extends Facts {
  /** The digest that what it is found by is kept under, and that of the part which says what it is about. */
  index: string
  subject: string
  /** The digest that the text's bodies are kept under. */
  bodies: string
}

/**
 * Renders texts, or finds them in the cache: there, a text that has not changed is still good as
 * long as its links and images mean what they meant. Throws a ContentError where a text can't be
 * shown.
 */
export class Renderer {
  readonly #rendering: Rendering
  readonly #cache: Cache

  constructor(rendering: Rendering, cache: Cache) {
    this.#rendering = rendering
    this.#cache = cache
  }

  render(text: Text): Rendered {
    return this.find(text) ?? this.#renderAnew(text)
  }

  /** The text as it was rendered before, where that is still good. */
  find(text: Text): Rendered | undefined {
    // Kept by `keep`.
    const known = this.#cache.find(this.#keyOf(text)) as
      | (Rendered & { answers: Answer[] })
      | undefined
    const resolve = resolveIn(text, this.#rendering.references)
    const isGood = known?.answers.every(([kind, written, answer]) =>
      // As JSON has it where there is none.
      isDeepStrictEqual(resolve[kind](written) ?? null, answer),
    )
    if (known === undefined || !isGood) return undefined
    this.#cache.texts.want(known.bodies)
    this.#cache.texts.want(known.index)
    return known
  }

  /** Keeps what was rendered of a text, here or elsewhere, for `find`. */
  keep(text: Text, { facts, terms, subject, bodies, answers }: RenderedText): Rendered {
    const rendered: Rendered = {
      index: this.#cache.texts.keep(writeIndex({ terms, subject })),
      subject: digestOf(subject),
      bodies: this.#cache.texts.keep(bodies),
      ...facts,
    }
    return this.#cache.keep(this.#keyOf(text), { answers, ...rendered })
  }

  bodies(text: Text, rendered: Rendered): Bodies {
    // Kept by `keep`.
    return JSON.parse(this.#kept(text, rendered, 'bodies')) as Bodies
  }

  /** What it is found by, and compared with others by. */
  indexed(text: Text, rendered: Rendered): Indexed {
    return readIndex(this.#kept(text, rendered, 'index'))
  }

  /** A large part; where the cache was damaged, it is made again. */
  #kept(text: Text, rendered: Rendered, part: 'bodies' | 'index'): string {
    const { texts } = this.#cache
    return texts.find(rendered[part]) ?? texts.find(this.#renderAnew(text)[part]) ?? ''
  }

  #renderAnew(text: Text): Rendered {
    return this.keep(text, renderText(text, this.#rendering))
  }

  #keyOf({ source, comments }: Text): string {
    const { file, digest, fields } = source
    const { language } = this.#rendering
    return `text ${file} ${digest} ${comments?.digest ?? ''} ${fields.language ?? language} ${language}`
  }
}
