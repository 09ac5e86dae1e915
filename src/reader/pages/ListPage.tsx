import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { homePath, postPath } from '../../core/addresses.ts'
import { dataOfHome } from '../../core/structured-data.ts'
import type { ListTwin, PostSummary } from '../../core/twins.ts'
import { DataForMachines, PageHead } from '../components/PageHead.tsx'
import { PostMeta } from '../components/PostMeta.tsx'
import { hrefOf } from '../links.ts'
import { blogQuery, listQuery } from '../queries.ts'

/** The blog's posts, newest first: the home page and the pages after it. */
export function ListPage() {
  const page = Number(useParams().page ?? 1)
  const { data: blog } = useSuspenseQuery(blogQuery)
  const { data: list } = useSuspenseQuery(listQuery(page))
  return (
    <div className="list">
      {page === 1 ? (
        <>
          <PageHead blog={blog} description={blog.description} path={homePath()} />
          <h1 tabIndex={-1}>{blog.title}</h1>
          {blog.description !== undefined && <p className="lead">{blog.description}</p>}
        </>
      ) : (
        <>
          <PageHead
            blog={blog}
            title={`Page ${page}`}
            description={blog.description}
            path={homePath(page)}
          />
          <h1 tabIndex={-1}>Page {page}</h1>
        </>
      )}
      {list.items.length === 0 && <p className="quiet">No posts yet</p>}
      {list.items.map((post) => (
        <PostEntry key={post._lectern.slug} post={post} />
      ))}
      <Pages list={list} />
      {page === 1 && <DataForMachines data={dataOfHome(blog)} />}
    </div>
  )
}

function PostEntry({ post }: { post: PostSummary }) {
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

function Pages({ list }: { list: ListTwin }) {
  const { page, pages } = list._lectern
  if (pages === 1) return null
  return (
    <nav className="pages" aria-label="Pages">
      {page > 1 && (
        <a href={hrefOf(homePath(page - 1))} rel="prev">
          Newer posts
        </a>
      )}
      <span className="quiet">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a href={hrefOf(homePath(page + 1))} rel="next">
          Older posts
        </a>
      )}
    </nav>
  )
}
