import type { Post } from '../../core/post.ts'
import type { Cache } from '../cache/cache.ts'
import { digestOf } from '../digest.ts'
import { once } from '../once.ts'
import type { Threads } from '../threads/threads.ts'
import { findRelated } from './find-related.ts'
import type { WrittenPost } from './written-texts.ts'

export interface RelatedPosts {
  /** Those of the post at an index, the closest first; none where none is close. */
  of: (index: number) => Post[]
  /** Has them found in a thread, so that `of` need not find them; it still does where what is kept can't be read. */
  findIn: (threads: Threads) => Promise<void>
}

/**
 * The posts that are close to each of a blog's, which are `posts` in reading order; `count` of the
 * popular ones are shown. Asked for, it renders all of them; while all are about what they were about,
 * what the last build worked out holds.
 */
export function relatedPosts(
  posts: readonly WrittenPost[],
  popular: readonly Post[],
  count: number,
  cache: Cache,
): RelatedPosts {
  const all: readonly Post[] = posts
  const asked = { popular: popular.slice(0, count + 1).map((post) => all.indexOf(post)), count }
  const subjects = () => posts.map((post) => post.rendered.subjectName)
  const key = once(() => `related ${digestOf([...asked.popular, count, ...subjects()].join(' '))}`)
  // Kept here and nowhere else.
  const known = () => cache.find(key()) as number[][] | undefined
  const find = () =>
    findRelated(
      posts.map((post) => post.part('subject')),
      asked,
    )
  const found = once(() => known() ?? cache.keep(key(), find()))
  return {
    of: (index) => (found()[index] ?? []).flatMap((other) => posts[other] ?? []),
    findIn: async (threads) => {
      if (known() !== undefined) return
      const kept = cache.texts.subject.placesOf(subjects())
      const related = await threads.run('findRelated', { kept, ...asked })
      if (related !== undefined) cache.keep(key(), related)
    },
  }
}
