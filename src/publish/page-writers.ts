import { availableParallelism } from 'node:os'
import { Tinypool } from 'tinypool'
import type { Look, PageToWrite } from './page-worker.ts'

const batchSize = 25
/** Enough for each thread to have something to go on with. */
const batchesPerThread = 2

/** Threads that write pages, as many as there are processors. */
export class PageWriters {
  readonly #look: Look
  readonly #folder: string
  readonly #worker: string
  /** Started with the first page: most builds after the first have none to write. */
  #pool: Tinypool | undefined
  readonly #running = new Set<Promise<void>>()
  #batch: PageToWrite[] = []

  /** `worker` is the built `page-worker.ts`; pages are written below `folder`. */
  constructor(worker: string, look: Look, folder: string) {
    this.#look = look
    this.#folder = folder
    this.#worker = worker
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

  async close(): Promise<void> {
    await this.#pool?.destroy()
  }

  #send(): void {
    this.#pool ??= startPool(this.#worker)
    const work: Promise<void> = this.#pool
      .run({ look: this.#look, folder: this.#folder, pages: this.#batch })
      .then(() => void this.#running.delete(work))
    // A failure is told to whoever waits next; until then it must not end the process.
    work.catch(() => {})
    this.#running.add(work)
    this.#batch = []
  }
}

const startPool = (worker: string): Tinypool =>
  new Tinypool({
    filename: worker,
    name: 'writePages',
    minThreads: 1,
    maxThreads: availableParallelism(),
    // Else each lets its garbage grow, since the machine has room.
    resourceLimits: { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 },
  })
