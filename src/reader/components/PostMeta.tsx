import type { PostSummary } from '../../core/twins.ts'
import { StatusLabel } from './StatusLabel.tsx'

/** The small line over a post: its date, how long it takes to read, who wrote it. */
export function PostMeta({ post, author }: { post: PostSummary; author?: string | undefined }) {
  const { date, minutes, status } = post._lectern
  return (
    <p className="meta">
      {date !== undefined && <time dateTime={post.date_published}>{date}</time>}
      {/* Spaces, for who reads the words alone. */}{' '}
      <span lang="en" dir="auto">{`${minutes} min read`}</span>{' '}
      {author !== undefined && <span lang="en" dir="auto">{`by ${author}`}</span>}
      {import.meta.env.DEV && <StatusLabel status={status} />}
    </p>
  )
}
