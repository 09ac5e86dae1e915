import { stringify } from 'yaml'
import { addressKey, aliasPath, decodePath, isOwnFile, postPath } from '../core/addresses.ts'
import { isSlug, slugify } from '../core/slugs.ts'
import type { ImportedBlog, ImportedPost } from './imported-blog.ts'

/** An imported blog as files of a content folder. */
export interface ImportedContent {
  posts: { post: ImportedPost; key: string; file: string; text: string }[]
  /** The text of `blog.json`. */
  settings: string
}

/** What a content folder holds already. */
export interface Present {
  /** The files of posts that imports brought, by their keys, in the order that they came. */
  imported: ReadonlyMap<string, string>
  /** The slugs of all posts. */
  slugs: readonly string[]
}

const nothing: Present = { imported: new Map(), slugs: [] }

/**
 * Pure: the same blog always gives the same files. A post that was imported before keeps its
 * file, whatever has become of its title; a new one never takes a file that is there.
 */
export function toContent(blog: ImportedBlog, present: Present = nothing): ImportedContent {
  const imported = blog.entries.filter((entry) => entry.kind === 'post')
  const keys = giveKeys(imported)
  const slugs = giveSlugs(imported, keys, present)
  const aliases = giveAliases(imported, slugs)
  const order = [...new Set([...present.imported.keys(), ...keys])]
  const place = new Map(order.map((key, index) => [key, index]))
  const posts = imported.map((post, index) => {
    const key = keys[index] ?? post.id
    const file = present.imported.get(key) ?? `posts/${slugs[index]}.html`
    return { post, key, file, text: postFile(post, (place.get(key) ?? 0) + 1, aliases.get(post)) }
  })
  const slugById = new Map(imported.map(({ id }, index) => [id, slugs[index]]))
  const popular = blog.popular.flatMap((id) => slugById.get(id) ?? [])
  return { posts, settings: settingsFile(blog, popular) }
}

/** The source's ids; a feed may use one twice, against its own rules. */
function giveKeys(posts: readonly ImportedPost[]): string[] {
  const seen = new Map<string, number>()
  return posts.map(({ id }) => {
    const times = (seen.get(id) ?? 0) + 1
    seen.set(id, times)
    return times === 1 ? id : `${id} (${times})`
  })
}

/** By the last part of the old address, else the title, else the id; numbered where one is taken. */
function giveSlugs(
  posts: readonly ImportedPost[],
  keys: readonly string[],
  present: Present,
): string[] {
  const taken = new Set(present.slugs.map((slug) => slug.toLowerCase()))
  return posts.map((post, index) => {
    const known = present.imported.get(keys[index] ?? '')
    if (known !== undefined) return slugOfFile(known)
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

const slugOfFile = (file: string): string => file.replace(/^posts\/|\.html$/g, '')

function slugOfAddress(url: string | undefined): string {
  const path = pathOf(url)?.replace(/\/index\.(html?|php|aspx?)$/i, '')
  const last = path?.split('/').filter(Boolean).at(-1) ?? ''
  const name = last.replace(/\.(html?|php|aspx?)$/i, '')
  return /\p{L}/u.test(name) && isSlug(name) && name.length <= 80
    ? name
    : slugify(name.replace(/^\d+$/, ''))
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
    const path = aliasPath(pathOf(post.url) ?? '')
    if (path === undefined || isOwnFile(path) || taken.has(addressKey(path))) continue
    taken.add(addressKey(path))
    aliases.set(post, path)
  }
  return aliases
}

function pathOf(url: string | undefined): string | undefined {
  const path = /^https?:\/\/[^/?#]+(\/[^?#]*)?$/i.exec(url ?? '')?.[1]
  return path === undefined ? undefined : decodePath(path)
}

/** A post without a date keeps its place in the source by its weight. */
function postFile(post: ImportedPost, place: number, alias: string | undefined): string {
  const fields = {
    title: post.title,
    date: post.date,
    updated: post.updated === post.date ? undefined : post.updated,
    tags: post.tags.length > 0 ? post.tags : undefined,
    description: post.description,
    image: post.image,
    author: post.author,
    language: post.language,
    weight: post.date === undefined ? place : undefined,
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
