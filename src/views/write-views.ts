import { renameSync, rmSync, writeFileSync } from 'node:fs'
import type { Row } from './view-counts.ts'

/** Writes `views.csv` whole or not at all; all rows have a day, or none has. */
export function writeViews(file: string, rows: readonly Row[]): void {
  const isDated = rows[0]?.day !== ''
  const lines = rows.map(({ path, day, views }) =>
    isDated ? `${path},${day},${views}\n` : `${path},${views}\n`,
  )
  const header = isDated ? 'path,date,views\n' : 'path,views\n'
  const unfinished = `${file}.writing-${process.pid}`
  try {
    writeFileSync(unfinished, header + lines.join(''))
    renameSync(unfinished, file)
  } finally {
    rmSync(unfinished, { force: true })
  }
}
