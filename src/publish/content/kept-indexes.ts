import type { Cache } from '../cache.ts'
import { type KeptTexts, readKept } from '../text-file.ts'
import type { Indexed } from './render-text.ts'
import type { WrittenPost } from './written-texts.ts'

/**
 * Has a thread work with what posts are found by and compared by, which it reads for itself. It
 * tells by an undefined that it could not: then what was kept is made anew, once.
 */
export async function withIndexes<T>(
  posts: readonly WrittenPost[],
  cache: Cache,
  work: (kept: KeptTexts) => Promise<T | undefined>,
): Promise<T> {
  for (const isMended of [false, true]) {
    if (isMended) for (const post of posts) post.indexed()
    const done = await work(cache.keptTexts(posts.map((post) => post.indexedName)))
    if (done !== undefined) return done
  }
  throw new Error('The cache forgets what it was just given')
}

/** In such a thread, one part of what is kept of each post; undefined where one is not what it was. */
export const readIndexes = (kept: KeptTexts, part: keyof Indexed): string[] | undefined =>
  readKept(kept, (text) => copied(readIndex(text)[part]))

/** A part of a string keeps all of it in memory. */
const copied = (text: string): string => Buffer.from(text).toString()

/** As `writeIndex` wrote it. */
export function readIndex(kept: string): Indexed {
  const [terms = '', subject = ''] = kept.split('\n')
  return { terms, subject }
}

export const writeIndex = ({ terms, subject }: Indexed): string => `${terms}\n${subject}`
