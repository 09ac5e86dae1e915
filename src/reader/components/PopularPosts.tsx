import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useMatch } from 'react-router'
import { postPath } from '../../core/addresses.ts'
import type { PostSummary } from '../../core/twins.ts'
import { popularQuery } from '../queries.ts'

/** The sidebar: the blog's popular posts, but for the open one. */
export function PopularPosts() {
  const { data: popular } = useSuspenseQuery(popularQuery)
  const open = useMatch('/posts/:slug')?.params.slug
  const posts = popular.items.filter((post) => post._lectern.slug !== open).slice(0, popular.count)
  if (posts.length === 0) return null
  return (
    <aside className="popular" aria-labelledby="popular">
      <h2 id="popular">{popular.title}</h2>
      <ol className={popular.basis === 'date' ? 'by-date' : 'ranked'}>
        {posts.map((post) => (
          <PopularPost key={post._lectern.slug} post={post} />
        ))}
      </ol>
    </aside>
  )
}

function PopularPost({ post }: { post: PostSummary }) {
  const { slug, name, picture, date } = post._lectern
  return (
    <li>
      <div>
        <h3>
          <Link to={postPath(slug)}>{name}</Link>
        </h3>
        {date !== undefined && (
          <p className="meta">
            <time dateTime={post.date_published}>{date}</time>
          </p>
        )}
        {post.title !== undefined && post.summary !== '' && (
          <p className="popular-excerpt">{post.summary}</p>
        )}
      </div>
      {picture !== undefined && <img {...picture} alt="" loading="lazy" decoding="async" />}
    </li>
  )
}
