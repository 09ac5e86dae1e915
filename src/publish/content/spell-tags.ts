import { toTimestamp } from '../../core/dates.ts'
import { postsByTag, type Tag, tagKey } from '../../core/tags.ts'
import type { Source } from './read-sources.ts'

/** How each tag is written, by its key. */
export type Spellings = ReadonlyMap<string, string>

/**
 * As the newest post has it; of several, the one whose file comes first. Told by front matter alone:
 * links to a tag are understood before the posts are in order.
 */
export function spellTags(sources: readonly Source[]): Spellings {
  const posts = sources
    .filter(({ kind }) => kind === 'post')
    .map(({ fields: { date, tags } }) => ({ time: timeOf(date), tags }))
    .sort((a, b) => b.time - a.time)
  return new Map(postsByTag(posts).map(({ tag }) => [tagKey(tag), tag]))
}

/** Below that of any date. */
const timeOf = (date: string | undefined): number =>
  date === undefined ? -Number.MAX_VALUE : Date.parse(toTimestamp(date))

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
