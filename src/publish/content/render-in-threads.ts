import { inParts } from '../../core/in-parts.ts'
import type { Cache } from '../cache/cache.ts'
import type { Threads } from '../threads/threads.ts'
import type { BlogOfTexts } from './render-text.ts'
import { shareBlog } from './render-texts.ts'
import type { WrittenPage, WrittenPost } from './written-texts.ts'

const batchSize = 25

/**
 * Renders in threads those of the texts that were not rendered before. It does so ahead of whoever
 * asks for them: one that can't be shown is left, and its fault is told when it is asked for.
 */
export async function renderInThreads(
  texts: readonly (WrittenPost | WrittenPage)[],
  blog: BlogOfTexts,
  threads: Threads,
  cache: Cache,
): Promise<void> {
  const unknown = texts.filter((text) => !text.isKnown)
  // A few are rendered before a thread has loaded what it takes.
  if (unknown.length <= batchSize) return
  const shared = shareBlog(blog)
  await Promise.all(
    inParts(unknown, batchSize).map(async (batch) => {
      const { rendered, sizes } = await threads.run('renderTexts', {
        blog: shared,
        texts: batch.map(({ written }) => written),
      })
      for (const [key, size] of sizes) cache.keep(key, size)
      for (const [index, text] of rendered.entries())
        if (text !== undefined) batch[index]?.keepRendered(text)
    }),
  )
}
