import { type KeptTexts, readKept } from '../text-file.ts'
import type { Indexed } from './render-text.ts'

/** In a thread, one part of what is kept of each post; undefined where one is not what it was. */
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
