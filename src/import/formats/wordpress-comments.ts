import { withZone } from '../dates.ts'
import type { Entry, LeftOut } from '../imported-blog.ts'
import { wordpressCommentToHtml } from '../markup/wordpress.ts'
import { plainText } from '../plain-text.ts'
import { textAt, type XmlElement } from '../xml/xml-element.ts'
import { orFailed } from './or-failed.ts'

/** A comment on the post with that id, or why it is none to show. */
export const toComment = (comment: XmlElement, post: string): Entry =>
  orFailed({ name: nameOf(comment), isComment: true }, () => shownComment(comment, post))

function shownComment(comment: XmlElement, post: string): Entry {
  const type = textAt(comment, 'wp:comment_type') ?? ''
  const approved = textAt(comment, 'wp:comment_approved') ?? '1'
  if (/^(pingback|trackback)$/.test(type)) return skippedComment(comment, `a ${type}`)
  if (approved !== '1') return skippedComment(comment, approved === '0' ? 'not approved' : approved)
  const parent = textAt(comment, 'wp:comment_parent') ?? '0'
  return {
    kind: 'comment',
    id: textAt(comment, 'wp:comment_id') ?? '',
    post,
    author: plainText(textAt(comment, 'wp:comment_author')) ?? 'Anonymous',
    url: textAt(comment, 'wp:comment_author_url'),
    date: withZone(textAt(comment, 'wp:comment_date'), textAt(comment, 'wp:comment_date_gmt')),
    html: wordpressCommentToHtml(textAt(comment, 'wp:comment_content') ?? ''),
    inReplyTo: parent === '0' ? undefined : parent,
    isEntry: false,
  }
}

export const skippedComment = (comment: XmlElement, reason: string): LeftOut => ({
  kind: 'skipped',
  name: nameOf(comment),
  reason,
  isComment: true,
})

const nameOf = (comment: XmlElement): string => `comment ${textAt(comment, 'wp:comment_id') ?? ''}`
