import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { Progress } from '../../src/views/progress.ts'
import { readFile } from '../../src/views/read-file.ts'
import { ViewCounts } from '../../src/views/view-counts.ts'
import { Visits } from '../../src/views/visits.ts'
import { makeFolder } from '../publish/content-folder.ts'

/** What a file tells, and what is said of it. */
async function read(text: string | Uint8Array) {
  const file = join(makeFolder({ file: text }), 'file')
  const counts = new ViewCounts()
  const progress = new Progress(process.stderr, 1)
  const tally = await readFile(file, { counts, visits: new Visits() }, progress)
  return { rows: counts.rows(), said: tally.describe() }
}

test.each([
  ['comma', 'Path,Title,Views\r\n/b/,"B, or ""B""\r\nin two lines",2\r\n/a/,A,"1,000"\r\n'],
  ['semicolon', '\ufeffPage;Page views\n/b/;2\nhttps://example.org/a/?x=1;1.000\n'],
  ['UTF-16', Buffer.from('\ufeffLabel\tHits\n/b/\t2\n/a/\t1000\n', 'utf16le')],
  ['UTF-16 swapped', Buffer.from('\ufeffLabel\tHits\n/b/\t2\n/a/\t1000\n', 'utf16le').swap16()],
  ['gzip', gzipSync('path,views\n/b/,2\n/a/,1000\n')],
  [
    'several tables with comments',
    '# Pages\n# Start date: 20260301\n\nPage path and screen class,Views\n/b/,2\n/a/#x,1000\n\n# Countries\nCountry,Users\nGermany,5\n',
  ],
])('a CSV is read as it is: %s', async (_, text) => {
  const { rows } = await read(text)
  expect(rows).toEqual([
    { day: '', path: '/a/', views: 1000 },
    { day: '', path: '/b/', views: 2 },
  ])
})

test('an export of hits counts its rows, but no bots and no events', async () => {
  const { rows, said } = await read(
    [
      '2Path,Title,Event,UserAgent,Session,Bot,FirstVisit,Date',
      '/a/,A,0,,s1,0,1,2026-03-01T10:00:00Z',
      '/a/,A,0,,s2,0,1,2026-03-01T11:00:00Z',
      '/a/,A,0,,s3,4,1,2026-03-01T12:00:00Z',
      'click,Click,1,,s1,0,1,2026-03-01T13:00:00Z',
    ].join('\n'),
  )
  expect(rows).toEqual([{ day: '2026-03-01', path: '/a/', views: 2 }])
  expect(said).toContain('(CSV): 4 lines, of them 2 page views, 1 by bots, 1 others, 0 unreadable.')
})

test('a line without end is no trouble for what follows', async () => {
  const line = '192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] "GET /a/ HTTP/1.1" 200 512\n'
  const { rows, said } = await read(`${line}${'\0'.repeat(3_000_000)}\n${line}`)
  expect(rows).toEqual([{ day: '2026-03-01', path: '/a/', views: 1 }])
  expect(said).toContain('3 lines, of them 2 page views, 0 by bots, 0 others, 1 unreadable.')
})
