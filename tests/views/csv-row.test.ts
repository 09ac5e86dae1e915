import { expect, test } from 'vitest'
import { columnsOf, readCsvRow } from '../../src/views/csv-row.ts'

/** What a row of a table counts as. */
function readRow(header: string, row: string) {
  const columns = columnsOf(header.split(','))
  if (columns === undefined) throw new Error('That is no header.')
  return readCsvRow(row.split(';'), columns)
}

test.each([
  ['path,views', '/a/;3', 3],
  ['Path,Views', '/a/;3', 3],
  ['name,visitors,pageviews,bounce_rate', '/a/;2;3;50', 3],
  ['x,y', '/a/;3', 3],
  ['label,nb_visits,nb_hits,url', 'a;2;3;https://example.org/a/', 3],
  ['Label,Unique Pageviews,Pageviews,Metadata: url', '/a;2;3;https://example.org/a/', 3],
  ['Page path and screen class,Views,Active users', '/a/;3;2', 3],
  ['Page,Pageviews,Unique Pageviews', '/a/?fbclid=1;1,234;2', 1234],
  ['Page URL,Page views', 'example.org/a/;1.234.567', 1_234_567],
  ['Pathname,Uniques', '/a/index.html;0', 0],
])('without dates, %j knows its columns', (header, row, views) => {
  expect(readRow(header, row)).toEqual({ kind: 'view', path: '/a/', day: undefined, views })
})

test.each([
  ['path,date,views', '/a/;2026-03-01;3', 3],
  ['date,hostname,page,visits,visitors,pageviews', '2026-03-01;example.org;/a/;2;2;3', 3],
  ['Date,Page path,Views', '20260301;/a/;3', 3],
  ['2Path,Title,Event,Session,Bot,Date', '/a/;A;0;s;0;2026-03-01T10:00:00Z', 1],
  ['session_id,url_path,event_name,created_at', 's;/a/;;2026-03-01 10:00:00', 1],
  ['added_iso,is_robot,path,session_id', '2026-03-01T10:00:00Z;false;/a/;s', 1],
])('with dates, %j knows its columns', (header, row, views) => {
  expect(readRow(header, row)).toEqual({ kind: 'view', path: '/a/', day: '2026-03-01', views })
})

test.each([
  ['path,views', 'Total;9', 'other'],
  ['path,views', '(not set);9', 'other'],
  ['path,views', '', 'other'],
  ['path,views', '/a/;many', 'unreadable'],
  ['path,views', '/a/;1.5', 'unreadable'],
  ['path,views', '/a/;-1', 'unreadable'],
  ['path,views', '/a/', 'unreadable'],
  ['path,date,views', '/a/;2026-02-30;1', 'unreadable'],
  ['path,date,views', '/a/;;1', 'unreadable'],
  ['Path,Event,Session,Bot,Date', '/a/;0;s;5;2026-03-01', 'bot'],
  ['Path,Event,Session,Bot,Date', '/a/;true;s;0;2026-03-01', 'other'],
])('below %j, %j counts as: %s', (header, row, kind) => {
  expect(readRow(header, row)).toEqual({ kind })
})

test.each(['Country,Views', 'path,title', 'URL,Last modified', 'path,date', ''])(
  '%j is no header of views',
  (header) => {
    expect(columnsOf(header.split(','))).toBeUndefined()
  },
)
