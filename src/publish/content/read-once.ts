import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Cache } from '../cache/cache.ts'
import { digestOf } from '../digest.ts'
import { readText } from './read-text.ts'

/** Some file systems tell no shorter times apart, in milliseconds: FAT's are the longest. */
const longestTick = 2000

interface Reading<Parsed> {
  /** Of the file; none where it may be touched again without being another. */
  stamp: string | undefined
  /** Of its text. */
  digest: string
  parsed: Parsed
}

/**
 * What `parse` makes of a content file's text. While the file's size and times stay what they were, it
 * is not read, and while its text stays the same, not parsed. A file that was just touched is read
 * again the next time, since it may be touched once more within the same tick
 * (https://git-scm.com/docs/racy-git). A file is always parsed by the same function.
 */
export function readOnce<Parsed>(
  folder: string,
  file: string,
  parse: (text: string) => Parsed,
  cache: Cache,
): { digest: string; parsed: Parsed } {
  const { size, mtimeMs, ctimeMs, ino } = statSync(join(folder, file))
  const stamp = `${size} ${mtimeMs} ${ctimeMs} ${ino}`
  const key = `read ${file}`
  // Kept here and nowhere else.
  const known = cache.find(key) as Reading<Parsed> | undefined
  if (known?.stamp === stamp) return known
  const text = readText(folder, file)
  const digest = digestOf(text)
  return cache.keep(key, {
    stamp: Date.now() - Math.max(mtimeMs, ctimeMs) > longestTick ? stamp : undefined,
    digest,
    parsed: known?.digest === digest ? known.parsed : parse(text),
  })
}
