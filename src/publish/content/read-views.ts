import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { addressKey, decodePath, placeKey, underBase } from '../../core/addresses.ts'
import { parseDate } from '../../core/dates.ts'
import type { ViewCount } from '../../core/popular.ts'
import { viewPath } from '../../core/view-path.ts'
import { ContentError, type Problem } from './problems.ts'
import type { Source } from './read-sources.ts'
import { readText } from './read-text.ts'

export interface Views {
  counts: ViewCount[]
  /** That none of the rows is of a post. */
  warnings: Problem[]
}

/**
 * `views.csv`: the columns `path,views` or `path,date,views`. Views of a post at an old address count;
 * those of what is no post in `sources` don't. Throws a ContentError that names the lines at fault.
 */
export function readViews(folder: string, sources: readonly Source[], base: string): Views {
  const file = 'views.csv'
  if (!existsSync(join(folder, file))) return { counts: [], warnings: [] }
  const [header = '', ...rows] = readText(folder, file).split(/\r?\n/)
  const columns = cellsOf(header).map((name) => name.toLowerCase())
  const place = (name: string) => columns.indexOf(name)
  const [path, date, views] = [place('path'), place('date'), place('views')]
  if (path === -1 || views === -1)
    throw new ContentError({
      file,
      line: 1,
      message: `found "${header}", expected the columns path,views or path,date,views`,
    })

  const slugs = slugsByAddress(sources, base)
  const counts: ViewCount[] = []
  const problems: Problem[] = []
  rows.forEach((row, index) => {
    if (row.trim() === '') return
    const cells = cellsOf(row)
    const day = date === -1 ? undefined : parseDate(cells[date] ?? '')
    const count = Number(cells[views] || undefined)
    if (!Number.isInteger(count) || count < 0 || (date !== -1 && day === undefined))
      problems.push({
        file,
        line: index + 2,
        message: `found "${row}", expected ${columns.join(',')}, the views a whole number${date === -1 ? '' : ', the date such as 2016-05-01'}`,
      })
    const slug = slugs.get(placeKey(viewPath(cells[path] ?? '') ?? ''))
    if (slug !== undefined) counts.push({ slug, views: count, date: day })
  })
  if (problems.length > 0) throw new ContentError(problems)
  const isLost = counts.length === 0 && rows.some((row) => row.trim() !== '')
  const message = 'found no row of a post that is published, expected paths such as /posts/NAME/'
  return { counts, warnings: isLost ? [{ file, message }] : [] }
}

/** A cell between quotation marks may have commas of its own. */
const cellsOf = (row: string): string[] =>
  (row.match(/(?<=^|,)(\s*"(""|[^"])*"\s*|[^,]*)(?=,|$)/g) ?? []).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"'),
  )

/** Each post's addresses by their keys, as analytics have them: with the base, or without it. */
const slugsByAddress = (sources: readonly Source[], base: string): Map<string, string> =>
  new Map(
    sources
      .filter(({ kind }) => kind === 'post')
      .flatMap(({ name, path, fields }) =>
        [decodePath(path), ...fields.aliases].flatMap((address) => [
          [addressKey(address), name] as const,
          [addressKey(underBase(decodePath(base), address)), name] as const,
        ]),
      ),
  )
