import { readPostings, writePostings } from '../../core/search/postings.ts'
import { readTermsLine } from '../../core/search/terms.ts'
import type { Inverted } from './invert.ts'

/** The lines of terms of posts with other words than before; none where there was, or is, no such post. */
export type Lines = ReadonlyMap<number, string>

/** What `invert` gives after some changes, of the terms and postings that it gave before them. */
export function updateInverted(
  earlier: Iterable<readonly [term: string, postings: string]>,
  before: Lines,
  after: Lines,
): Inverted {
  const postings = new Map(earlier)
  for (const [term, weights] of changedWeights(before, after)) {
    const changed = withWeights(postings.get(term) ?? '', weights)
    if (changed === '') postings.delete(term)
    else postings.set(term, changed)
  }
  return { terms: [...postings.keys()], postingsOf: (term) => postings.get(term) ?? '' }
}

/** The weight of a term in each post where it has changed; undefined where it is gone. */
type Weights = Map<number, number | undefined>

function changedWeights(before: Lines, after: Lines): Map<string, Weights> {
  const byTerm = new Map<string, Weights>()
  for (const post of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [weightsIn(before.get(post)), weightsIn(after.get(post))]
    for (const term of new Set([...old.keys(), ...now.keys()])) {
      if (old.get(term) === now.get(term)) continue
      const weights: Weights = byTerm.get(term) ?? new Map()
      byTerm.set(term, weights.set(post, now.get(term)))
    }
  }
  return byTerm
}

function weightsIn(line = ''): Map<string, number> {
  const { terms, weightAt } = readTermsLine(line)
  return new Map(terms.map((term, index) => [term, weightAt(index)]))
}

/** In one pass, since a common word is in most of the posts. */
function withWeights(text: string, changed: Weights): string {
  const { posts, weights } = readPostings(text)
  const now: { posts: number[]; weights: number[] } = { posts: [], weights: [] }
  const add = (post: number, weight: number | undefined): void => {
    if (weight === undefined) return
    now.posts.push(post)
    now.weights.push(weight)
  }
  const waiting = [...changed].sort(([a], [b]) => a - b)
  let at = 0
  for (const [post, weight] of waiting) {
    for (; at < posts.length && (posts[at] ?? 0) < post; at++) add(posts[at] ?? 0, weights[at])
    if (posts[at] === post) at++
    add(post, weight)
  }
  for (; at < posts.length; at++) add(posts[at] ?? 0, weights[at])
  return writePostings(now)
}
