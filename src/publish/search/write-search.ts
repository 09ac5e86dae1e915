import { type SearchIndex, searchIndexPath } from '../../core/search/search-index.ts'
import type { Cache } from '../cache/cache.ts'
import type { WrittenPost } from '../content/written-texts.ts'
import { digestOf } from '../digest.ts'
import type { SiteFolder } from '../site-folder.ts'
import type { Threads } from '../threads/threads.ts'
import { invert } from './invert.ts'
import type { SearchIsOf } from './kept-search-files.ts'
import { searchFiles } from './search-files.ts'

/** What the last build wrote. */
interface Written {
  /** Of the posts' slugs and dates. */
  listed: string
  /** Names what each post is found by, the oldest post first. */
  indexes: string[]
  terms: SearchIndex['terms']
  files: [file: string, digest: string][]
}

/**
 * Writes the index of the posts' words. Where no word of any post has changed, and all its files
 * are there still, nothing is worked out; where those of a few have, the last index is updated.
 */
export async function writeSearch(
  posts: readonly WrittenPost[],
  site: SiteFolder,
  cache: Cache,
  threads: Threads,
): Promise<void> {
  // So numbered, those that are there stay what they are when one is added.
  const oldestFirst = [...posts].reverse()
  const found = oldestFirst.map(({ slug, date }) => ({ slug, date }))
  const listed = digestOf(JSON.stringify(found))
  const indexes = oldestFirst.map((post) => post.rendered.termsName)
  // Kept here and nowhere else.
  const written = cache.find('search') as Written | undefined
  const changed = changedSince(written, indexes)
  const isSame = written?.listed === listed && changed.length === 0
  if (isSame && written.files.every(([file, digest]) => site.needed(file, digest) === undefined))
    return

  const linesOf = (names: readonly string[]) => {
    const posts = changed.filter((post) => post < names.length)
    return { posts, kept: cache.texts.terms.placesOf(posts.map((post) => names[post] ?? '')) }
  }
  const isLike = written !== undefined && changed.length <= indexes.length * mostChanged
  const inThread = (of: SearchIsOf) => threads.run('searchFiles', { oldestFirst: found, ...of })
  const { index, pieces } =
    (isLike
      ? await inThread({
          site: site.place,
          pieces: written.terms.map(([, name]) => name),
          before: linesOf(written.indexes),
          after: linesOf(indexes),
        })
      : undefined) ??
    (await inThread({ kept: cache.texts.terms.placesOf(indexes) })) ??
    searchFiles(found, invert(oldestFirst.map((post) => post.part('terms'))))
  const texts = [...pieces, [searchIndexPath.slice(1), JSON.stringify(index)] as const]
  const files = texts.map(([file, text]): [string, string] => {
    site.writeText(file, text)
    return [file, digestOf(text)]
  })
  cache.set('search', { listed, indexes, terms: index.terms, files } satisfies Written)
}

/** Where more have changed, of all, it is as quick to work out the index anew. */
const mostChanged = 0.1

/** The numbers of posts that are found by other words than before. */
function changedSince(written: Written | undefined, indexes: readonly string[]): number[] {
  const before = written?.indexes ?? []
  const numbers = Array.from({ length: Math.max(before.length, indexes.length) }, (_, at) => at)
  return numbers.filter((number) => before[number] !== indexes[number])
}
