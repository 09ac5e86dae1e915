import { placeKey, tagPath } from '../../core/addresses.ts'
import { toTimestamp } from '../../core/dates.ts'
import { postsByTag, type Spellings, spellingsOf, type Tag, tagKey } from '../../core/tags.ts'
import type { Source } from './read-sources.ts'

/**
 * As the oldest post has it, so that a new one moves no page; of several, the one whose file comes first.
 * Told by front matter alone: links to a tag are understood before the posts are in order.
 */
export function spellTags(sources: readonly Source[]): Spellings {
  const posts = sources
    .filter(({ kind }) => kind === 'post')
    .map(({ fields: { date, tags } }) => ({ time: timeOf(date), tags }))
    .sort((a, b) => a.time - b.time)
  return spellingsOf(posts)
}

/** Above that of any date. */
const timeOf = (date: string | undefined): number =>
  date === undefined ? Number.MAX_VALUE : Date.parse(toTimestamp(date))

/** Old addresses that lead to a tag's page, however they write it, lead to where it is. */
export function ledToTags(
  aliases: ReadonlyMap<string, string>,
  spellings: Spellings,
): Map<string, string> {
  const tagPaths = [...spellings.values()].map((tag) => tagPath(tag))
  const paths = new Map(tagPaths.map((path) => [placeKey(path), path]))
  return new Map([...aliases].map(([alias, path]) => [alias, paths.get(placeKey(path)) ?? path]))
}

/** The tags of posts by their keys, so written, each with its posts in the order given. */
export const tagsOf = <P extends { tags: readonly string[] }>(
  posts: readonly P[],
  spellings: Spellings,
): Map<string, Tag<P>> =>
  new Map(
    postsByTag(posts).map((tag) => {
      const key = tagKey(tag.tag)
      return [key, { ...tag, tag: spellings.get(key) ?? tag.tag }]
    }),
  )
