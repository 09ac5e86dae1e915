import { type KeptTexts, readKept } from '../cache/text-store.ts'
import type { Indexed } from './render-text.ts'

/** In a thread, one part of what is kept of each post; undefined where one is not what it was. */
export const readIndexes = (kept: KeptTexts, part: keyof Indexed): string[] | undefined =>
  readKept(kept, (text) => partOf(text, part))

/** As `writeIndex` wrote it. */
export function readIndex(kept: string): Indexed {
  const [terms = '', subject = ''] = kept.split('\n')
  return { terms, subject }
}

export const writeIndex = ({ terms, subject }: Indexed): string => `${terms}\n${subject}`

/** Of the bytes: a part of a string would keep all of it in memory. */
function partOf(kept: Buffer, part: keyof Indexed): string {
  const end = kept.indexOf('\n')
  return part === 'terms' ? kept.toString('utf8', 0, end) : kept.toString('utf8', end + 1)
}
