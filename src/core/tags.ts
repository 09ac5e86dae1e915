/** A tag as the first post that has it writes it, and its posts in the order given. */
export interface Tag<P> {
  tag: string
  posts: P[]
}

/** Tags of one key are one tag: on some hosts their pages would be one place. */
export const tagKey = (tag: string): string =>
  tag.normalize('NFC').toLowerCase().replaceAll('∕', '/')

/** How each tag is written, by its key. */
export type Spellings = ReadonlyMap<string, string>

/** As the first post that has it. */
export const spellingsOf = (posts: readonly { tags: readonly string[] }[]): Spellings =>
  new Map(postsByTag(posts).map(({ tag }) => [tagKey(tag), tag]))

export function postsByTag<P extends { tags: readonly string[] }>(posts: readonly P[]): Tag<P>[] {
  const tags = new Map<string, Tag<P>>()
  for (const post of posts)
    for (const written of new Set(post.tags)) {
      const known = tags.get(tagKey(written))
      if (known === undefined) tags.set(tagKey(written), { tag: written, posts: [post] })
      else if (known.posts.at(-1) !== post) known.posts.push(post)
    }
  return [...tags.values()]
}
