import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Cache } from '../cache.ts'
import { digestOf } from '../digest.ts'

/** Some file systems tell no shorter times apart, in milliseconds: FAT's are the longest. */
const longestTick = 2000

/**
 * Names the text of a content file. While the file's size and times stay what they were, it is not
 * read; `text` reads it. A file that was just touched is read again the next time, since it may be
 * touched once more within the same tick (https://git-scm.com/docs/racy-git).
 */
export function digestOfText(
  folder: string,
  file: string,
  text: () => string,
  cache: Cache,
): string {
  const { size, mtimeMs, ctimeMs, ino } = statSync(join(folder, file))
  const stamp = `${size} ${mtimeMs} ${ctimeMs} ${ino}`
  const key = `digest ${file}`
  // Kept here and nowhere else.
  const known = cache.find(key) as { stamp: string; digest: string } | undefined
  if (known?.stamp === stamp) return known.digest
  const digest = digestOf(text())
  if (Date.now() - Math.max(mtimeMs, ctimeMs) > longestTick) cache.keep(key, { stamp, digest })
  return digest
}
