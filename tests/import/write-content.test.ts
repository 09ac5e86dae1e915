import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeContent } from '../../src/import/write-content.ts'
import { makeFolder } from '../publish/content-folder.ts'

const first = new Map([
  ['blog.json', '{ "title": "Notes" }\n'],
  ['posts/tea.html', 'Tea, first'],
  ['posts/rain.html', 'Rain, first'],
])
const second = new Map([...first, ['posts/tea.html', 'Tea, second'], ['posts/new.html', 'New']])

const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8')
const outcomesOf = (folder: string, files: Map<string, string>, force = false) =>
  Object.fromEntries(writeContent(folder, files, force).outcomes)

test('a folder that is not there is made, complete', () => {
  const folder = join(makeFolder({}), 'content')
  expect(writeContent(folder, first, false)).toEqual({
    outcomes: new Map([...first.keys()].map((file) => [file, 'imported'])),
    sampleMovedTo: undefined,
  })
  for (const [file, text] of first) expect(read(folder, file)).toBe(text)
  expect(readdirSync(join(folder, '..'))).toEqual(['content'])
})

test('the sample blog is set aside whole', () => {
  const home = makeFolder({
    'content/blog.json': '{ "title": "Sample", "sample": true }',
    'content/posts/sample.md': 'Sample',
    'content-sample/old.md': 'Set aside before',
  })
  const folder = join(home, 'content')
  const { sampleMovedTo } = writeContent(folder, first, false)
  expect(sampleMovedTo).toBe(join(home, 'content-sample-2'))
  expect(read(home, 'content-sample-2/posts/sample.md')).toBe('Sample')
  expect(existsSync(join(folder, 'posts/sample.md'))).toBe(false)
  expect(read(folder, 'posts/tea.html')).toBe('Tea, first')
})

test("an owner's own blog is added to, never set aside", () => {
  const folder = makeFolder({ 'blog.json': '{ "title": "Mine" }', 'posts/mine.md': 'Mine' })
  expect(outcomesOf(folder, first)).toEqual({
    'blog.json': 'kept',
    'posts/tea.html': 'imported',
    'posts/rain.html': 'imported',
  })
  expect(read(folder, 'blog.json')).toBe('{ "title": "Mine" }')
  expect(read(folder, 'posts/mine.md')).toBe('Mine')
})

test('the same import again changes nothing', () => {
  const folder = makeFolder({})
  writeContent(folder, first, false)
  const before = readdirSync(folder, { recursive: true })
  expect(new Set(Object.values(outcomesOf(folder, first)))).toEqual(new Set(['unchanged']))
  expect(readdirSync(folder, { recursive: true })).toEqual(before)
})

test('a later import updates what changed in the source', () => {
  const folder = makeFolder({})
  writeContent(folder, first, false)
  expect(outcomesOf(folder, second)).toEqual({
    'blog.json': 'unchanged',
    'posts/tea.html': 'updated',
    'posts/rain.html': 'unchanged',
    'posts/new.html': 'imported',
  })
  expect(read(folder, 'posts/tea.html')).toBe('Tea, second')
  expect(outcomesOf(folder, first)).toMatchObject({ 'posts/tea.html': 'updated' })
})

test('a file that somebody edited is kept, again and again', () => {
  const folder = makeFolder({})
  writeContent(folder, first, false)
  writeFileSync(join(folder, 'posts/tea.html'), 'Tea, edited')
  for (let times = 0; times < 2; times++) {
    expect(outcomesOf(folder, second)).toMatchObject({ 'posts/tea.html': 'kept' })
    expect(read(folder, 'posts/tea.html')).toBe('Tea, edited')
  }
})

test('force overwrites what somebody edited, and the import owns it again', () => {
  const folder = makeFolder({})
  writeContent(folder, first, false)
  writeFileSync(join(folder, 'posts/tea.html'), 'Tea, edited')
  expect(outcomesOf(folder, second, true)).toMatchObject({ 'posts/tea.html': 'updated' })
  expect(outcomesOf(folder, first)).toMatchObject({ 'posts/tea.html': 'updated' })
  expect(read(folder, 'posts/tea.html')).toBe('Tea, first')
})

test('a file that was deleted comes back with the next import', () => {
  const folder = makeFolder({ 'blog.json': first.get('blog.json') ?? '' })
  expect(outcomesOf(folder, first)).toMatchObject({ 'blog.json': 'unchanged' })
  expect(outcomesOf(folder, second)).toMatchObject({ 'posts/new.html': 'imported' })
})
