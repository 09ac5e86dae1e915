import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type Files, makeFolder } from '../publish/content-folder.ts'
import { firstLog, secondLog, viewsInBoth } from './access-log.ts'
import { runViews } from './run-views.ts'

/** Adds up all of these files, in their order. */
async function count(files: Files) {
  const folder = makeFolder(files)
  const names = Object.keys(files).map((name) => join(folder, name))
  const out = join(folder, 'out.csv')
  const { code, said } = await runViews([...names, '--out', out])
  const views = existsSync(out) ? readFileSync(out, 'utf8') : undefined
  return { code, said: said.replaceAll(`${folder}/`, ''), views }
}

test('access logs are counted as by hand, packed or not, in any order', async () => {
  const files = { 'access.log': secondLog, 'access.log.1': gzipSync(firstLog) }
  const { code, said, views } = await count(files)
  expect(views).toBe(viewsInBoth)
  expect(said).toContain(
    'access.log.1 (access log): 30 lines, of them 10 page views, 5 by bots, 14 others, 1 unreadable.',
  )
  expect(said).toContain("can't be read: access.log.1:29: a line \ufffd[31mthat was cut")
  expect(said).toContain('Counted 11 views of 6 paths from 2026-02-28 to 2026-03-01')
  expect(said).toContain('Wrote out.csv.')
  expect(said).not.toContain('\x1b')
  expect(code).toBe(0)
  expect((await count(Object.fromEntries(Object.entries(files).reverse()))).views).toBe(viewsInBoth)
})

test('earlier views.csv, logs and exports by day add up', async () => {
  const { views } = await count({
    'views.csv': 'path,date,views\n/about,2026-03-01,5\n/about,2026-02-01,2\n',
    'access.log': secondLog,
  })
  expect(views).toContain('/about,2026-02-01,2\n/about,2026-03-01,6\n')
})

test('views with and without a day are not mixed, and the files are named', async () => {
  const { code, said, views } = await count({
    'a.log': firstLog,
    'b.csv': 'path,views\n/a/,1\n',
    'c.csv': 'path,date,views\n/a/,2026-03-01,1\n',
  })
  expect(said).toContain('found views by day in a.log, c.csv, but views without a day in b.csv;')
  expect(code).toBe(1)
  expect(views).toBeUndefined()
})

test('views.csv goes to the content folder, and replaces the one that is there', async () => {
  const folder = makeFolder({ 'access.log': secondLog, 'content/views.csv': 'path,views\n/a/,1\n' })
  const [log, content] = [join(folder, 'access.log'), join(folder, 'content')]
  const file = join(content, 'views.csv')
  const runs = [
    await runViews([log], { LECTERN_CONTENT: content }),
    await runViews([log, '--content', content], { LECTERN_CONTENT: join(folder, 'elsewhere') }),
  ]
  for (const { code, said } of runs) {
    expect(said).toContain(`Replaced ${file}.`)
    expect(code).toBe(0)
  }
  expect(readFileSync(file, 'utf8')).toContain('/about,2026-03-01,1\n')
  expect(readdirSync(content)).toEqual(['views.csv'])
})

test('a folder that is not there is named', async () => {
  const folder = makeFolder({ 'access.log': secondLog })
  const missing = join(folder, 'missing')
  const { code, said } = await runViews([join(folder, 'access.log')], { LECTERN_CONTENT: missing })
  expect(said).toBe(`found no folder ${missing}, expected one to write views.csv to\n`)
  expect(code).toBe(1)
})

test('only the first ten unreadable lines are shown', async () => {
  const lost = Array.from({ length: 12 }, (_, number) => `lost ${number} ${'x'.repeat(200)}\n`)
  const { code, said } = await count({ 'access.log': `${secondLog}\n${lost.join('')}` })
  expect(said.match(/^can't be read: access\.log:\d+: lost \d x{93}$/gm)).toHaveLength(10)
  expect(said).toContain('12 unreadable.')
  expect(code).toBe(0)
})

test('what cannot be read is told in a plain sentence, and no file is touched', async () => {
  const refused = async (text: string | Uint8Array, reason: string) => {
    const folder = makeFolder({ 'some.csv': text, 'content/views.csv': 'mine' })
    const content = join(folder, 'content')
    const { code, said } = await runViews([join(folder, 'some.csv'), '--content', content])
    expect(said).toContain(reason)
    expect(said).not.toContain('    at ')
    expect(code).toBe(1)
    expect(readFileSync(join(content, 'views.csv'), 'utf8')).toBe('mine')
    expect(readdirSync(content)).toEqual(['views.csv'])
  }
  await Promise.all([
    refused('', 'found no page views'),
    refused(
      'Country,Users\nGermany,5\n',
      'some.csv: found neither lines of an access log nor a CSV',
    ),
    refused('path,views\n/a/,"1\n', 'some.csv: Quote Not Closed'),
    refused(gzipSync(firstLog).subarray(0, 400), 'some.csv: unexpected end of file'),
  ])
  const folder = makeFolder({})
  for (const [place, kind] of [
    [join(folder, 'access.log'), 'no such file'],
    [folder, 'a folder'],
  ] as const) {
    const { code, said } = await runViews([place, '--out', join(folder, 'out.csv')])
    expect(said).toContain(`${place}: found ${kind}, expected a log or a CSV`)
    expect(code).toBe(1)
  }
})

test('a place that cannot be written is named', async () => {
  const folder = makeFolder({ 'access.log': secondLog, 'taken/file': '' })
  const out = join(folder, 'taken')
  const { code, said } = await runViews([join(folder, 'access.log'), '--out', out])
  expect(said).toContain(`${out}: E`)
  expect(code).toBe(1)
})

test('wrong words are answered with how to use the command', async () => {
  for (const { code, said } of await Promise.all([runViews([]), runViews(['a.log', '--fast'])])) {
    expect(said).toContain('Usage: npm run views -- FILE')
    expect(code).toBe(2)
  }
})
