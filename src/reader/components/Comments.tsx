import { commentAnchor } from '../../core/addresses.ts'
import { inThreads, type Thread } from '../../core/comment.ts'
import type { CommentTwin } from '../../core/twins.ts'
import { commentBody } from '../page-state.ts'
import { Prose } from './Prose.tsx'

export function Comments({ comments }: { comments: readonly CommentTwin[] }) {
  return (
    <section className="comments" id="comments" aria-label="Comments">
      <header>
        <h2 lang="en">Comments</h2>
        {comments.length > 0 && <span className="count">{comments.length}</span>}
      </header>
      {comments.length === 0 ? (
        <p className="quiet" lang="en">
          No comments yet
        </p>
      ) : (
        <Threads threads={inThreads(comments)} />
      )}
    </section>
  )
}

function Threads({ threads }: { threads: readonly Thread<CommentTwin>[] }) {
  return (
    <ol>
      {threads.map(({ comment, replies }) => (
        <li key={comment.id} id={commentAnchor(comment.id)}>
          <Comment {...comment} />
          {replies.length > 0 && <Threads threads={replies} />}
        </li>
      ))}
    </ol>
  )
}

function Comment({ id, author, url, date, date_published, content_html }: CommentTwin) {
  return (
    <div className="comment">
      <p className="meta">
        <strong dir="auto">
          {url === undefined ? (
            author
          ) : (
            <a href={url} rel="nofollow ugc">
              {author}
            </a>
          )}
        </strong>
        {' · '}
        <a
          href={`#${commentAnchor(id)}`}
          aria-label={date === undefined ? `Link to the comment by ${author}` : undefined}
        >
          {date === undefined ? '#' : <time dateTime={date_published}>{date}</time>}
        </a>
      </p>
      <Prose html={content_html} body={commentBody(id)} dir="auto" />
    </div>
  )
}
