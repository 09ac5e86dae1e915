import { tagPath, tagsPath } from '../../core/addresses.ts'
import type { TagsTwin } from '../../core/finding-twins.ts'
import { Heading } from '../components/Heading.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { hrefOf } from '../links.ts'
import type { PageProps } from '../Page.tsx'

/** All tags, and how many posts each has. */
export function TagsPage({ blog, twin: { tags } }: PageProps<TagsTwin>) {
  return (
    <div className="archive">
      <PageHead
        blog={blog}
        title="Tags"
        description={`What the posts of ${blog.title} are about.`}
        path={tagsPath}
      />
      <Heading lang="en">Tags</Heading>
      {tags.length === 0 && (
        <p className="quiet" lang="en">
          No post has a tag yet
        </p>
      )}
      <ul className="all-tags">
        {tags.map(({ tag, count }) => (
          <li key={tag}>
            <a href={hrefOf(tagPath(tag))}>
              <bdi>{tag}</bdi> <span className="count">({count})</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
