import * as v from 'valibot'
import { bases, windows } from './popular.ts'

/**
 * The JSON twins of the site's pages: what a move within the reader fetches. A post's twin is a
 * JSON Feed 1.1 item (https://www.jsonfeed.org/version/1.1/) with what only the reader needs
 * under `_lectern`. All HTML in them was sanitised when the site was built.
 */

const optionalText = v.optional(v.string())

const Picture = v.object({
  src: v.string(),
  alt: v.string(),
  width: v.optional(v.number()),
  height: v.optional(v.number()),
})

const summaryFields = {
  id: v.string(),
  url: v.string(),
  title: optionalText,
  summary: v.string(),
  image: optionalText,
  date_published: optionalText,
  tags: v.optional(v.array(v.string()), []),
  /** Where it is not the blog's. */
  language: optionalText,
}
/** Only in dev: of a text that a build would leave out. */
const Status = v.picklist(['draft', 'scheduled'])
export type Status = v.InferOutput<typeof Status>

const summaryExtras = {
  slug: v.string(),
  /** The title, or the first words of a post that has none. */
  name: v.string(),
  /** The date in the blog's language. */
  date: optionalText,
  minutes: v.number(),
  picture: v.optional(Picture),
  status: v.optional(Status),
}

export const PostSummary = v.object({ ...summaryFields, _lectern: v.object(summaryExtras) })
export type PostSummary = v.InferOutput<typeof PostSummary>

const PostLink = v.object({
  slug: v.string(),
  name: v.string(),
  language: optionalText,
})
export type PostLink = v.InferOutput<typeof PostLink>

const CommentTwin = v.object({
  id: v.string(),
  author: v.string(),
  url: optionalText,
  date_published: optionalText,
  /** The date in the blog's language. */
  date: optionalText,
  content_html: v.string(),
  in_reply_to: optionalText,
})
export type CommentTwin = v.InferOutput<typeof CommentTwin>

export const PostTwin = v.object({
  ...summaryFields,
  content_html: v.string(),
  date_modified: optionalText,
  authors: v.optional(v.array(v.object({ name: v.string(), url: optionalText })), []),
  _lectern: v.object({
    ...summaryExtras,
    description: optionalText,
    words: v.number(),
    preview: v.optional(Picture),
    /** The date of the last change in the blog's language. */
    updated: optionalText,
    cover: v.optional(Picture),
    previous: v.optional(PostLink),
    next: v.optional(PostLink),
    /** Close to it in what they are about, the closest first. */
    related: v.array(PostLink),
    comments: v.array(CommentTwin),
  }),
})
export type PostTwin = v.InferOutput<typeof PostTwin>

export const ListTwin = v.object({
  items: v.array(PostSummary),
  _lectern: v.object({ page: v.number(), pages: v.number() }),
})
export type ListTwin = v.InferOutput<typeof ListTwin>

export const PageTwin = v.object({
  id: v.string(),
  url: v.string(),
  title: v.string(),
  summary: v.string(),
  content_html: v.string(),
  language: optionalText,
  _lectern: v.object({ preview: v.optional(Picture), status: v.optional(Status) }),
})
export type PageTwin = v.InferOutput<typeof PageTwin>

export const PopularTwin = v.object({
  title: v.string(),
  /** Of the title, where it is another than the blog's. */
  language: optionalText,
  basis: v.picklist(bases),
  /** The time that the order is of, as far as that is known. */
  window: v.picklist(windows),
  /** The path of the whole ranking, where it has a page of its own. */
  more: optionalText,
  items: v.array(PostSummary),
  /** The one after these, which is shown where one of them is the open post. */
  next: v.optional(PostSummary),
})
export type PopularTwin = v.InferOutput<typeof PopularTwin>

/** What every page of the blog shows: its name, its navigation. */
export const BlogTwin = v.object({
  title: v.string(),
  description: optionalText,
  url: optionalText,
  language: v.string(),
  comments: v.boolean(),
  /** Whether any post has a tag. */
  tags: v.boolean(),
  /** Of the first page, and of those that have none of their own. */
  preview: v.optional(Picture),
  /** The links of the Share button's menu. */
  share: v.array(v.object({ title: v.string(), url: v.string() })),
  /** The owner's pages: paths below the base. An unlisted one is not in the navigation. */
  pages: v.array(
    v.object({
      name: v.string(),
      title: v.string(),
      language: optionalText,
      unlisted: v.optional(v.boolean()),
    }),
  ),
  links: v.array(v.object({ title: v.string(), url: v.string(), me: v.optional(v.boolean()) })),
})
export type BlogTwin = v.InferOutput<typeof BlogTwin>
