import { postPath } from '../../core/addresses.ts'
import type { PostSummary } from '../../core/twins.ts'
import { hrefOf } from '../links.ts'
import { PostMeta } from './PostMeta.tsx'

/** A post in a list. */
export function PostEntry({ post }: { post: PostSummary }) {
  const { slug, name } = post._lectern
  return (
    <article className="entry">
      <PostMeta post={post} />
      <h2>
        <a href={hrefOf(postPath(slug))}>{name}</a>
      </h2>
      {post.title !== undefined && post.summary !== '' && <p>{post.summary}</p>}
    </article>
  )
}
