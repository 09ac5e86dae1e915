import { isDeepStrictEqual } from 'node:util'
import type { Bodies, Facts, Page, Post } from '../../core/post.ts'
import type { Cache, Part } from '../cache/cache.ts'
import type { Source } from './read-sources.ts'
import {
  type Answer,
  type RenderedText,
  type Rendering,
  renderText,
  resolveIn,
  type Text,
} from './render-text.ts'

/** What is kept of a text that was rendered. */
interface Rendered extends Facts {
  /** Each of these names the part that is kept under it. */
  termsName: string
  /** Most edits leave it as it was. */
  subjectName: string
  bodiesName: string
}

interface Kept {
  rendered: Rendered
  /** What its links and images led to. A large blog has many, and once they were looked at they are of no more use. */
  answers: Answer[]
}

/**
 * A text of the content folder. It is rendered when something made of its body is first asked for,
 * or found in the cache: there, one that has not changed is still good as long as its links and images
 * mean what they meant. Whatever asks throws a ContentError where the text can't be shown.
 */
abstract class WrittenText {
  readonly file: string
  readonly language: string | undefined
  readonly weight: number | undefined
  readonly date: string | undefined
  readonly draft: boolean
  /** Its path on the site. */
  readonly path: string
  /** That of its front matter. */
  readonly givenTitle: string | undefined
  written: Text
  readonly #rendering: Rendering
  readonly #cache: Cache
  #rendered: Rendered | undefined

  constructor(written: Text, rendering: Rendering, cache: Cache) {
    this.written = written
    this.#rendering = rendering
    this.#cache = cache
    const { file, path, fields } = written.source
    this.file = file
    this.path = path
    this.givenTitle = fields.title
    this.language = fields.language
    this.weight = fields.weight
    this.date = fields.date
    this.draft = fields.draft
  }

  protected get fields() {
    return this.written.source.fields
  }

  get rendered(): Rendered {
    this.#rendered ??= this.#find() ?? this.#render()
    return this.#rendered
  }

  /** Whether it was rendered, now or by an earlier build. */
  get isKnown(): boolean {
    this.#rendered ??= this.#find()
    return this.#rendered !== undefined
  }

  /** The large parts, which are not held in memory. */
  bodies(): Bodies {
    // Kept by `keepRendered`.
    return JSON.parse(this.part('bodies')) as Bodies
  }

  /** A part that is not held in memory; where the cache was damaged, it is made again. */
  part(name: Part): string {
    const texts = this.#cache.texts[name]
    const key = `${name}Name` as const
    return texts.find(this.rendered[key]) ?? texts.find(this.#render()[key]) ?? ''
  }

  /** Keeps what was rendered of it, here or elsewhere: only when it is found again it is known what it refers to. */
  keepRendered({ facts, terms, subject, bodies, answers }: RenderedText): Rendered {
    const { texts } = this.#cache
    const kept: Kept = {
      answers,
      rendered: {
        termsName: texts.terms.keep(terms),
        subjectName: texts.subject.keep(subject),
        bodiesName: texts.bodies.keep(bodies),
        ...facts,
      },
    }
    return this.#cache.keep(this.#key, kept).rendered
  }

  /**
   * Takes a new reading of its file where nothing but the body is another, and tells whether so: no other
   * text depends on that, nor the order of posts, which may be that of their titles.
   */
  reread(source: Source): boolean {
    const isTitled = source.fields.title !== undefined
    if (!isTitled || !isDeepStrictEqual(withoutBody(source), withoutBody(this.written.source)))
      return false
    this.written = { ...this.written, source }
    this.#rendered = undefined
    return true
  }

  #find(): Rendered | undefined {
    // Kept by `keepRendered`.
    const known = this.#cache.find(this.#key) as Kept | undefined
    const resolve = resolveIn(this.written, this.#rendering.references)
    const isGood = known?.answers.every(([kind, written, answer]) =>
      // As JSON has it where there is none.
      isDeepStrictEqual(resolve[kind](written) ?? null, answer),
    )
    if (known === undefined || !isGood) return undefined
    const { rendered } = known
    const { terms, subject, bodies } = this.#cache.texts
    terms.want(rendered.termsName)
    subject.want(rendered.subjectName)
    bodies.want(rendered.bodiesName)
    return rendered
  }

  #render(): Rendered {
    return this.keepRendered(renderText(this.written, this.#rendering))
  }

  get #key(): string {
    const { source, comments } = this.written
    const { file, digest, fields } = source
    const { language } = this.#rendering
    return `text ${file} ${digest} ${comments?.digest ?? ''} ${fields.language ?? language} ${language}`
  }
}

const withoutBody = ({ digest, bodyStart, ...others }: Source) => others

/** What its front matter says is held, what its body does is asked for. */
export class WrittenPost extends WrittenText implements Post {
  readonly slug = this.written.source.name
  readonly updated = this.fields.updated
  readonly tags = this.fields.tags
  readonly description = this.fields.description
  readonly author = this.fields.author
  readonly source = this.fields.source
  readonly commentCount = this.written.comments?.count ?? 0

  get title() {
    return this.fields.title ?? this.rendered.title
  }

  get name() {
    return this.fields.title ?? this.rendered.name
  }

  get excerpt() {
    return this.rendered.excerpt
  }

  get minutes() {
    return this.rendered.minutes
  }

  get words() {
    return this.rendered.words
  }

  get picture() {
    return this.rendered.picture
  }

  get cover() {
    return this.rendered.cover
  }
}

export class WrittenPage extends WrittenText implements Page {
  readonly name = this.written.source.name
  readonly inNavigation = this.fields.navigation !== false

  get title() {
    return this.fields.title ?? this.rendered.title ?? this.name
  }

  get excerpt() {
    return this.fields.description ?? this.rendered.excerpt
  }

  get picture() {
    return this.rendered.picture
  }
}
