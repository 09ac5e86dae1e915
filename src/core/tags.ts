/** A tag as the first post that has it writes it, and its posts in the order given. */
export interface Tag<P> {
  tag: string
  posts: P[]
}

/** Letters' case does not tell tags apart: their pages would be one place on some hosts. */
export function postsByTag<P extends { tags: readonly string[] }>(posts: readonly P[]): Tag<P>[] {
  const tags = new Map<string, Tag<P>>()
  for (const post of posts)
    for (const written of new Set(post.tags)) {
      const key = written.normalize('NFC').toLowerCase()
      const known = tags.get(key)
      if (known === undefined) tags.set(key, { tag: written, posts: [post] })
      else if (known.posts.at(-1) !== post) known.posts.push(post)
    }
  return [...tags.values()]
}
