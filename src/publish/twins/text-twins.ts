import { pagePath, postPath } from '../../core/addresses.ts'
import { type Comment, nestedInReason } from '../../core/comment.ts'
import { displayDate, toTimestamp } from '../../core/dates.ts'
import { type Bodies, neighboursAt, type Post } from '../../core/post.ts'
import type { CommentTwin, PageTwin, PostTwin } from '../../core/twins.ts'
import type { Content } from '../content/load-content.ts'
import type { WrittenPage } from '../content/written-texts.ts'
import type { PreviewOf } from '../previews.ts'
import { addressOf, linkTo, statusOf, summaryOf } from './summary.ts'

/** The twin of the post at `index` of the posts in reading order. */
export function postTwin(
  content: Content,
  previewOf: PreviewOf,
  index: number,
  post: Post,
  related: readonly Post[],
  bodies: Bodies,
): PostTwin {
  const summary = summaryOf(content, post)
  const details = postDetails(content, previewOf, index, post, related, bodies)
  // Added to and not spread, which takes Node 20 ten times as long, and memory.
  return Object.assign(summary, details, {
    _lectern: Object.assign(summary._lectern, details._lectern),
  })
}

/** What a post's twin has beside its summary. */
export function postDetails(
  { settings, posts }: Content,
  previewOf: PreviewOf,
  index: number,
  post: Post,
  related: readonly Post[],
  bodies: Bodies,
) {
  const { previous, next } = neighboursAt(posts, index)
  const { author: owner, url } = settings
  const author = post.author ?? owner
  return {
    content_html: bodies.html,
    date_modified: post.updated && toTimestamp(post.updated),
    // The blog is its owner's own place, and no guest's.
    authors: author === undefined ? [] : [{ name: author, ...(author === owner && { url }) }],
    _lectern: {
      description: post.description,
      words: post.words,
      preview: previewOf({
        path: postPath(post.slug),
        title: post.name,
        picture: post.picture,
        language: post.language,
      }),
      updated: post.updated && displayDate(post.updated, settings.language),
      cover: post.cover,
      previous: previous && linkTo(previous),
      next: next && linkTo(next),
      related: related.map(linkTo),
      comments: nestedInReason(bodies.comments).map((comment) =>
        commentTwin(comment, settings.language),
      ),
    },
  }
}

export function pageTwin(
  content: Content,
  previewOf: PreviewOf,
  page: WrittenPage,
  { html }: Bodies,
): PageTwin {
  const path = pagePath(page.name)
  const { title, language, picture } = page
  const url = addressOf(content, path)
  return {
    id: url,
    url,
    title,
    summary: page.excerpt,
    content_html: html,
    language,
    _lectern: {
      preview: previewOf({ path, title, picture, language }),
      status: statusOf(content, page),
    },
  }
}

const commentTwin = ({ date, ...comment }: Comment, language: string): CommentTwin =>
  Object.assign(comment, {
    date_published: date && toTimestamp(date),
    date: date && displayDate(date, language),
  })
