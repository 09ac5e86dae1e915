import { commentAnchor, homePath, publicAddress } from './addresses.ts'
import { plainTextOf, shortened } from './text.ts'
import type { BlogTwin, CommentTwin, PageTwin, PostTwin } from './twins.ts'

/**
 * What a page says of itself to machines, as JSON-LD (https://schema.org). A post is a
 * `BlogPosting` as https://developers.google.com/search/docs/appearance/structured-data/article
 * wants it. Nothing is said that the page does not show. Undefined where the blog has no public
 * address, since all names here are addresses.
 */
export type StructuredData = Record<string, unknown> | undefined

/** Long discussions are all on the page; this many of them are repeated for machines. */
const commentsTold = 10
const commentLength = 200

export function dataOfPost(blog: BlogTwin, post: PostTwin): StructuredData {
  if (blog.url === undefined) return undefined
  const { name, description, comments, words, preview } = post._lectern
  const { url } = post
  const authors = post.authors.map(({ name, url }) => ({ '@type': 'Person', name, url }))
  return graph(
    {
      '@type': 'BlogPosting',
      '@id': url,
      url,
      mainEntityOfPage: url,
      headline: name,
      description: (description ?? post.summary) || undefined,
      image: preview?.src,
      datePublished: post.date_published,
      dateModified: post.date_modified ?? post.date_published,
      author: authors.length > 0 ? authors : undefined,
      keywords: post.tags.length > 0 ? post.tags : undefined,
      wordCount: words,
      inLanguage: post.language ?? blog.language,
      isPartOf: { '@type': 'Blog', '@id': blog.url, name: blog.title, url: blog.url },
      ...(blog.comments && {
        commentCount: comments.length,
        comment: comments.slice(0, commentsTold).map((comment) => dataOfComment(comment, url)),
      }),
    },
    breadcrumbs(blog, name, url),
  )
}

export function dataOfPage(blog: BlogTwin, page: PageTwin): StructuredData {
  if (blog.url === undefined) return undefined
  const { url, title, summary, language } = page
  return graph(
    {
      '@type': 'WebPage',
      '@id': url,
      url,
      name: title,
      description: summary || undefined,
      inLanguage: language ?? blog.language,
      isPartOf: { '@type': 'Blog', '@id': blog.url, name: blog.title, url: blog.url },
    },
    breadcrumbs(blog, title, url),
  )
}

export function dataOfHome({ url, title, description, language }: BlogTwin): StructuredData {
  if (url === undefined) return undefined
  return graph({ '@type': 'Blog', '@id': url, url, name: title, description, inLanguage: language })
}

const graph = (...things: object[]) => ({ '@context': 'https://schema.org', '@graph': things })

const breadcrumbs = (blog: BlogTwin, name: string, url: string) => ({
  '@type': 'BreadcrumbList',
  itemListElement: [crumb(1, blog.title, publicAddress(blog.url, homePath())), crumb(2, name, url)],
})

const crumb = (position: number, name: string, item: string) => ({
  '@type': 'ListItem',
  position,
  name,
  item,
})

const dataOfComment = ({ id, author, date_published, content_html }: CommentTwin, url: string) => ({
  '@type': 'Comment',
  url: `${url}#${commentAnchor(id)}`,
  author: { '@type': 'Person', name: author },
  datePublished: date_published,
  text: shortened(plainTextOf(content_html), commentLength),
})
