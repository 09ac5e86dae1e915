import { hash, randomBytes } from 'node:crypto'

/**
 * Tells first visits from repeated ones without knowing anybody: of a visit it keeps 48 bits of a
 * hash, whose salt is random and forgotten with this object. They stand in an open-addressed table of
 * 11 to 21 bytes a visit, a third of what a Set takes (which ends at 16 million). So no visit need be
 * let go before the last line is read, and logs may come in any order. Of ten million visits less than
 * one is mistaken for another.
 */
export class Visits {
  readonly #salt = randomBytes(32).toString('hex')
  #table = new Float64Array(65_536)
  #size = 0

  /** Whether it is the first of its kind; it no longer is, afterwards. */
  isFirst(visit: string): boolean {
    const print = hash('sha256', this.#salt + visit, 'buffer').readUIntBE(0, 6)
    // An empty place is 0.
    const isNew = put(this.#table, print + 1)
    if (isNew) this.#size += 1
    if (this.#size > this.#table.length * 0.75) this.#grow()
    return isNew
  }

  #grow(): void {
    const table = new Float64Array(this.#table.length * 2)
    for (const value of this.#table) if (value !== 0) put(table, value)
    this.#table = table
  }
}

function put(table: Float64Array, value: number): boolean {
  let place = value % table.length
  while (table[place] !== 0) {
    if (table[place] === value) return false
    place = (place + 1) % table.length
  }
  table[place] = value
  return true
}
