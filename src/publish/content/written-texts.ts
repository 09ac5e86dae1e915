import { isDeepStrictEqual } from 'node:util'
import type { Bodies, Page, Picture, Post } from '../../core/post.ts'
import type { Source } from './read-sources.ts'
import type { Indexed, RenderedText, Text } from './render-text.ts'
import type { Rendered, Renderer } from './renderer.ts'

/** A text of the content folder, rendered when something made of its body is first asked for. */
abstract class WrittenText {
  protected text: Text
  readonly #renderer: Renderer
  #rendered: Rendered | undefined

  constructor(text: Text, renderer: Renderer) {
    this.text = text
    this.#renderer = renderer
  }

  protected get fields() {
    return this.text.source.fields
  }

  protected get rendered(): Rendered {
    this.#rendered ??= this.#renderer.render(this.text)
    return this.#rendered
  }

  protected replaceSource(source: Source): void {
    this.text = { ...this.text, source }
    this.#rendered = undefined
  }

  /** Whether it was rendered, now or by an earlier build. */
  get isKnown(): boolean {
    this.#rendered ??= this.#renderer.find(this.text)
    return this.#rendered !== undefined
  }

  /** Keeps what was rendered of it elsewhere, to be found here: only then is it known what it refers to. */
  keepRendered(rendered: RenderedText): void {
    this.#renderer.keep(this.text, rendered)
  }

  get written(): Text {
    return this.text
  }

  get file(): string {
    return this.text.source.file
  }

  get language(): string | undefined {
    return this.fields.language
  }

  get weight(): number | undefined {
    return this.fields.weight
  }

  /** The large parts, which are not held in memory. */
  bodies(): Bodies {
    return this.#renderer.bodies(this.text, this.rendered)
  }

  /** What it is found by and compared with others by, which is not held in memory either. */
  indexed(): Indexed {
    return this.#renderer.indexed(this.text, this.rendered)
  }

  /** Names what `indexed` gives. */
  get indexedName(): string {
    return this.rendered.index
  }

  /** Names the part of it that it is compared by: most edits leave it as it was. */
  get subjectName(): string {
    return this.rendered.subject
  }

  /** Names the large parts: other ones have another name. */
  get bodiesName(): string {
    return this.rendered.bodies
  }
}

const withoutBody = ({ digest, bodyStart, ...others }: Source) => others

export class WrittenPost extends WrittenText implements Post {
  /**
   * Takes a new reading of its file where nothing but the body is another, and tells whether so: no other
   * post depends on that, nor the order of them, which may be that of their titles.
   */
  reread(source: Source): boolean {
    const isTitled = source.fields.title !== undefined
    if (!isTitled || !isDeepStrictEqual(withoutBody(source), withoutBody(this.text.source)))
      return false
    this.replaceSource(source)
    return true
  }

  get slug(): string {
    return this.text.source.name
  }

  get title(): string | undefined {
    return this.fields.title ?? this.rendered.title
  }

  get name(): string {
    return this.fields.title ?? this.rendered.name
  }

  get date(): string | undefined {
    return this.fields.date
  }

  get updated(): string | undefined {
    return this.fields.updated
  }

  get tags(): string[] {
    return this.fields.tags
  }

  get description(): string | undefined {
    return this.fields.description
  }

  get author(): string | undefined {
    return this.fields.author
  }

  get draft(): boolean {
    return this.fields.draft
  }

  get source(): string | undefined {
    return this.fields.source
  }

  get excerpt(): string {
    return this.rendered.excerpt
  }

  get minutes(): number {
    return this.rendered.minutes
  }

  get words(): number {
    return this.rendered.words
  }

  get picture(): Picture | undefined {
    return this.rendered.picture
  }

  get cover(): Picture | undefined {
    return this.rendered.cover
  }

  get commentCount(): number {
    return this.text.comments?.count ?? 0
  }
}

export class WrittenPage extends WrittenText implements Page {
  get inNavigation(): boolean {
    return this.fields.navigation !== false
  }

  get picture(): Picture | undefined {
    return this.rendered.picture
  }

  get name(): string {
    return this.text.source.name
  }

  get title(): string {
    return this.fields.title ?? this.rendered.title ?? this.name
  }

  get excerpt(): string {
    return this.fields.description ?? this.rendered.excerpt
  }
}
