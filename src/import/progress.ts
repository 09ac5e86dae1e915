const pause = 100

/** A line on the terminal that says how far an import has come; nothing, where the output is no terminal. */
export class Progress {
  readonly #output: NodeJS.WriteStream
  readonly #isShown: boolean
  #what = ''
  #count = 0
  #total: number | undefined
  #shown = 0

  constructor(output: NodeJS.WriteStream, isQuiet: boolean) {
    this.#output = output
    this.#isShown = output.isTTY === true && !isQuiet
  }

  /** Begins with something new: "Reading". */
  start(what: string, total?: number): void {
    this.#what = what
    this.#total = total
    this.#count = 0
    this.#show()
  }

  count(): void {
    this.#count += 1
    if (Date.now() - this.#shown > pause) this.#show()
  }

  clear(): void {
    if (this.#isShown) this.#output.write('\r\x1b[K')
  }

  #show(): void {
    this.#shown = Date.now()
    if (!this.#isShown) return
    const of = this.#total === undefined ? '' : `/${this.#total}`
    this.#output.write(`\r\x1b[K${this.#what} ${this.#count}${of}`)
  }
}
