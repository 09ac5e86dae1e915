import { postPath, tagPath } from '../../core/addresses.ts'
import { dataOfPost } from '../../core/structured-data.ts'
import type { BlogTwin, PostLink, PostTwin } from '../../core/twins.ts'
import { Comments } from '../components/Comments.tsx'
import { Heading } from '../components/Heading.tsx'
import { LinkToPost } from '../components/LinkToPost.tsx'
import { NextFrame } from '../components/NextFrame.tsx'
import { DataForMachines, PageHead } from '../components/PageHead.tsx'
import { PostMeta } from '../components/PostMeta.tsx'
import { Prose } from '../components/Prose.tsx'
import { SelectedPassage } from '../components/SelectedPassage.tsx'
import { Share } from '../components/Share.tsx'
import { writtenIn } from '../components/written-in.ts'
import { hrefOf } from '../links.ts'
import type { PageProps } from '../Page.tsx'
import { textBody } from '../page-state.ts'

export function PostPage({ blog, twin: post }: PageProps<PostTwin>) {
  const { slug, name, description, cover, comments, preview } = post._lectern
  const written = writtenIn(post.language)
  return (
    <>
      {/* Outside of what a move replaces: most of it stays, and a browser takes long to make it. */}
      <PageHead
        blog={blog}
        title={name}
        description={description ?? post.summary}
        path={postPath(slug)}
        preview={preview}
        language={post.language}
        post={post}
      />
      <article key={slug} className="post">
        <header>
          <PostMeta post={post} author={post.authors[0]?.name} />
          <Heading
            className={post.title === undefined ? 'visually-hidden' : undefined}
            {...written}
          >
            {name}
          </Heading>
          {description !== undefined && (
            <p className="lead" {...written}>
              {description}
            </p>
          )}
        </header>
        {cover !== undefined && <img className="cover" {...cover} alt={cover.alt} />}
        <Prose html={post.content_html} body={textBody} {...written} />
        <NextFrame>
          <PostFooter blog={blog} post={post} />
          <PreviousAndNext post={post} />
          <Related posts={post._lectern.related} />
          {blog.comments && <Comments comments={comments} />}
          <SelectedPassage title={name} url={post.url} />
          <DataOfPost blog={blog} post={post} />
        </NextFrame>
      </article>
    </>
  )
}

function PostFooter({ blog, post }: { blog: BlogTwin; post: PostTwin }) {
  const { name, updated } = post._lectern
  return (
    <div className="post-footer">
      {blog.url !== undefined && <p className="printed-address">{post.url}</p>}
      {updated !== undefined && (
        <p className="quiet">
          <span lang="en">Updated</span> <time dateTime={post.date_modified}>{updated}</time>
        </p>
      )}
      {post.tags.length > 0 && (
        <div className="tags">
          <span lang="en">Tags</span>
          <ul>
            {post.tags.map((tag) => (
              <li key={tag}>
                <a href={hrefOf(tagPath(tag))} rel="tag">
                  {tag}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Share blog={blog} title={name} url={post.url} />
    </div>
  )
}

function PreviousAndNext({ post }: { post: PostTwin }) {
  const { previous, next } = post._lectern
  if (previous === undefined && next === undefined) return null
  return (
    <nav className="neighbours" aria-label="Previous and next post">
      {previous !== undefined && <Neighbour label="Previous" rel="prev" post={previous} />}
      {next !== undefined && <Neighbour label="Next" rel="next" post={next} />}
    </nav>
  )
}

function Neighbour({ label, rel, post }: { label: string; rel: string; post: PostLink }) {
  return (
    <a href={hrefOf(postPath(post.slug))} rel={rel}>
      <span className="quiet" lang="en">
        {label}
      </span>{' '}
      <span {...writtenIn(post.language)}>{post.name}</span>
    </a>
  )
}

/** A component of its own, so that it is made with the rest of what follows the text. */
const DataOfPost = ({ blog, post }: { blog: BlogTwin; post: PostTwin }) => (
  <DataForMachines data={dataOfPost(blog, post)} />
)

/** What the post is close to. */
function Related({ posts }: { posts: readonly PostLink[] }) {
  if (posts.length === 0) return null
  return (
    <section className="related" aria-labelledby="related">
      <h2 id="related" lang="en">
        Related posts
      </h2>
      <ul>
        {posts.map((post) => (
          <li key={post.slug}>
            <LinkToPost {...post} />
          </li>
        ))}
      </ul>
    </section>
  )
}
