import { commentAnchor } from '../../core/addresses.ts'
import { messageOf } from '../../core/message-of.ts'
import type { Bodies, Facts, Picture } from '../../core/post.ts'
import { subjectOf } from '../../core/related/subject.ts'
import { loadStemmer, type Stem } from '../../core/search/stemmers.ts'
import { termsLine } from '../../core/search/terms.ts'
import { excerptOf, firstWordsOf, lengthOf, teaserOf } from '../../core/text.ts'
import { type Highlighter, loadHighlighter } from './body/code.ts'
import { type Resolve, renderBody } from './body/render-body.ts'
import type { KeptSizes } from './image-sizes.ts'
import { ContentError } from './problems.ts'
import { type CommentsSource, renderComments } from './read-comments.ts'
import { readBody, type Source } from './read-sources.ts'
import { References } from './references.ts'
import type { Targets } from './targets.ts'

/** A text, and the comments on it where any are shown. */
export interface Text {
  source: Source
  comments: CommentsSource | undefined
}

export interface RenderedText {
  facts: Facts
  /** What it is found by, as `termsLine` writes it. */
  terms: string
  /** What it is about, as `subjectOf` does. */
  subject: string
  /** `Bodies`, as JSON. */
  bodies: string
  /** What its links and images were found to mean. */
  answers: Answer[]
}

export type Answer = [kind: keyof Resolve, written: string, answer: unknown]

/** What its texts depend on, of a blog. */
export interface BlogOfTexts {
  folder: string
  /** Of texts that name none. */
  language: string
  base: string
  url: string | undefined
  targets: Targets
  /** Whether any text may have code in it. */
  hasCode: boolean
}

/** What texts are rendered with. */
export interface Rendering extends BlogOfTexts {
  references: References
  highlighter: Highlighter | undefined
  /** Of the blog's language. */
  stem: Stem
}

/** `sizes` are those of images that were measured before. */
export const prepareRendering = async (
  blog: BlogOfTexts,
  sizes: KeptSizes,
): Promise<Rendering> => ({
  ...blog,
  references: new References(blog, sizes),
  highlighter: blog.hasCode ? await loadHighlighter() : undefined,
  stem: await loadStemmer(blog.language),
})

/** Reads a text's body and its comments, and renders them. Throws a ContentError where it can't be shown. */
export function renderText(text: Text, rendering: Rendering): RenderedText {
  const { folder, highlighter, stem } = rendering
  const { source, comments } = text
  const { fields, file, name } = source
  const answers: Answer[] = []
  const resolve = noting(resolveIn(text, rendering.references), answers)
  const said = comments === undefined ? [] : renderComments(folder, comments, resolve.commentLink)
  const body = blaming(file, () =>
    renderBody(
      {
        kind: file.endsWith('.html') ? 'html' : 'markdown',
        body: readBody(folder, source),
        title: fields.title,
        otherIds: said.map(({ id }) => commentAnchor(id)),
      },
      resolve,
      highlighter,
    ),
  )
  const image = fields.image === undefined ? undefined : resolve.image(fields.image)
  const cover: Picture | undefined = image && { alt: fields.image_alt ?? '', ...image }
  const opening = firstWordsOf(body.prose)
  // What names a text without words is no part of it, and has to be found all the same.
  const title = body.title ?? (opening === '' ? body.picture?.alt || name : undefined)
  const findable = { title: title ?? '', tags: fields.tags, words: body.words }
  return {
    facts: {
      title: body.title,
      name: title ?? opening,
      excerpt:
        body.teaser === undefined
          ? (fields.description ?? excerptOf(body.prose, fields.language ?? rendering.language))
          : teaserOf(body.teaser),
      ...lengthOf(body.words),
      picture: cover ?? body.picture,
      cover: body.pictures.some(({ src }) => src === cover?.src) ? undefined : cover,
    },
    terms: termsLine(findable, stem),
    subject: subjectOf(findable),
    bodies: JSON.stringify({ html: body.html, comments: said } satisfies Bodies),
    answers,
  }
}

export const resolveIn = ({ source: { file, path } }: Text, references: References): Resolve => ({
  link: (href) => references.link(href, file, path),
  image: (src) => references.image(src, file),
  commentLink: (href) => references.commentLink(href),
  warn: (message) => references.warn(file, message),
})

/** Resolves as `resolve` does, and writes down what it answered. */
function noting(resolve: Resolve, answers: Answer[]): Resolve {
  const noted =
    <T>(kind: keyof Resolve, answerTo: (written: string) => T) =>
    (written: string): T => {
      const answer = answerTo(written)
      answers.push([kind, written, answer])
      return answer
    }
  return {
    link: noted('link', resolve.link),
    image: noted('image', resolve.image),
    commentLink: noted('commentLink', resolve.commentLink),
    warn: noted('warn', resolve.warn),
  }
}

function blaming<T>(file: string, render: () => T): T {
  try {
    return render()
  } catch (error) {
    if (error instanceof ContentError) throw error
    throw new ContentError({
      file,
      message: `found a text that can't be shown (${messageOf(error)})`,
    })
  }
}
