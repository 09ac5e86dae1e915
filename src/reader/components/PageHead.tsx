import { publicAddress } from '../../core/addresses.ts'
import type { BlogTwin } from '../../core/twins.ts'

interface PageHeadProps {
  blog: BlogTwin
  /** The page's own title; the home page has none but the blog's. */
  title?: string | undefined
  description?: string | undefined
  path: string
}

/** What the document's head says of a page. React moves it there. */
export function PageHead({ blog, title, description, path }: PageHeadProps) {
  return (
    <>
      <title>{title === undefined ? blog.title : `${title} · ${blog.title}`}</title>
      {description && <meta name="description" content={description} />}
      {blog.url !== undefined && <link rel="canonical" href={publicAddress(blog.url, path)} />}
    </>
  )
}
