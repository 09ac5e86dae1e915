import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { jsonFeed } from '../../src/import/json-feed.ts'
import type { ImportedContent } from '../../src/import/to-content.ts'
import { toContent } from '../../src/import/to-content.ts'
import { readPresent, writeContent } from '../../src/import/write-content.ts'
import { makeFolder } from '../publish/content-folder.ts'
import { feedOf } from './feed.ts'
import { makePost } from './make-post.ts'

const settings = '{ "title": "Notes" }\n'
const first = { 'posts/tea.html': 'Tea, first', 'posts/rain.html': 'Rain, first' }
const second = { ...first, 'posts/tea.html': 'Tea, second', 'posts/new.html': 'New' }

/** An import of posts whose keys are their files. */
const contentOf = (files: Record<string, string>): ImportedContent => ({
  settings,
  posts: Object.entries(files).map(([file, text]) => ({ post: makePost(), key: file, file, text })),
})

const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8')
const write = (folder: string, files: Record<string, string>, force = false) =>
  writeContent(folder, contentOf(files), force)
const outcomesOf = (folder: string, files: Record<string, string>, force = false) =>
  Object.fromEntries(write(folder, files, force).outcomes)

test('a folder that is not there is made, complete', () => {
  const folder = join(makeFolder({}), 'content')
  expect(write(folder, first)).toEqual({
    outcomes: new Map([...Object.keys(first), 'blog.json'].map((file) => [file, 'imported'])),
    sampleMovedTo: undefined,
  })
  for (const [file, text] of Object.entries(first)) expect(read(folder, file)).toBe(text)
  expect(readdirSync(join(folder, '..'))).toEqual(['content'])
})

test('the sample blog is set aside whole', () => {
  const home = makeFolder({
    'content/blog.json': '{ "title": "Sample", "sample": true }',
    'content/posts/sample.md': 'Sample',
    'content-sample/old.md': 'Set aside before',
  })
  const folder = join(home, 'content')
  const { sampleMovedTo } = write(folder, first)
  expect(sampleMovedTo).toBe(join(home, 'content-sample-2'))
  expect(read(home, 'content-sample-2/posts/sample.md')).toBe('Sample')
  expect(existsSync(join(folder, 'posts/sample.md'))).toBe(false)
  expect(read(folder, 'posts/tea.html')).toBe('Tea, first')
})

test("an owner's own blog is added to, never set aside", () => {
  const folder = makeFolder({ 'blog.json': '{ "title": "Mine" }', 'posts/mine.md': 'Mine' })
  expect(outcomesOf(folder, first)).toEqual({
    'posts/tea.html': 'imported',
    'posts/rain.html': 'imported',
  })
  expect(read(folder, 'blog.json')).toBe('{ "title": "Mine" }')
  expect(read(folder, 'posts/mine.md')).toBe('Mine')
})

test('the same import again changes nothing', () => {
  const folder = makeFolder({})
  write(folder, first)
  const before = readdirSync(folder, { recursive: true })
  expect(new Set(Object.values(outcomesOf(folder, first)))).toEqual(new Set(['unchanged']))
  expect(readdirSync(folder, { recursive: true })).toEqual(before)
})

test('a later import updates what changed in the source', () => {
  const folder = makeFolder({})
  write(folder, first)
  expect(outcomesOf(folder, second)).toEqual({
    'posts/tea.html': 'updated',
    'posts/rain.html': 'unchanged',
    'posts/new.html': 'imported',
  })
  expect(read(folder, 'posts/tea.html')).toBe('Tea, second')
  expect(outcomesOf(folder, first)).toMatchObject({ 'posts/tea.html': 'updated' })
})

test('a file that somebody edited is kept, again and again', () => {
  const folder = makeFolder({})
  write(folder, first)
  writeFileSync(join(folder, 'posts/tea.html'), 'Tea, edited')
  for (let times = 0; times < 2; times++) {
    expect(outcomesOf(folder, second)).toMatchObject({ 'posts/tea.html': 'kept' })
    expect(read(folder, 'posts/tea.html')).toBe('Tea, edited')
  }
})

test('force overwrites what somebody edited, and the import owns it again', () => {
  const folder = makeFolder({})
  write(folder, first)
  writeFileSync(join(folder, 'posts/tea.html'), 'Tea, edited')
  expect(outcomesOf(folder, second, true)).toMatchObject({ 'posts/tea.html': 'updated' })
  expect(outcomesOf(folder, first)).toMatchObject({ 'posts/tea.html': 'updated' })
  expect(read(folder, 'posts/tea.html')).toBe('Tea, first')
})

test('a file that was deleted comes back with the next import', () => {
  const folder = makeFolder({ 'blog.json': settings })
  write(folder, first)
  rmSync(join(folder, 'posts/tea.html'))
  expect(outcomesOf(folder, first)).toMatchObject({ 'posts/tea.html': 'imported' })
})

test('a folder beside the new one, whatever its name, is left alone', () => {
  const home = makeFolder({ 'content.new/mine.txt': 'Mine' })
  write(join(home, 'content'), first)
  expect(read(home, 'content.new/mine.txt')).toBe('Mine')
})

const importFeed = (folder: string, items: object[]) => {
  const content = toContent(jsonFeed.parse(feedOf(items)), readPresent(folder))
  return Object.fromEntries(writeContent(folder, content, false).outcomes)
}

test('the second page of a feed overwrites none of the first, and goes on counting', () => {
  const folder = join(makeFolder({}), 'content')
  importFeed(folder, [{ id: '1', title: 'Links', content_text: 'One' }])
  expect(importFeed(folder, [{ id: '2', title: 'Links', content_text: 'Two' }])).toEqual({
    'posts/links-2.html': 'imported',
  })
  expect(read(folder, 'posts/links.html')).toContain('One')
  expect(read(folder, 'posts/links-2.html')).toContain('weight: 2')
})

test('a post keeps its file when its title changes at the source', () => {
  const folder = join(makeFolder({}), 'content')
  importFeed(folder, [{ id: '1', title: 'Tea', content_text: 'One' }])
  expect(importFeed(folder, [{ id: '1', title: 'Green tea', content_text: 'One' }])).toEqual({
    'posts/tea.html': 'updated',
  })
  expect(readdirSync(join(folder, 'posts'))).toEqual(['tea.html'])
})

test('an imported post takes no slug of a post that the owner wrote', () => {
  const folder = makeFolder({ 'blog.json': settings, 'posts/2024/tea.md': 'Mine' })
  expect(importFeed(folder, [{ id: '1', title: 'Tea', content_text: 'One' }])).toEqual({
    'posts/tea-2.html': 'imported',
  })
})

test('a post that its owner gave another file is not imported a second time', () => {
  const folder = join(makeFolder({}), 'content')
  importFeed(folder, [{ id: '1', title: 'Tea', content_text: 'One' }])
  renameSync(join(folder, 'posts/tea.html'), join(folder, 'posts/my-tea.html'))
  expect(importFeed(folder, [{ id: '1', title: 'Tea', content_text: 'One' }])).toEqual({
    'posts/my-tea.html': 'unchanged',
  })
})
