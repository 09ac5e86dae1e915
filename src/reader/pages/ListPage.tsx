import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { homePath } from '../../core/addresses.ts'
import { dataOfHome } from '../../core/structured-data.ts'
import { DataForMachines, PageHead } from '../components/PageHead.tsx'
import { Pages } from '../components/Pages.tsx'
import { PostEntry } from '../components/PostEntry.tsx'
import { blogQuery, listQuery } from '../queries.ts'

/** The blog's posts, newest first: the home page and the pages after it. */
export function ListPage() {
  const page = Number(useParams().page ?? 1)
  const { data: blog } = useSuspenseQuery(blogQuery)
  const { data: list } = useSuspenseQuery(listQuery(page))
  const title = page === 1 ? undefined : `Page ${page}`
  return (
    <>
      <PageHead blog={blog} title={title} description={blog.description} path={homePath(page)} />
      <h1 lang={title && 'en'}>{title ?? blog.title}</h1>
      {page === 1 && blog.description !== undefined && <p className="lead">{blog.description}</p>}
      {list.items.length === 0 && (
        <p className="quiet" lang="en">
          No posts yet
        </p>
      )}
      {list.items.map((post) => (
        <PostEntry key={post._lectern.slug} post={post} />
      ))}
      <Pages page={page} pages={list._lectern.pages} pathOf={homePath} />
      {page === 1 && <DataForMachines data={dataOfHome(blog)} />}
    </>
  )
}
