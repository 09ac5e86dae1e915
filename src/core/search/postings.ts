/** The posts that have a term, by their numbers, and what it weighs in each. */
export interface Postings {
  /** Ascending. */
  posts: ArrayLike<number>
  /** From 1 to 8. */
  weights: ArrayLike<number>
}

const firstLetter = 'A'.charCodeAt(0)

/**
 * Postings as a text: each is the distance from the one before, in base 36, and a capital letter for
 * its weight: "0B3A" is post 0 with 2, and post 3 with 1.
 */
export function writePostings({ posts, weights }: Postings): string {
  const parts: string[] = []
  let before = 0
  for (let index = 0; index < posts.length; index++) {
    const post = posts[index] ?? 0
    const letter = String.fromCharCode(firstLetter + (weights[index] ?? 1) - 1)
    parts.push((post - before).toString(36) + letter)
    before = post
  }
  // One string, not the tree that those make which are added up: a large blog keeps millions of parts.
  return parts.join('')
}

export function readPostings(text: string): { posts: number[]; weights: number[] } {
  const posts: number[] = []
  const weights: number[] = []
  let post = 0
  let distance = 0
  // A large blog has thousands for a common word, and an expression takes twice as long.
  for (const sign of text)
    if (sign < 'A' || sign > 'Z') distance = distance * 36 + Number.parseInt(sign, 36)
    else {
      post += distance
      distance = 0
      posts.push(post)
      weights.push(sign.charCodeAt(0) - firstLetter + 1)
    }
  return { posts, weights }
}

/** How telling a term is that so many posts of all have. */
export const telling = (all: number, having: number): number => Math.log(1 + all / having)
