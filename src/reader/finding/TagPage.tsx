import { tagFeedPath, tagPath, tagsPath } from '../../core/addresses.ts'
import type { TagTwin } from '../../core/finding-twins.ts'
import { Heading } from '../components/Heading.tsx'
import { FeedLink, PageHead } from '../components/PageHead.tsx'
import { furtherPage, Pages } from '../components/Pages.tsx'
import { PostEntry } from '../components/PostEntry.tsx'
import { hrefOf } from '../links.ts'
import type { PageProps } from '../Page.tsx'

/** The posts that have a tag, the newest first. */
export function TagPage({ blog, twin: { items, _lectern } }: PageProps<TagTwin>) {
  const { tag, count, page, pages } = _lectern
  const further = furtherPage(page)
  return (
    <>
      <PageHead
        blog={blog}
        title={tag + further}
        description={`Posts of ${blog.title} on ${tag}.`}
        path={tagPath(tag, page)}
      />
      {blog.url !== undefined && (
        <FeedLink title={`${blog.title}: ${tag}`} path={tagFeedPath(tag)} />
      )}
      <p className="meta" lang="en">
        <a href={hrefOf(tagsPath)}>Tags</a>
        <span dir="auto">{count === 1 ? '1 post' : `${count} posts`}</span>
        {blog.url !== undefined && <a href={hrefOf(tagFeedPath(tag))}>Feed</a>}
      </p>
      <Heading>
        <bdi>{tag}</bdi>
        <span lang="en">{further}</span>
      </Heading>
      {items.map((post) => (
        <PostEntry key={post._lectern.slug} post={post} />
      ))}
      <Pages page={page} pages={pages} pathOf={(page) => tagPath(tag, page)} />
    </>
  )
}
