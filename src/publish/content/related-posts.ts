import type { Popular } from '../../core/popular.ts'
import type { Post } from '../../core/post.ts'
import type { Cache } from '../cache/cache.ts'
import { digestOf } from '../digest.ts'
import { once } from '../once.ts'
import type { Threads } from '../threads/threads.ts'
import { type Asked, findRelated } from './find-related.ts'
import type { WrittenPost } from './written-texts.ts'

/**
 * The posts that are close to each of a blog's. Asked for, it renders all of them; while all are
 * about what they were about, what the last build worked out holds.
 */
export class RelatedPosts {
  readonly #posts: readonly WrittenPost[]
  readonly #asked: Asked
  readonly #cache: Cache
  readonly #key = once(() => {
    const { popular, count } = this.#asked
    const names = this.#posts.map((post) => post.rendered.subjectName)
    return `related ${digestOf([...popular, count, ...names].join(' '))}`
  })
  readonly #all = once(() => this.#known() ?? this.#cache.keep(this.#key(), this.#find()))

  /** `posts` in reading order; `count` of the popular ones are shown. */
  constructor(
    posts: readonly WrittenPost[],
    { posts: popular }: Popular,
    count: number,
    cache: Cache,
  ) {
    const all: readonly Post[] = posts
    this.#posts = posts
    this.#asked = { popular: popular.slice(0, count + 1).map((post) => all.indexOf(post)), count }
    this.#cache = cache
  }

  /** Those of the post at `index`, the closest first; none where none is close. */
  of(index: number): Post[] {
    return (this.#all()[index] ?? []).flatMap((other) => this.#posts[other] ?? [])
  }

  /** Has them found in a thread, so that `of` need not find them; it still does where what is kept can't be read. */
  async findIn(threads: Threads): Promise<void> {
    if (this.#known() !== undefined) return
    const kept = this.#cache.texts.placesOf(this.#posts.map((post) => post.rendered.subjectName))
    const found = await threads.run('findRelated', { kept, ...this.#asked })
    if (found !== undefined) this.#cache.keep(this.#key(), found)
  }

  #find(): number[][] {
    const subjects = this.#posts.map((post) => post.part('subject'))
    return findRelated(subjects, this.#asked)
  }

  #known(): number[][] | undefined {
    // Kept here and nowhere else.
    return this.#cache.find(this.#key()) as number[][] | undefined
  }
}
