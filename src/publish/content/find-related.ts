import { RelatedIndex } from '../../core/related/related-index.ts'
import { type KeptTexts, readKept } from '../cache/text-store.ts'

const mostRelated = 4

export interface Asked {
  /** The indexes of popular posts in reading order, of which `count` are beside each. */
  popular: readonly number[]
  count: number
}

/**
 * The indexes of the posts that are close to each, the closest first; never one that is beside the
 * open one anyway. `subjects` are what `subjectOf` says of the posts in reading order.
 */
export function findRelated(subjects: readonly string[], { popular, count }: Asked): number[][] {
  const index = new RelatedIndex(subjects)
  return subjects.map((_, open) => {
    const beside = popular.filter((other) => other !== open).slice(0, count)
    const shown = new Set([...beside, open - 1, open + 1])
    return index.closestTo(open, mostRelated, (other) => shown.has(other))
  })
}

/** The same in a thread, of what is kept; undefined where that can't be read. */
export function findKeptRelated({
  kept,
  ...asked
}: Asked & { kept: KeptTexts }): number[][] | undefined {
  const subjects = readKept(kept)
  return subjects && findRelated(subjects, asked)
}
