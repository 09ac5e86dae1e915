import type { PostSummary } from '../../core/twins.ts'
import { LinkToPost } from './LinkToPost.tsx'
import { PostMeta } from './PostMeta.tsx'
import { writtenIn } from './written-in.ts'

/** A post in a list. */
export function PostEntry({ post }: { post: PostSummary }) {
  const { title, summary, language, _lectern } = post
  return (
    <article className="entry">
      <PostMeta post={post} />
      <h2 {...writtenIn(language)}>
        <LinkToPost {..._lectern} />
      </h2>
      {title !== undefined && summary !== '' && <p {...writtenIn(language)}>{summary}</p>}
    </article>
  )
}
