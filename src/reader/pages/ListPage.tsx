import { homePath } from '../../core/addresses.ts'
import { dataOfHome } from '../../core/structured-data.ts'
import type { ListTwin } from '../../core/twins.ts'
import { Heading } from '../components/Heading.tsx'
import { DataForMachines, PageHead } from '../components/PageHead.tsx'
import { Pages } from '../components/Pages.tsx'
import { PostEntry } from '../components/PostEntry.tsx'
import type { PageProps } from '../Page.tsx'

/** The blog's posts, newest first: the home page and the pages after it. */
export function ListPage({ blog, twin: { items, _lectern } }: PageProps<ListTwin>) {
  const { page, pages } = _lectern
  const title = page === 1 ? undefined : `Page ${page}`
  return (
    <>
      <PageHead blog={blog} title={title} description={blog.description} path={homePath(page)} />
      <Heading lang={title && 'en'}>{title ?? blog.title}</Heading>
      {page === 1 && blog.description !== undefined && <p className="lead">{blog.description}</p>}
      {items.length === 0 && (
        <p className="quiet" lang="en">
          No posts yet
        </p>
      )}
      {items.map((post) => (
        <PostEntry key={post._lectern.slug} post={post} />
      ))}
      <Pages page={page} pages={pages} pathOf={homePath} />
      {page === 1 && <DataForMachines data={dataOfHome(blog)} />}
    </>
  )
}
