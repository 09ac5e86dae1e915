/**
 * The command behind `npm run views`. Exit codes: 0 all well, 1 nothing found or a fatal error,
 * 2 wrong usage.
 */

import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { messageOf } from '../core/message-of.ts'
import { contentFolder } from '../publish/content-folder.ts'
import { Progress } from './progress.ts'
import { readFile, type Totals, ViewsError } from './read-file.ts'
import type { Tally } from './tally.ts'
import { type Row, ViewCounts } from './view-counts.ts'
import { Visits } from './visits.ts'
import { writeViews } from './write-views.ts'

const usage = `Usage: npm run views -- FILE... [--out FILE] [--content DIR]

  FILE           what tells how often pages were viewed: the access log of a web server, or a CSV from
                 an analytics service, plain or packed by gzip; several are added up
  --out FILE     the file to write; else views.csv in the content folder
  --content DIR  the content folder; else the one that LECTERN_CONTENT names, or src/content`

const mostShown = 10

interface Call {
  files: string[]
  out: string
}

async function main(words: string[]): Promise<number> {
  const call = readCall(words)
  if (call === undefined) {
    console.error(usage)
    return 2
  }
  try {
    await countViews(call)
    return 0
  } catch (error) {
    if (!(error instanceof ViewsError)) throw error
    console.error(error.message)
    return 1
  }
}

function readCall(words: string[]): Call | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        content: { type: 'string', default: contentFolder() },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help || positionals.length === 0) return undefined
    return {
      files: [...new Set(positionals)],
      out: values.out ?? join(values.content, 'views.csv'),
    }
  } catch (error) {
    console.error(messageOf(error))
    return undefined
  }
}

async function countViews({ files, out }: Call): Promise<void> {
  if (!existsSync(dirname(out)))
    throw new ViewsError(
      `found no folder ${dirname(out)}, expected one to write ${basename(out)} to`,
    )
  const counts = new ViewCounts()
  const tallies = await readAll(files, { counts, visits: new Visits() })
  for (const line of tallies.flatMap(({ unreadable }) => unreadable).slice(0, mostShown))
    console.error(`can't be read: ${line}`)
  for (const tally of tallies) console.log(tally.describe())
  refuseMixture(tallies)
  const rows = counts.rows()
  if (rows.length === 0) throw new ViewsError('found no page views in them, and wrote nothing')
  const isThere = existsSync(out)
  await naming(out, () => writeViews(out, rows))
  console.log(`${describeRows(rows)}\n${isThere ? 'Replaced' : 'Wrote'} ${out}.`)
}

async function readAll(files: readonly string[], totals: Totals): Promise<Tally[]> {
  let size = 0
  for (const file of files) size += await naming(file, () => sizeOf(file))
  const progress = new Progress(process.stderr, size)
  const tallies: Tally[] = []
  try {
    for (const file of files)
      tallies.push(await naming(file, () => readFile(file, totals, progress)))
  } finally {
    progress.clear()
  }
  return tallies
}

function sizeOf(file: string): number {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (stats === undefined) throw new ViewsError('found no such file, expected a log or a CSV')
  if (stats.isDirectory()) throw new ViewsError('found a folder, expected a log or a CSV')
  return stats.size
}

/** Views without a day belong to no window of the popular posts, and beside them those with one would mean little. */
function refuseMixture(tallies: readonly Tally[]): void {
  const filesWith = (days: 'some' | 'none') =>
    tallies
      .filter((tally) => tally.days[days])
      .map(({ file }) => file)
      .join(', ')
  const [dated, undated] = [filesWith('some'), filesWith('none')]
  if (dated !== '' && undated !== '')
    throw new ViewsError(
      `found views by day in ${dated}, but views without a day in ${undated}; expected one kind, since a window of days can't tell of both`,
    )
}

function describeRows(rows: readonly Row[]): string {
  const views = rows.reduce((sum, row) => sum + row.views, 0)
  const paths = new Set(rows.map(({ path }) => path)).size
  const [first, last] = [rows[0]?.day, rows.at(-1)?.day]
  const when = first === '' ? '' : ` from ${first} to ${last}`
  return `Counted ${views} views of ${paths} paths${when}, a visitor in a log once per path and day.`
}

/** Says which file it was that an error is about. */
async function naming<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    // What the system, zlib and the CSV parser say has a code; what hasn't is a fault of ours.
    if (!(error instanceof ViewsError || (error instanceof Error && 'code' in error))) throw error
    throw new ViewsError(`${file}: ${error.message}`)
  }
}

process.exitCode = await main(process.argv.slice(2))
