import { stringify } from 'yaml'
import { spellingsOf, tagKey } from '../core/tags.ts'
import { type Collected, type CollectedComment, type CollectedPost, isPost } from './collection.ts'
import { nothing, type Present } from './content/content-folder.ts'
import { type CommentPlaces, placeComments } from './content/place-comments.ts'
import { type Placed, placePosts } from './content/place-posts.ts'
import { Addresses } from './content/resolve-addresses.ts'
import type { ImportedBlog } from './imported-blog.ts'
import { mapAddresses } from './markdown/map-addresses.ts'
import { mapHtmlAddresses, type Resolve } from './markup/html-addresses.ts'
import type { Media } from './media.ts'

/** An imported blog as files of a content folder. */
export interface ImportedContent {
  posts: Placed[]
  comments: CommentPlaces
  addresses: Addresses
  /** The text of a post's file: made when asked for, since all may not fit into memory; tells `Media` of its pictures. */
  textOf: (placed: Placed) => string
  /** A comment's HTML, with links that lead to the new places. */
  commentHtml: (comment: CollectedComment) => string
  /** The text of `blog.json`. */
  settings: string
  /** Whether the source tells what language the blog is in; the settings have to. */
  isLanguageTold: boolean
}

/** The same blog always gives the same files. */
export function toContent(
  collected: Collected,
  media: Media,
  present: Present = nothing,
): ImportedContent {
  const { blog, entries } = collected
  const posts = placePosts(entries.filter(isPost), present)
  const tags = spellingsOf(posts.map(({ post }) => post))
  const addresses = new Addresses(collected, posts, present, media, tags)
  const author = blog.author ?? onlyAuthor(posts)
  const understood = present.settings === undefined ? author : present.settings.author
  const order = placesInOrder(posts, present)
  const pathAt = (address: string) => {
    const url = addresses.places.whole(address)
    return url && addresses.places.find(url)?.path
  }
  return {
    posts,
    comments: placeComments(collected, posts, present, pathAt),
    addresses,
    textOf: (placed) => {
      const resolve = addresses.resolveIn(placed)
      const body = bodyOf(placed.post, resolve)
      const fields = {
        ...fieldsOf(placed.post, tags),
        image: placed.post.image && resolve.image(placed.post.image),
        author: placed.post.author === understood ? undefined : placed.post.author,
        weight: placed.post.date === undefined ? order.get(placed.key) : undefined,
        aliases: placed.aliases.length > 0 ? placed.aliases : undefined,
        source: placed.key,
      }
      return withFrontMatter(fields, body)
    },
    commentHtml: (comment) => mapHtmlAddresses(comment.html(), addresses.resolveInComment(comment)),
    isLanguageTold: Boolean(blog.language),
    settings: settingsFile({ ...blog, author }, popularSlugs(blog, posts), addresses.listAliases),
  }
}

/** A post without a date keeps its place in the source by its weight; one that is new comes after what is there. */
function placesInOrder(posts: readonly Placed[], present: Present): Map<string, number> {
  const keys = new Set([...present.imported.keys(), ...posts.map(({ key }) => key)])
  return new Map([...keys].map((key, index) => [key, index + 1]))
}

function onlyAuthor(posts: readonly Placed[]): string | undefined {
  const authors = new Set(posts.map(({ post }) => post.author))
  return authors.size === 1 ? [...authors][0] : undefined
}

const popularSlugs = ({ popular }: ImportedBlog, posts: readonly Placed[]): string[] =>
  popular.flatMap((id) => {
    const placed = posts.find(({ post }) => post.id === id)
    return placed === undefined ? [] : placed.place.name
  })

const bodyOf = ({ markup, text }: CollectedPost, resolve: Resolve): string =>
  markup === 'markdown' ? mapAddresses(text(), resolve) : mapHtmlAddresses(text(), resolve)

const fieldsOf = (post: CollectedPost, tags: ReadonlyMap<string, string>) => ({
  title: post.title,
  date: post.date,
  updated: isLater(post.updated, post.date) ? post.updated : undefined,
  tags:
    post.tags.length > 0
      ? [...new Set(post.tags.map((tag) => tags.get(tagKey(tag)) ?? tag))]
      : undefined,
  description: post.description,
  image: undefined,
  image_alt: post.image === undefined ? undefined : post.imageAlt,
  author: undefined,
  language: post.language,
  draft: post.draft || undefined,
  navigation: post.unlisted ? false : undefined,
})

/**
 * Other programs tell of a change also where it was made before the day that a post was put off to, or in the
 * second in which it was published.
 */
const isLater = (updated: string | undefined, date: string | undefined): boolean =>
  updated !== undefined && (date === undefined || Date.parse(updated) >= Date.parse(date) + 1000)

const withFrontMatter = (fields: object, body: string): string =>
  `---\n${stringify(JSON.parse(JSON.stringify(fields)), { lineWidth: 0 })}---\n${body.trim()}\n`

function settingsFile(
  { title, description, language, author }: ImportedBlog,
  popular: string[],
  aliases: Record<string, string>,
): string {
  const settings = {
    title: title?.trim() || 'Untitled blog',
    description: description?.trim() || undefined,
    language: language || 'en',
    author: author?.trim() || undefined,
    popular: popular.length > 0 ? { posts: popular } : undefined,
    aliases: Object.keys(aliases).length > 0 ? aliases : undefined,
  }
  return `${JSON.stringify(settings, null, 2)}\n`
}
