const pause = 100

/** A line on the terminal that says how much is read; nothing, where the output is no terminal. */
export class Progress {
  readonly #output: NodeJS.WriteStream
  readonly #total: number
  #done = 0
  #shown = 0

  constructor(output: NodeJS.WriteStream, total: number) {
    this.#output = output
    this.#total = total
  }

  add(bytes: number): void {
    this.#done += bytes
    if (!this.#output.isTTY || Date.now() - this.#shown < pause) return
    this.#shown = Date.now()
    this.#output.write(`\r\x1b[KReading ${Math.floor((100 * this.#done) / this.#total)} %`)
  }

  clear(): void {
    if (this.#output.isTTY) this.#output.write('\r\x1b[K')
  }
}
