import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { memo } from 'react'
import { useMatch } from 'react-router'
import type { PostSummary } from '../../core/twins.ts'
import { hrefOf } from '../links.ts'
import { popularQuery, postQuery } from '../queries.ts'
import { LinkToPost } from './LinkToPost.tsx'
import { writtenIn } from './written-in.ts'

/** The sidebar: the blog's popular posts, but for the open one. */
export function PopularPosts() {
  const { data: popular } = useSuspenseQuery(popularQuery)
  const open = useOpenPost()
  const { items, next } = popular
  const posts = (next === undefined ? items : [...items, next])
    .filter((post) => post._lectern.slug !== open)
    .slice(0, items.length)
  if (posts.length === 0) return null
  return (
    <aside className="popular" aria-labelledby="popular">
      <h2 id="popular" lang={popular.language}>
        {popular.title}
      </h2>
      <ol className={popular.basis === 'date' ? undefined : 'ranked'}>
        {posts.map((post) => (
          <PopularPost key={post._lectern.slug} post={post} />
        ))}
      </ol>
      {popular.more !== undefined && (
        <p className="meta" lang="en">
          <a href={hrefOf(popular.more)}>More popular posts</a>
        </p>
      )}
    </aside>
  )
}

/** The slug of the post that is shown: at a post's address there may also stand that it is missing. */
function useOpenPost(): string | undefined {
  const queryClient = useQueryClient()
  const slug = useMatch('/posts/:slug')?.params.slug
  if (slug === undefined) return undefined
  return queryClient.getQueryData(postQuery(slug).queryKey)?._lectern.slug
}

const PopularPost = memo(({ post }: { post: PostSummary }) => {
  const { title, summary, language, _lectern } = post
  const { picture, date } = _lectern
  return (
    // In no box of their own: reader modes take one of text for the post, where that is short.
    <li>
      <h3 {...writtenIn(language)}>
        <LinkToPost {..._lectern} />
      </h3>
      {date !== undefined && (
        <p className="meta">
          <time dateTime={post.date_published}>{date}</time>
        </p>
      )}
      {title !== undefined && summary !== '' && (
        <p className="popular-excerpt" {...writtenIn(language)}>
          {summary}
        </p>
      )}
      {picture !== undefined && <img {...picture} alt="" loading="lazy" decoding="async" />}
    </li>
  )
})
