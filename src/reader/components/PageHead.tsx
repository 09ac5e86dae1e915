import { startTransition, useEffect, useState } from 'react'
import { feedPath, jsonFeedPath, publicAddress } from '../../core/addresses.ts'
import { fullLocale } from '../../core/direction.ts'
import type { StructuredData } from '../../core/structured-data.ts'
import type { BlogTwin, PostTwin } from '../../core/twins.ts'
import { afterPaint } from '../at-rest.ts'
import { hrefOf } from '../links.ts'

interface PageHeadProps {
  blog: BlogTwin
  /** The page's own title; the home page has none but the blog's. */
  title?: string | undefined
  description?: string | undefined
  path: string
  preview?: BlogTwin['preview']
  /** Where it is not the blog's. */
  language?: string | undefined
  /** The post, where the page is one. */
  post?: PostTwin | undefined
}

/** What the document's head says of a page; of the next of its kind, a frame after that is shown. React moves it there. */
export function PageHead(next: PageHeadProps) {
  const [page, setPage] = useState(next)
  useEffect(() => afterPaint(() => startTransition(() => setPage(next))), [next])
  const { blog, title, description, path } = page
  return (
    <>
      <title>{title === undefined ? blog.title : `${title} · ${blog.title}`}</title>
      {description && <meta name="description" content={description} />}
      {blog.url !== undefined && (
        <>
          <link rel="canonical" href={publicAddress(blog.url, path)} />
          <FeedLink title={blog.title} path={feedPath} />
          <FeedLink title={blog.title} path={jsonFeedPath} type="application/feed+json" />
          <Preview {...page} />
        </>
      )}
    </>
  )
}

interface FeedLinkProps {
  title: string
  path: string
  type?: string
}

export const FeedLink = ({ title, path, type = 'application/atom+xml' }: FeedLinkProps) => (
  <link rel="alternate" type={type} title={title} href={hrefOf(path)} />
)

/** What a shared link shows: https://ogp.me, which Twitter's cards fall back on. */
function Preview({
  blog,
  title = blog.title,
  description,
  path,
  preview = blog.preview,
  language = blog.language,
  post,
}: PageHeadProps) {
  return (
    <>
      {properties({
        'og:type': post === undefined ? 'website' : 'article',
        'og:site_name': blog.title,
        'og:title': title,
        'og:description': description,
        'og:url': publicAddress(blog.url, path),
        'og:locale': localeOf(language),
        'og:image': preview?.src,
        'og:image:width': preview?.width?.toString(),
        'og:image:height': preview?.height?.toString(),
        'og:image:alt': preview?.alt,
      })}
      <meta name="twitter:card" content={isLarge(preview) ? 'summary_large_image' : 'summary'} />
      {properties({
        'article:published_time': post?.date_published,
        'article:modified_time': post?.date_modified,
      })}
      {post?.tags.map((tag) => (
        <meta key={tag} property="article:tag" content={tag} />
      ))}
    </>
  )
}

/** Those that say anything. */
const properties = (said: Record<string, string | undefined>) =>
  Object.entries(said).map(
    ([property, content]) =>
      Boolean(content) && <meta key={property} property={property} content={content} />,
  )

/** Twitter's large cards need a picture that is as wide (https://developer.x.com/en/docs/twitter-for-websites/cards/overview/summary-card-with-large-image), and cut a strip from one that is higher. */
const isLarge = (preview: BlogTwin['preview']): boolean =>
  preview !== undefined && !((preview.width ?? 300) < Math.max(300, preview.height ?? 0))

/** Open Graph names languages with the country that they are of: "en_GB". Esperanto is of none. */
function localeOf(tag: string): string | undefined {
  const { language, region } = fullLocale(tag)
  return /^[A-Z]/.test(region ?? '') ? `${language}_${region}` : undefined
}

/** What the page says to machines. No script runs: the type makes it data. */
export function DataForMachines({ data }: { data: StructuredData }) {
  if (data === undefined) return null
  // "</script>" would end it.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON, made here
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
