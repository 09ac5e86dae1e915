import { pipeline } from 'node:stream'
import { parse } from 'csv-parse'
import { type Columns, columnsOf, readCsvRow } from './csv-row.ts'
import { readLogLine } from './log-line.ts'
import type { Progress } from './progress.ts'
import { Tally } from './tally.ts'
import { linesOf, textOf } from './text-of.ts'
import type { ViewCounts } from './view-counts.ts'
import type { Visits } from './visits.ts'

/** What was asked for and can't be done, in a sentence for the owner. */
export class ViewsError extends Error {}

/** Where the files' views are added up. */
export interface Totals {
  counts: ViewCounts
  visits: Visits
}

const startLength = 65_536

/** Adds up the views of a file, whose format its content tells. Throws a ViewsError where it is none that is known. */
export async function readFile(file: string, totals: Totals, progress: Progress): Promise<Tally> {
  const pieces = textOf(file, progress)
  let start = ''
  while (start.length < startLength) {
    const { value, done } = await pieces.next()
    if (done) break
    start += value
  }
  const text = async function* () {
    yield start
    yield* pieces
  }
  const lines = start.split('\n')
  // A log may be empty, where it was put away just now.
  if (start.trim() === '' || lines.some((line) => readLogLine(line).kind !== 'unreadable'))
    return readLog(text(), new Tally(file, 'access log'), totals)
  const delimiter = [',', ';', '\t'].find((sign) => lines.some((line) => isHeader(line, sign)))
  if (delimiter !== undefined)
    return readCsv(text(), delimiter, new Tally(file, 'CSV'), totals.counts)
  throw new ViewsError(
    'found neither lines of an access log nor a CSV whose header names a column of paths and one of views, expected one of them',
  )
}

const isHeader = (line: string, delimiter: string): boolean =>
  columnsOf(line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))) !==
  undefined

async function readLog(
  text: AsyncGenerator<string>,
  tally: Tally,
  { counts, visits }: Totals,
): Promise<Tally> {
  let number = 0
  for await (const lines of linesOf(text))
    for (const line of lines) {
      number += 1
      if (line === '' || line === '\r') continue
      const read = readLogLine(line)
      tally.count(read, line, number)
      if (read.kind === 'view' && visits.isFirst(`${read.day} ${read.path} ${read.visitor}`))
        counts.add(read, 1)
    }
  return tally
}

async function readCsv(
  text: AsyncGenerator<string>,
  delimiter: string,
  tally: Tally,
  counts: ViewCounts,
): Promise<Tally> {
  const parser = parse({
    delimiter,
    comment: '#',
    comment_no_infix: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  const rows: AsyncIterable<{ record: string[]; info: { lines: number } }> = pipeline(
    text,
    parser,
    () => {},
  )
  let columns: Columns | undefined
  for await (const { record, info } of rows) {
    // A file may hold several tables, one below the other.
    const header = columnsOf(record)
    if (header !== undefined) columns = header
    else if (columns !== undefined) {
      const read = readCsvRow(record, columns)
      tally.count(read, record.join(delimiter), info.lines)
      if (read.kind === 'view') counts.add(read, read.views)
    }
  }
  return tally
}
