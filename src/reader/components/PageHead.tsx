import { useSuspenseQuery } from '@tanstack/react-query'
import { publicAddress } from '../../core/addresses.ts'
import { blogQuery } from '../queries.ts'

interface PageHeadProps {
  /** The page's own title; the home page has none but the blog's. */
  title?: string | undefined
  description?: string | undefined
  path: string
}

/** What the document's head says of a page. React moves it there. */
export function PageHead({ title, description, path }: PageHeadProps) {
  const { data: blog } = useSuspenseQuery(blogQuery)
  return (
    <>
      <title>{title === undefined ? blog.title : `${title} · ${blog.title}`}</title>
      {description && <meta name="description" content={description} />}
      {blog.url !== undefined && <link rel="canonical" href={publicAddress(blog.url, path)} />}
    </>
  )
}
