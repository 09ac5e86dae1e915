import { plainWeight, readTerms } from './subject.ts'

/** A term in more posts than this is too ordinary to tell, and would take too long to look up. */
const mostPosts = 500
/** Of a post's terms, the most telling: looking up the others changes little. */
const mostLookedUp = 40
/**
 * Every post is taken to have so many words more that no other has. Without them a short post,
 * of which little is known, is close to any that shares a word or a tag with it.
 */
const wordsUnsaid = 10
/**
 * Closeness goes from 0 to 1. In English posts of 300 words, two on one subject come to about
 * 0.08. Of those on other subjects the closest comes to 0.03 in a blog of a dozen, by chance and
 * ordinary words, and to 0.045 in one of 600: where there are more, one is closer.
 */
const leastClosenessAmong = (posts: number): number => 0.03 + 0.01 * Math.log(posts)

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
  /** Where closeness is added up; all zero between two calls. */
  readonly #sums: Float64Array

  /** `summaries` are what `subjectOf` says of the posts. */
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
    const unsaid = wordsUnsaid * (plainWeight * Math.log(summaries.length)) ** 2
    for (const [post, square] of this.#lengths.entries())
      this.#lengths[post] = Math.sqrt(square + unsaid)
  }

  /** The indexes of at most so many posts, the closest first; none where none is close. */
  closestTo(index: number, wanted: number, isExcluded: (post: number) => boolean): number[] {
    const least = leastClosenessAmong(this.#summaries.length)
    const length = this.#lengths[index] ?? 0
    // Hundreds may be close: no list of them is made, to be sorted for the sake of a few.
    const closest: Candidate[] = []
    for (const post of this.#addUp(index)) {
      const closeness = (this.#sums[post] ?? 0) / (length * (this.#lengths[post] ?? 0))
      this.#sums[post] = 0
      if (closeness < least || post === index) continue
      const candidate = { post, closeness }
      const place = closest.findIndex((other) => isCloser(candidate, other))
      if (place < 0 && closest.length === wanted) continue
      if (isExcluded(post)) continue
      closest.splice(place < 0 ? closest.length : place, 0, candidate)
      if (closest.length > wanted) closest.pop()
    }
    return closest.map(({ post }) => post)
  }

  /** Leaves in `#sums` how much other posts share with one; gives their indexes. */
  #addUp(index: number): number[] {
    const met: number[] = []
    for (const { postings, weight, rarity } of this.#tellingTermsOf(index))
      for (const posting of postings) {
        const post = postOf(posting)
        if (this.#sums[post] === 0) met.push(post)
        increase(this.#sums, post, weight * rarity * weightOf(posting))
      }
    return met
  }

  #tellingTermsOf(index: number) {
    const terms = []
    for (const { term, weight } of readTerms(this.#summaries[index] ?? '')) {
      const postings = this.#postings.get(term)
      if (postings === undefined) continue
      const rarity = this.#rarityOf(postings)
      terms.push({ postings, rarity, weight: weight * rarity })
    }
    return terms.sort((a, b) => b.weight - a.weight).slice(0, mostLookedUp)
  }

  /** None for a term that every post has, or so many that it is not looked up. */
  #rarityOf({ length }: Posting[]): number {
    return length > mostPosts ? 0 : Math.log(this.#summaries.length / length)
  }
}

interface Candidate {
  post: number
  closeness: number
}

const isCloser = (a: Candidate, b: Candidate): boolean =>
  a.closeness > b.closeness || (a.closeness === b.closeness && a.post < b.post)

/** A post, and in the last six bits the weight of a term in it: a big blog has a million. */
type Posting = number
const postingOf = (post: number, weight: number): Posting => (post << 6) | weight
const postOf = (posting: Posting): number => posting >> 6
const weightOf = (posting: Posting): number => posting & 63

function postingsByTerm(summaries: readonly string[]): Map<number, Posting[]> {
  const byTerm = new Map<number, Posting[]>()
  for (const [post, summary] of summaries.entries())
    for (const { term, weight } of readTerms(summary)) {
      const postings = byTerm.get(term)
      if (postings === undefined) byTerm.set(term, [postingOf(post, weight)])
      else if (postings.length <= mostPosts) postings.push(postingOf(post, weight))
    }
  return byTerm
}

function increase(sums: Float64Array, at: number, by: number): void {
  sums[at] = (sums[at] ?? 0) + by
}
