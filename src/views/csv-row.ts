import { parseDate } from '../core/dates.ts'
import { viewPath } from '../core/view-path.ts'

/** Where a CSV has what. Without `views`, a row is one view. */
export interface Columns {
  path: number
  views: number | undefined
  date: number | undefined
  bot: number | undefined
  event: number | undefined
}

export type CsvRow =
  | { kind: 'view'; path: string; day: string | undefined; views: number }
  | { kind: 'bot' | 'other' | 'unreadable' }

/**
 * How the exports of GoatCounter, Plausible, Umami, Matomo, Google Analytics, Cloudflare, Fathom, Simple
 * Analytics and our own `views.csv` name their columns; the best first, where one has several.
 */
const known = {
  path:
    'path,2path,1path,metadata: url,page url,url,page location,page path and screen class,' +
    'page path + query string,page path,pagepath,pathname,url path,request path,requestpath,' +
    'clientrequestpath,page,name,label,x',
  views:
    'views,pageviews,page views,screenpageviews,nb hits,hits,total,count,requests,visits,nb visits,' +
    'sessions,visitors,unique visitors,unique pageviews,uniques,y',
  date: 'date,day,created at,added iso,timestamp,datetime',
  session: 'session,session id',
  bot: 'bot,is robot',
  event: 'event,event name',
}

/** Undefined where the cells are no header of a table that tells how often pages were viewed. */
export function columnsOf(header: readonly string[]): Columns | undefined {
  const names = header.map((name) => name.trim().toLowerCase().replaceAll('_', ' '))
  const find = (wanted: string): number | undefined =>
    wanted
      .split(',')
      .map((name) => names.indexOf(name))
      .find((place) => place !== -1)
  const [path, views, date] = [find(known.path), find(known.views), find(known.date)]
  const isHits = date !== undefined && find(known.session) !== undefined
  if (path === undefined || (views === undefined && !isHits)) return undefined
  return { path, views, date, bot: find(known.bot), event: find(known.event) }
}

/** What a row counts as. */
export function readCsvRow(cells: readonly string[], columns: Columns): CsvRow {
  const cell = (place: number | undefined): string =>
    (place === undefined ? '' : (cells[place] ?? '')).trim()
  const path = viewPath(cell(columns.path))
  // "Total", "(not set)", or a row of another table in the same file.
  if (path === undefined) return { kind: 'other' }
  const day = columns.date === undefined ? undefined : dayIn(cell(columns.date))
  const views = columns.views === undefined ? 1 : numberIn(cell(columns.views))
  if (views === undefined || (columns.date !== undefined && day === undefined))
    return { kind: 'unreadable' }
  if (columns.views === undefined && isTrue(cell(columns.bot))) return { kind: 'bot' }
  if (columns.views === undefined && isTrue(cell(columns.event))) return { kind: 'other' }
  return { kind: 'view', path, day, views }
}

const isTrue = (cell: string): boolean => !['', '0', 'false'].includes(cell.toLowerCase())

/** "2026-03-01", "20260301", or the beginning of a time. */
function dayIn(cell: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)(?!\d)/.exec(cell) ?? []
  return parseDate(`${year}-${month}-${day}`)
}

/** "1234", "1,234", "1.234" or "1 234": views have no fractions. */
function numberIn(cell: string): number | undefined {
  const digits = /^\d{1,3}([.,'\s]\d{3})+$/.test(cell) ? cell.replace(/\D/g, '') : cell
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined
}
