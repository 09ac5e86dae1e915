import { availableParallelism } from 'node:os'
import { Tinypool } from 'tinypool'
import { once } from '../once.ts'
import type * as tasks from './thread.ts'

type Tasks = typeof tasks
type Given<Task extends keyof Tasks> = Parameters<Tasks[Task]>[0]
type Done<Task extends keyof Tasks> = Awaited<ReturnType<Tasks[Task]>>

/** Threads that take work off a build, as many as there are processors. */
export class Threads {
  readonly #pool: Tinypool
  /** Whoever waits for work: when a thread can't start, the pool tells none of them. */
  readonly #waiting = new Set<(reason: unknown) => void>()
  #isClosed = false

  /** `file` is the built `thread.ts`. */
  constructor(file: string) {
    this.#pool = new Tinypool({
      filename: file,
      minThreads: 1,
      maxThreads: availableParallelism(),
      // In milliseconds: what one that waits for work has done so far would stay in memory.
      idleTimeout: 100,
    })
    this.#pool.on('error', (error) => {
      for (const reject of this.#waiting) reject(error)
    })
  }

  /** Rejects where the work, or a thread, fails, or `close` was called. */
  async run<Task extends keyof Tasks>(task: Task, given: Given<Task>): Promise<Done<Task>> {
    // The pool would start a thread anew, which would outlive the build that it works for.
    if (this.#isClosed) throw new Error(`found work (${task}) for threads that were ended`)
    let stopWaiting: (reason: unknown) => void = () => {}
    try {
      // A race with one promise that outlives them all would hold on to all that is done.
      return await new Promise<Done<Task>>((resolve, reject) => {
        stopWaiting = reject
        this.#waiting.add(reject)
        this.#pool.run(given, { name: task }).then(resolve, reject)
      })
    } finally {
      this.#waiting.delete(stopWaiting)
    }
  }

  /** Resolves when no thread works any more. */
  readonly close = once((): Promise<void> => {
    this.#isClosed = true
    return this.#pool.destroy()
  })
}
