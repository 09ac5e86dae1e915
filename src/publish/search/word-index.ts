import { type Postings, telling } from '../../core/search/postings.ts'
import { readTermsLine, type Terms } from '../../core/search/terms.ts'

/** How many of a post's terms are looked up, and how many of the posts that have one of them. */
const mostTerms = 25
const mostPosts = 400
/** What the common terms of two posts are worth, at least, where they are of one subject. */
const closeEnough = 3
const heaviest = 8
/** A term that more posts have is of no subject. */
const ordinary = (posts: number): number =>
  Math.min(Math.max(2, 0.4 * posts), Math.max(8, posts / 20))

/** Which posts have which words. Posts go by their numbers, the oldest first. */
export class WordIndex {
  readonly postings = new Map<string, Postings>()
  readonly #lines: readonly string[]
  /** Of one comparison at a time; all 0 between two. */
  readonly #worths: Float64Array

  /** `lines` are those of `termsLine`. */
  constructor(lines: readonly string[]) {
    this.#lines = lines
    this.#worths = new Float64Array(lines.length)
    lines.forEach((line, post) => {
      for (const [term, weight] of readTermsLine(line)) {
        const known = this.postings.get(term)
        if (known === undefined) this.postings.set(term, { posts: [post], weights: [weight] })
        else {
          known.posts.push(post)
          known.weights.push(weight)
        }
      }
    })
  }

  /**
   * The posts that are closest to one in what they are about, the closest first, and none that is not
   * close: its most telling terms are looked up, as Lucene does for "more like this"
   * (https://lucene.apache.org/core/9_0_0/queries/org/apache/lucene/queries/mlt/MoreLikeThis.html).
   */
  closestTo(post: number, wanted: number, isExcluded: (post: number) => boolean): number[] {
    const worths = this.#worths
    const met: number[] = []
    for (const [term, worth] of this.#mostTelling(post)) {
      const { posts = [], weights = [] } = this.postings.get(term) ?? {}
      for (let index = Math.max(0, posts.length - mostPosts); index < posts.length; index++) {
        const other = posts[index] ?? 0
        if (worths[other] === 0) met.push(other)
        worths[other] = (worths[other] ?? 0) + (worth * (weights[index] ?? 0)) / heaviest
      }
    }
    const closest: { other: number; worth: number }[] = []
    for (const other of met) {
      const worth = worths[other] ?? 0
      worths[other] = 0
      const last = closest[wanted - 1]
      if (worth < closeEnough || (last !== undefined && last.worth >= worth)) continue
      if (other === post || isExcluded(other)) continue
      closest.push({ other, worth })
      closest.sort((a, b) => b.worth - a.worth || b.other - a.other)
      closest.length = Math.min(closest.length, wanted)
    }
    return closest.map(({ other }) => other)
  }

  /** Terms that another post has as well, but not just any other, and what they are worth. */
  #mostTelling(post: number): Terms {
    const all = this.#lines.length
    return readTermsLine(this.#lines[post] ?? '')
      .flatMap(([term, weight]): Terms => {
        const having = this.postings.get(term)?.posts.length ?? 0
        const isTelling = having > 1 && having <= ordinary(all)
        return isTelling ? [[term, (weight / heaviest) * telling(all, having)]] : []
      })
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, mostTerms)
  }
}
