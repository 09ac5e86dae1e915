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
  let text = ''
  let before = 0
  for (let index = 0; index < posts.length; index++) {
    const post = posts[index] ?? 0
    const letter = String.fromCharCode(firstLetter + (weights[index] ?? 1) - 1)
    text += (post - before).toString(36) + letter
    before = post
  }
  return text
}

export function readPostings(text: string): { posts: number[]; weights: number[] } {
  const posts: number[] = []
  const weights: number[] = []
  let before = 0
  for (const [, distance = '', weight = ''] of text.matchAll(/([0-9a-z]+)([A-H])/g)) {
    before += Number.parseInt(distance, 36)
    posts.push(before)
    weights.push(weight.charCodeAt(0) - firstLetter + 1)
  }
  return { posts, weights }
}

/** How telling a term is that so many posts of all have. */
export const telling = (all: number, having: number): number => Math.log(1 + all / having)
