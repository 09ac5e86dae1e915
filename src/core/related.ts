import { mostCounted, readTerms } from './terms.ts'

/** A term in more posts than this is too ordinary to tell, and would take too long to look up. */
const mostPosts = 500
/** Of a post's terms, the most telling: looking up the others changes little. */
const mostLookedUp = 40
/**
 * Closeness goes from 0 to 1. Ordinary words alone bring most pairs of posts to less than 0.05,
 * a subject that both are about brings most to more than 0.1.
 */
const leastCloseness = 0.08

/**
 * Tells which posts are about the same, by the cosine of their TF-IDF vectors
 * (https://nlp.stanford.edu/IR-book/html/htmledition/tf-idf-weighting-1.html). A post is compared
 * with those that share a telling term with it, never with all, so that the cost of a blog grows
 * with the number of its posts and not with the square of it.
 */
export class RelatedIndex {
  readonly #summaries: readonly string[]
  readonly #postings: Map<number, Posting[]>
  /** Of the posts' vectors. */
  readonly #lengths: Float64Array
  /** Where `closestTo` adds up; all zero between two calls. */
  readonly #sums: Float64Array

  /** `summaries` are what `termsOf` says of the posts. */
  constructor(summaries: readonly string[]) {
    this.#summaries = summaries
    this.#postings = postingsByTerm(summaries)
    this.#lengths = new Float64Array(summaries.length)
    this.#sums = new Float64Array(summaries.length)
    for (const [term, postings] of this.#postings) {
      const rarity = this.#rarityOf(postings)
      for (const posting of postings)
        increase(this.#lengths, postOf(posting), (weightOf(posting) * rarity) ** 2)
      if (postings.length === 1 || rarity === 0) this.#postings.delete(term)
    }
    for (const [post, square] of this.#lengths.entries()) this.#lengths[post] = Math.sqrt(square)
  }

  /** The indexes of at most so many posts, the closest first; none where none is close. */
  closestTo(index: number, wanted: number, isExcluded: (post: number) => boolean): number[] {
    const close = this.#closenessTo(index).filter(({ post }) => post !== index && !isExcluded(post))
    return close
      .sort((a, b) => b.closeness - a.closeness || a.post - b.post)
      .slice(0, wanted)
      .map(({ post }) => post)
  }

  /** Of the posts that are close enough. */
  #closenessTo(index: number): { post: number; closeness: number }[] {
    const met: number[] = []
    for (const { postings, weight, rarity } of this.#tellingTermsOf(index))
      for (const posting of postings) {
        const post = postOf(posting)
        if (this.#sums[post] === 0) met.push(post)
        increase(this.#sums, post, weight * rarity * weightOf(posting))
      }

    const close: { post: number; closeness: number }[] = []
    const length = this.#lengths[index] ?? 0
    for (const post of met) {
      const closeness = (this.#sums[post] ?? 0) / (length * (this.#lengths[post] ?? 0))
      this.#sums[post] = 0
      if (closeness >= leastCloseness) close.push({ post, closeness })
    }
    return close
  }

  #tellingTermsOf(index: number) {
    const terms = []
    for (const { term, count } of readTerms(this.#summaries[index] ?? '')) {
      const postings = this.#postings.get(term)
      if (postings === undefined) continue
      const rarity = this.#rarityOf(postings)
      terms.push({ postings, rarity, weight: weightOfCount(count) * rarity })
    }
    return terms.sort((a, b) => b.weight - a.weight).slice(0, mostLookedUp)
  }

  /** None for a term that every post has, or so many that it is not looked up. */
  #rarityOf({ length }: Posting[]): number {
    return length > mostPosts ? 0 : Math.log(this.#summaries.length / length)
  }
}

/** A post, and in the last six bits how often it has a term: a big blog has a million of them. */
type Posting = number
const postingOf = (post: number, count: number): Posting => (post << 6) | count
const postOf = (posting: Posting): number => posting >> 6
const weightOf = (posting: Posting): number => weightOfCount(posting & 63)

/** A word said ten times tells more than one said once, but not ten times as much. */
const weights = Array.from({ length: mostCounted + 1 }, (_, count) => 1 + Math.log(count))
const weightOfCount = (count: number): number => weights[count] ?? 0

function postingsByTerm(summaries: readonly string[]): Map<number, Posting[]> {
  const byTerm = new Map<number, Posting[]>()
  for (const [post, summary] of summaries.entries())
    for (const { term, count } of readTerms(summary)) {
      const postings = byTerm.get(term)
      if (postings === undefined) byTerm.set(term, [postingOf(post, count)])
      else if (postings.length <= mostPosts) postings.push(postingOf(post, count))
    }
  return byTerm
}

function increase(sums: Float64Array, at: number, by: number): void {
  sums[at] = (sums[at] ?? 0) + by
}
