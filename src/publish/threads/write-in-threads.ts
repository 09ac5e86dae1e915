import { availableParallelism } from 'node:os'
import { inParts } from '../../core/in-parts.ts'
import type { Threads } from './threads.ts'
import type { Look, PageToWrite } from './write-pages.ts'

const batchSize = 25
/** Enough for each thread to have something to go on with. */
const batchesPerThread = 2

/** A page whose twin is made when a thread is about to need it: all of them would take much memory. */
export type NeededPage = Omit<PageToWrite, 'twin'> & { twin: () => unknown }

/** Has pages written below `folder`. */
export async function writeInThreads(
  pages: readonly NeededPage[],
  look: Look,
  folder: string,
  threads: Threads,
): Promise<void> {
  const batches = inParts(pages, batchSize).values()
  const writeOneByOne = async (): Promise<void> => {
    for (const batch of batches) {
      const pages = batch.map((page) => ({ ...page, twin: page.twin() }))
      await threads.run('writePages', { look, folder, pages })
    }
  }
  const atOnce = availableParallelism() * batchesPerThread
  await Promise.all(Array.from({ length: atOnce }, writeOneByOne))
}
