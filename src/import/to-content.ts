import { stringify } from 'yaml'
import { addressKey, canBeAlias, isOwnFile, postPath } from '../core/addresses.ts'
import { isSlug, slugify } from '../core/slugs.ts'
import type { ImportedBlog, ImportedPost } from './imported-blog.ts'

/** An imported blog as files of a content folder. */
export interface ImportedContent {
  posts: { post: ImportedPost; file: string; text: string }[]
  /** The text of `blog.json`. */
  settings: string
}

/** Pure: the same blog always gives the same files. */
export function toContent(blog: ImportedBlog): ImportedContent {
  const imported = blog.entries.filter((entry) => entry.kind === 'post')
  const slugs = giveSlugs(imported)
  const aliases = giveAliases(imported, slugs)
  const posts = imported.map((post, index) => {
    const slug = slugs[index] ?? ''
    return { post, file: `posts/${slug}.html`, text: postFile(post, index, aliases.get(post)) }
  })
  const slugById = new Map(imported.map(({ id }, index) => [id, slugs[index]]))
  const popular = blog.popular.flatMap((id) => slugById.get(id) ?? [])
  return { posts, settings: settingsFile(blog, popular) }
}

/** By the last part of the old address, else the title, else the id; numbered where one is taken. */
function giveSlugs(posts: readonly ImportedPost[]): string[] {
  const taken = new Set<string>()
  return posts.map((post, index) => {
    const wanted =
      slugOfAddress(post.url) ||
      slugify(post.title ?? '') ||
      slugify(post.id) ||
      `post-${index + 1}`
    let slug = wanted
    for (let copy = 2; taken.has(slug.toLowerCase()); copy++) slug = `${wanted}-${copy}`
    taken.add(slug.toLowerCase())
    return slug
  })
}

function slugOfAddress(url: string | undefined): string {
  const path = pathOf(url)?.replace(/\/index\.(html?|php|aspx?)$/i, '')
  const last = path?.split('/').filter(Boolean).at(-1) ?? ''
  const name = last.replace(/\.(html?|php|aspx?)$/i, '')
  return /\p{L}/u.test(name) && isSlug(name) ? name : slugify(name.replace(/^\d+$/, ''))
}

/** The path that each post stood at, so that links to it keep working; the first of two keeps it. */
function giveAliases(
  posts: readonly ImportedPost[],
  slugs: readonly string[],
): Map<ImportedPost, string> {
  const aliases = new Map<ImportedPost, string>()
  const taken = new Set(
    ['/', ...slugs.map(postPath)].map((path) => addressKey(decodeURIComponent(path))),
  )
  for (const post of posts) {
    const path = pathOf(post.url)
    if (path === undefined || !canBeAlias(path) || isOwnFile(path)) continue
    if (taken.has(addressKey(path))) continue
    taken.add(addressKey(path))
    aliases.set(post, path)
  }
  return aliases
}

function pathOf(url: string | undefined): string | undefined {
  const path = /^https?:\/\/[^/?#]+(\/[^?#]*)?$/i.exec(url ?? '')?.[1]
  if (path === undefined) return undefined
  try {
    const readable = decodeURIComponent(path)
    return /[\s?#]/.test(readable) ? path : readable
  } catch {
    return path
  }
}

/** A post without a date keeps its place in the source by its weight. */
function postFile(post: ImportedPost, index: number, alias: string | undefined): string {
  const fields = {
    title: post.title,
    date: post.date,
    updated: post.updated === post.date ? undefined : post.updated,
    tags: post.tags.length > 0 ? post.tags : undefined,
    description: post.description,
    image: post.image,
    author: post.author,
    language: post.language,
    weight: post.date === undefined ? index + 1 : undefined,
    aliases: alias === undefined ? undefined : [alias],
    source: post.id,
  }
  return `---\n${stringify(JSON.parse(JSON.stringify(fields)), { lineWidth: 0 })}---\n${post.html.trim()}\n`
}

function settingsFile(
  { title, description, language, author }: ImportedBlog,
  popular: string[],
): string {
  const settings = {
    title: title || 'Untitled blog',
    description: description || undefined,
    language: language || 'en',
    author,
    popular: popular.length > 0 ? { posts: popular } : undefined,
  }
  return `${JSON.stringify(settings, null, 2)}\n`
}
