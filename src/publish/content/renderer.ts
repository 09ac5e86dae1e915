import { isDeepStrictEqual } from 'node:util'
import type { Bodies, Picture } from '../../core/post.ts'
import { subjectOf } from '../../core/related/subject.ts'
import type { Stem } from '../../core/search/stemmers.ts'
import { termsLine } from '../../core/search/terms.ts'
import { excerptOf, firstWordsOf, lengthOf, teaserOf } from '../../core/text.ts'
import { type Cache, digestOf } from '../cache.ts'
import type { Highlighter } from './body/code.ts'
import { type Resolve, renderBody } from './body/render-body.ts'
import { ContentError } from './problems.ts'
import { type CommentsSource, renderComments } from './read-comments.ts'
import { readBody, type Source } from './read-sources.ts'
import type { References } from './references.ts'

/** A text, and the comments on it where any are shown. */
export interface Text {
  source: Source
  comments: CommentsSource | undefined
}

/** What lists need to know of a text's body: small enough to be held for every post of a large blog. */
export interface Rendered {
  title: string | undefined
  /** The title, or the first words of a text that has none. */
  name: string
  excerpt: string
  minutes: number
  words: number
  picture: Picture | undefined
  cover: Picture | undefined
  /** The digest that what it is found by is kept under, and that of the part which says what it is about. */
  index: string
  subject: string
  /** The digest that the text's bodies are kept under. */
  bodies: string
}

/** What a text is found by, as `termsLine` writes it, and what it is about, as `subjectOf` does. */
export interface Indexed {
  terms: string
  subject: string
}

/** What a text's links and images were found to mean. */
type Answer = [kind: keyof Resolve, written: string, answer: unknown]

interface RendererParts {
  folder: string
  /** Of texts that name none. */
  language: string
  references: References
  highlighter: Highlighter | undefined
  /** Of the blog's language. */
  stem: Stem
  cache: Cache
}

/**
 * Renders texts, or finds them in the cache: there, a text that has not changed is still good as
 * long as its links and images mean what they meant. Throws a ContentError where a text can't be
 * shown.
 */
export class Renderer {
  readonly #parts: RendererParts

  constructor(parts: RendererParts) {
    this.#parts = parts
  }

  render(text: Text): Rendered {
    const { cache } = this.#parts
    // Kept by `#renderAnew`.
    const known = cache.find(this.#keyOf(text)) as (Rendered & { answers: Answer[] }) | undefined
    const resolve = this.#resolveIn(text)
    const isGood = known?.answers.every(([kind, written, answer]) =>
      isDeepStrictEqual(resolve[kind](written), answer),
    )
    if (known === undefined || !isGood) return this.#renderAnew(text)
    cache.stillWants(known.bodies)
    cache.stillWants(known.index)
    return known
  }

  bodies(text: Text, rendered: Rendered): Bodies {
    const { cache } = this.#parts
    const kept =
      cache.findText(rendered.bodies) ?? cache.findText(this.#renderAnew(text).bodies) ?? ''
    // Kept by `#renderAnew`.
    return JSON.parse(kept) as Bodies
  }

  /** What it is found by, and compared with others by. */
  indexed(text: Text, rendered: Rendered): Indexed {
    const { cache } = this.#parts
    const kept =
      cache.findText(rendered.index) ?? cache.findText(this.#renderAnew(text).index) ?? ''
    const [terms = '', subject = ''] = kept.split('\n')
    return { terms, subject }
  }

  #renderAnew(text: Text): Rendered {
    const { folder, cache, highlighter } = this.#parts
    const { source, comments } = text
    const { fields, file, name } = source
    const answers: Answer[] = []
    const body = blaming(file, () =>
      renderBody(
        {
          kind: file.endsWith('.html') ? 'html' : 'markdown',
          body: readBody(folder, source),
          title: fields.title,
        },
        noting(this.#resolveIn(text), answers),
        highlighter,
      ),
    )
    const cover = fields.image === undefined ? undefined : this.#cover(text, fields.image, answers)
    const language = this.#languageOf(text)
    const bodies: Bodies = {
      html: body.html,
      comments: comments === undefined ? [] : renderComments(folder, comments),
    }
    const said = { title: body.title ?? '', tags: fields.tags, words: body.words }
    const subject = subjectOf(said)
    const rendered: Rendered = {
      title: body.title,
      name: body.title ?? (firstWordsOf(body.prose) || name),
      excerpt:
        body.teaser === undefined
          ? (fields.description ?? excerptOf(body.prose, language))
          : teaserOf(body.teaser),
      ...lengthOf(body.words),
      index: cache.keepText(`${termsLine(said, this.#parts.stem)}\n${subject}`),
      subject: digestOf(subject),
      picture: cover ?? body.pictures[0],
      cover: body.pictures.some(({ src }) => src === cover?.src) ? undefined : cover,
      bodies: cache.keepText(JSON.stringify(bodies)),
    }
    return cache.keep(this.#keyOf(text), { ...rendered, answers })
  }

  #resolveIn({ source: { file, path } }: Text): Resolve {
    const { references } = this.#parts
    return {
      link: (href) => references.link(href, file, path),
      image: (src) => references.image(src, file),
    }
  }

  #cover(text: Text, image: string, answers: Answer[]): Picture {
    const { image_alt = '' } = text.source.fields
    return { alt: image_alt, ...noting(this.#resolveIn(text), answers).image(image) }
  }

  #keyOf(text: Text): string {
    const { file, digest } = text.source
    return `text ${file} ${digest} ${text.comments?.digest ?? ''} ${this.#languageOf(text)} ${this.#parts.language}`
  }

  #languageOf = ({ source }: Text): string => source.fields.language ?? this.#parts.language
}

/** Resolves as `resolve` does, and writes down what it answered. */
const noting = (resolve: Resolve, answers: Answer[]): Resolve => ({
  link: (href) => {
    const answer = resolve.link(href)
    answers.push(['link', href, answer])
    return answer
  },
  image: (src) => {
    const answer = resolve.image(src)
    answers.push(['image', src, answer])
    return answer
  },
})

function blaming<T>(file: string, render: () => T): T {
  try {
    return render()
  } catch (error) {
    if (error instanceof ContentError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new ContentError([{ file, message: `found a text that can't be shown (${reason})` }])
  }
}
