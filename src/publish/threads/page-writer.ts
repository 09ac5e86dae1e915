import { availableParallelism } from 'node:os'
import { ahead } from '../ahead.ts'
import type { Threads } from './threads.ts'
import type { Look, PageToWrite } from './write-pages.ts'

const batchSize = 25
/** Enough for each thread to have something to go on with. */
const batchesPerThread = 2

/** Has pages written in threads, below `folder`. */
export function pageWriter(threads: Threads, look: Look, folder: string) {
  const running = new Set<Promise<void>>()
  let batch: PageToWrite[] = []
  const send = () => {
    const work: Promise<void> = ahead(
      threads
        .run('writePages', { look, folder, pages: batch })
        .then(() => void running.delete(work)),
    )
    running.add(work)
    batch = []
  }
  const flush = () => {
    if (batch.length > 0) send()
  }
  return {
    /** Resolves at once, unless the threads can't keep up. Rejects when a page could not be written. */
    add: async (page: PageToWrite): Promise<void> => {
      batch.push(page)
      if (batch.length === batchSize) send()
      if (running.size >= availableParallelism() * batchesPerThread) await Promise.race(running)
    },
    /** Lets no page wait for others. */
    flush,
    /** Resolves when all pages are written. */
    finish: async (): Promise<void> => {
      flush()
      await Promise.all(running)
    },
  }
}
