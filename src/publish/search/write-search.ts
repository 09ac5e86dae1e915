import type { Cache } from '../cache.ts'
import type { WrittenPost } from '../content/written-texts.ts'
import { digestOf } from '../digest.ts'
import type { SiteFolder } from '../site-folder.ts'
import type { Threads } from '../threads.ts'
import { searchFiles } from './search-files.ts'

/**
 * Writes the index of the posts' words. Where no word of any post has changed, and all its files
 * are there still, nothing is worked out.
 */
export async function writeSearch(
  posts: readonly WrittenPost[],
  site: SiteFolder,
  cache: Cache,
  threads: Threads,
): Promise<void> {
  // So numbered, those that are there stay what they are when one is added.
  const oldestFirst = [...posts].reverse()
  const names = oldestFirst.map(({ slug, date, indexedName }) => `${slug} ${date} ${indexedName}`)
  const key = `search ${digestOf(names.join('\n'))}`
  // Kept here and nowhere else.
  const known = cache.find(key) as [file: string, digest: string][] | undefined
  if (known?.every(([file, digest]) => site.needed(file, digest) === undefined)) return

  const listed = oldestFirst.map(({ slug, date }) => ({ slug, date }))
  const kept = cache.keptTexts(oldestFirst.map((post) => post.indexedName))
  const files =
    (await threads.run('searchFiles', { oldestFirst: listed, kept })) ??
    searchFiles(
      listed,
      oldestFirst.map((post) => post.indexed().terms),
    )
  const written = [...files].map(([file, text]): [string, string] => {
    const digest = digestOf(text)
    if (site.needed(file, digest)) site.write(file, text)
    return [file, digest]
  })
  cache.keep(key, written)
}
