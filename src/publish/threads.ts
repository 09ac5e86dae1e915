import { availableParallelism } from 'node:os'
import { Tinypool } from 'tinypool'
import type * as tasks from './thread.ts'

type Tasks = typeof tasks
type Given<Task extends keyof Tasks> = Parameters<Tasks[Task]>[0]
type Done<Task extends keyof Tasks> = Awaited<ReturnType<Tasks[Task]>>

/** Threads that take work off a build, as many as there are processors. */
export class Threads {
  readonly #pool: Tinypool

  /** `file` is the built `thread.ts`. */
  constructor(file: string) {
    this.#pool = new Tinypool({
      filename: file,
      minThreads: 1,
      maxThreads: availableParallelism(),
      // In milliseconds: what one that waits for work has done so far would stay in memory.
      idleTimeout: 100,
    })
  }

  run<Task extends keyof Tasks>(task: Task, given: Given<Task>): Promise<Done<Task>> {
    return this.#pool.run(given, { name: task })
  }

  async close(): Promise<void> {
    await this.#pool.destroy()
  }
}
