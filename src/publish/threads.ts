import { availableParallelism } from 'node:os'
import { Tinypool } from 'tinypool'
import { ahead } from './ahead.ts'
import type * as tasks from './thread.ts'

type Tasks = typeof tasks
type Given<Task extends keyof Tasks> = Parameters<Tasks[Task]>[0]
type Done<Task extends keyof Tasks> = Awaited<ReturnType<Tasks[Task]>>

/** Threads that take work off a build, as many as there are processors. */
export class Threads {
  readonly #pool: Tinypool
  /** Rejects when a thread can't start: no work that was asked for would ever be told of it. */
  readonly #failed: Promise<never>

  /** `file` is the built `thread.ts`. */
  constructor(file: string) {
    this.#pool = new Tinypool({
      filename: file,
      minThreads: 1,
      maxThreads: availableParallelism(),
      // In milliseconds: what one that waits for work has done so far would stay in memory.
      idleTimeout: 100,
    })
    this.#failed = ahead(new Promise((_, reject) => this.#pool.on('error', reject)))
  }

  /** Rejects where the work, or a thread, fails. */
  run<Task extends keyof Tasks>(task: Task, given: Given<Task>): Promise<Done<Task>> {
    return Promise.race([this.#pool.run(given, { name: task }), this.#failed])
  }

  async close(): Promise<void> {
    await this.#pool.destroy()
  }
}
