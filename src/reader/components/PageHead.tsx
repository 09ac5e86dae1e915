import { feedPath, jsonFeedPath, publicAddress } from '../../core/addresses.ts'
import type { StructuredData } from '../../core/structured-data.ts'
import type { BlogTwin, PostTwin } from '../../core/twins.ts'
import { hrefOf } from '../links.ts'

interface PageHeadProps {
  blog: BlogTwin
  /** The page's own title; the home page has none but the blog's. */
  title?: string | undefined
  description?: string | undefined
  path: string
  preview?: BlogTwin['preview']
  /** The post, where the page is one. */
  post?: PostTwin | undefined
}

/** What the document's head says of a page. React moves it there. */
export function PageHead(page: PageHeadProps) {
  const { blog, title, description, path } = page
  return (
    <>
      <title>{title === undefined ? blog.title : `${title} · ${blog.title}`}</title>
      {description && <meta name="description" content={description} />}
      {blog.url !== undefined && (
        <>
          <link rel="canonical" href={publicAddress(blog.url, path)} />
          <Feeds blog={blog} />
          <Preview {...page} />
        </>
      )}
    </>
  )
}

const Feeds = ({ blog }: { blog: BlogTwin }) => (
  <>
    <link rel="alternate" type="application/atom+xml" title={blog.title} href={hrefOf(feedPath)} />
    <link
      rel="alternate"
      type="application/feed+json"
      title={blog.title}
      href={hrefOf(jsonFeedPath)}
    />
  </>
)

/** What a shared link shows: https://ogp.me, which Twitter's cards fall back on. */
function Preview({
  blog,
  title = blog.title,
  description,
  path,
  preview = blog.preview,
  post,
}: PageHeadProps) {
  const locale = localeOf(post?.language ?? blog.language)
  return (
    <>
      <meta property="og:type" content={post === undefined ? 'website' : 'article'} />
      <meta property="og:site_name" content={blog.title} />
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:url" content={publicAddress(blog.url, path)} />
      {locale !== undefined && <meta property="og:locale" content={locale} />}
      {preview !== undefined && (
        <>
          <meta property="og:image" content={preview.src} />
          {preview.width !== undefined && (
            <meta property="og:image:width" content={String(preview.width)} />
          )}
          {preview.height !== undefined && (
            <meta property="og:image:height" content={String(preview.height)} />
          )}
          {preview.alt !== '' && <meta property="og:image:alt" content={preview.alt} />}
        </>
      )}
      <meta
        name="twitter:card"
        content={preview === undefined ? 'summary' : 'summary_large_image'}
      />
      {post?.date_published && (
        <meta property="article:published_time" content={post.date_published} />
      )}
      {post?.date_modified && (
        <meta property="article:modified_time" content={post.date_modified} />
      )}
      {post?.tags.map((tag) => (
        <meta key={tag} property="article:tag" content={tag} />
      ))}
    </>
  )
}

/** Open Graph names languages with their region alone: "en_GB". */
function localeOf(language: string): string | undefined {
  const [, tongue, region] = /^([a-z]{2,3})(?:-[a-z]{4})?-([a-z]{2})$/i.exec(language) ?? []
  return tongue === undefined ? undefined : `${tongue.toLowerCase()}_${region?.toUpperCase()}`
}

/** What the page says to machines. No script runs: the type makes it data. */
export function DataForMachines({ data }: { data: StructuredData }) {
  if (data === undefined) return null
  // "</script>" would end it.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON, made here
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
