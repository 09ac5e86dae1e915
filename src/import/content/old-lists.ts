import { archivePath, tagPath } from '../../core/addresses.ts'
import { tagKey } from '../../core/tags.ts'
import type { CollectedPost } from '../collection.ts'
import type { ImportedBlog } from '../imported-blog.ts'
import type { Placed } from './place-posts.ts'

/**
 * Where the old blog listed the posts of a tag, a month or a year, each with the path of such a list here.
 * `tags` are the tags as they are spelled here, by their keys.
 */
export function oldLists(
  { tagAddresses, hasDateLists }: ImportedBlog,
  placed: readonly Placed[],
  tags: ReadonlyMap<string, string>,
): [address: string, path: string][] {
  const published = placed.flatMap(({ post }) => (post.draft || post.kind === 'page' ? [] : post))
  const used = new Set(published.flatMap((post) => post.tags.map(tagKey)))
  const ofTags = tagAddresses.flatMap(([address, tag]): [string, string][] => {
    const spelled = tags.get(tagKey(tag))
    return spelled !== undefined && used.has(tagKey(tag)) ? [[address, tagPath(spelled)]] : []
  })
  return hasDateLists ? [...ofTags, ...published.flatMap(dateListsOf)] : ofTags
}

/** The lists that a post was on by its date, at the addresses above its own, or beside it as Blogger once had them. */
function dateListsOf({ date, addresses }: CollectedPost): [address: string, path: string][] {
  const [, above, year, month, name] =
    /^([^?#]*\/)(\d{4})\/(\d{2})\/([^?#]+)/.exec(addresses[0] ?? '') ?? []
  if (above === undefined || year === undefined || !date?.startsWith(year)) return []
  const places = [`${year}/`, `${year}/${month}/`]
  if (name?.endsWith('.html')) places.push(`${year}_${month}_01_archive.html`)
  return places.map((place) => [above + place, archivePath(year)])
}
