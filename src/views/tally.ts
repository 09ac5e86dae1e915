export type Kind = 'view' | 'bot' | 'other' | 'unreadable'

const mostShown = 10

/** What the lines of a file counted as. */
export class Tally {
  readonly file: string
  readonly #format: string
  readonly #lines: Record<Kind, number> = { view: 0, bot: 0, other: 0, unreadable: 0 }
  /** Whether there are views with a day, and views without. */
  readonly days = { some: false, none: false }
  /** The first lines that could not be read. */
  readonly unreadable: string[] = []

  constructor(file: string, format: string) {
    this.file = file
    this.#format = format
  }

  count(read: { kind: Kind; day?: string | undefined }, line: string, number: number): void {
    this.#lines[read.kind] += 1
    if (read.kind === 'view') this.days[read.day === undefined ? 'none' : 'some'] = true
    if (read.kind === 'unreadable' && this.unreadable.length < mostShown)
      this.unreadable.push(`${this.file}:${number}: ${legible(line)}`)
  }

  describe(): string {
    const { view, bot, other, unreadable } = this.#lines
    const all = view + bot + other + unreadable
    return `${this.file} (${this.#format}): ${all} lines, of them ${view} page views, ${bot} by bots, ${other} others, ${unreadable} unreadable.`
  }
}

/** Logs hold what strangers sent, and terminals obey some characters. */
const legible = (line: string): string => line.slice(0, 100).replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd')
