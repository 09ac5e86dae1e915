import { writePostings } from '../../core/search/postings.ts'
import { readTermsLine } from '../../core/search/terms.ts'

/** The posts that have each term. */
export interface Inverted {
  terms: readonly string[]
  /** As `writePostings` writes them. */
  postingsOf: (term: string) => string
}

/**
 * Turns "what terms a post has" into "what posts a term has", of the posts' lines of terms. A large
 * blog has millions of these pairs: they stand in four arrays, and in no objects of their own.
 */
export function invert(lines: readonly string[]): Inverted {
  const numbers = new Map<string, number>()
  const counts: number[] = []
  for (const line of lines)
    for (const term of readTermsLine(line).terms) {
      const number = numbers.get(term) ?? numbers.size
      if (number === counts.length) {
        numbers.set(term, number)
        counts.push(0)
      }
      counts[number] = (counts[number] ?? 0) + 1
    }
  const ends = new Int32Array(counts.length)
  let total = 0
  counts.forEach((count, number) => {
    ends[number] = total
    total += count
  })
  const posts = new Int32Array(total)
  const weights = new Uint8Array(total)
  lines.forEach((line, post) => {
    const { terms, weightAt } = readTermsLine(line)
    terms.forEach((term, index) => {
      const number = numbers.get(term) ?? 0
      const end = ends[number] ?? 0
      posts[end] = post
      weights[end] = weightAt(index)
      ends[number] = end + 1
    })
  })
  return {
    terms: [...numbers.keys()],
    postingsOf: (term) => {
      const number = numbers.get(term) ?? -1
      const end = ends[number] ?? 0
      const start = end - (counts[number] ?? 0)
      return writePostings({
        posts: posts.subarray(start, end),
        weights: weights.subarray(start, end),
      })
    },
  }
}
