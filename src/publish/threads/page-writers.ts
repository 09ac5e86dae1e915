import { availableParallelism } from 'node:os'
import { ahead } from '../ahead.ts'
import type { Threads } from './threads.ts'
import type { Look, PageToWrite } from './write-pages.ts'

const batchSize = 25
/** Enough for each thread to have something to go on with. */
const batchesPerThread = 2

/** Has pages written in threads. */
export class PageWriters {
  readonly #look: Look
  readonly #folder: string
  readonly #threads: Threads
  readonly #running = new Set<Promise<void>>()
  #batch: PageToWrite[] = []

  /** Pages are written below `folder`. */
  constructor(threads: Threads, look: Look, folder: string) {
    this.#look = look
    this.#folder = folder
    this.#threads = threads
  }

  /** Resolves at once, unless the threads can't keep up. Rejects when a page could not be written. */
  async add(page: PageToWrite): Promise<void> {
    this.#batch.push(page)
    if (this.#batch.length === batchSize) this.#send()
    if (this.#running.size >= availableParallelism() * batchesPerThread)
      await Promise.race(this.#running)
  }

  /** Resolves when all pages are written. */
  async finish(): Promise<void> {
    if (this.#batch.length > 0) this.#send()
    await Promise.all(this.#running)
  }

  #send(): void {
    const work: Promise<void> = ahead(
      this.#threads
        .run('writePages', { look: this.#look, folder: this.#folder, pages: this.#batch })
        .then(() => void this.#running.delete(work)),
    )
    this.#running.add(work)
    this.#batch = []
  }
}
