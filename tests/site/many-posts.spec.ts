import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { cacheFolder } from '../../src/publish/content-folder.ts'

/** Of so many posts, threads render the texts. */
const posts = 60

test.describe.configure({ mode: 'serial' })
let folder: string

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-many-'))
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('posts that are published at once make the same site as posts that came a few at a time', () => {
  addPosts('slowly', 0, 20)
  build('slowly')
  addPosts('slowly', 20, posts - 3)
  edit('slowly', 5, (text) => `${text}\nOak was ash, and plum.\n`)
  build('slowly')
  addPosts('slowly', 5, 6)
  addPosts('slowly', posts - 3, posts)
  addPosts('at-once', 0, posts)
  expect(build('slowly')).toBe(build('at-once'))
  const site = filesOf('at-once')
  expect(site.size).toBeGreaterThan(2 * posts)
  expect(site.get('posts/wood-7/index.html')).toContain('width="8" height="4"')
  expect(site.get('posts/wood-7.json')).toContain('"related":[{"slug":"wood-')
  expect(filesOf('slowly')).toEqual(site)
})

test('what is kept of earlier builds may be damaged', () => {
  const before = filesOf('at-once')
  for (const part of ['terms', 'subject', 'bodies']) {
    const kept = join(cacheFolder(process.cwd(), join(folder, 'at-once')), part)
    writeFileSync(kept, readFileSync(kept).fill('x'))
  }
  rmSync(join(folder, 'at-once-site/posts/wood-7.json'))
  for (const file of before.keys())
    if (isOfSearch(file)) writeFileSync(join(folder, 'at-once-site', file), '[')
  addPosts('at-once', posts, posts + 1)
  build('at-once')
  const after = filesOf('at-once')
  const search = [...after].filter(([file]) => isOfSearch(file))
  for (const [, text] of search) expect(() => JSON.parse(text)).not.toThrow()
  expect(search.length).toBeGreaterThan(2)
  expect(after.get('posts/wood-60/index.html')).toContain('Board 60 is of')
  expect(after.get('posts/wood-7.json')).toBe(before.get('posts/wood-7.json'))
})

const isOfSearch = (file: string): boolean => /^search\/.+\.json$/.test(file)

const woods = ['oak', 'ash', 'beech', 'larch']

function addPosts(blog: string, from: number, to: number): void {
  const content = join(folder, blog)
  mkdirSync(join(content, 'posts'), { recursive: true })
  mkdirSync(join(content, 'media'), { recursive: true })
  writeFileSync(
    join(content, 'blog.json'),
    '{ "title": "Woods", "cards": false, "url": "https://example.org/" }',
  )
  writeFileSync(
    join(content, 'media/board.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"/>',
  )
  for (let number = from; number < to; number++) {
    const wood = woods[number % woods.length] ?? ''
    writeFileSync(
      join(content, `posts/wood-${number}.md`),
      `---
title: Board ${number}
date: ${new Date(Date.UTC(2025, 0, 1 + number)).toISOString().slice(0, 10)}
tags: [${wood}]
---
Board ${number} is of ${wood}, which is ${wood}like to plane. See [the one before](wood-${Math.max(0, number - 1)}.md)
and [one that is missing](nowhere-${number}.md).

![A board](../media/board.svg)
`,
    )
  }
}

function edit(blog: string, number: number, change: (text: string) => string): void {
  const post = join(folder, blog, `posts/wood-${number}.md`)
  writeFileSync(post, change(readFileSync(post, 'utf8')))
}

/** Gives what it warns of. */
function build(blog: string): string {
  const { status, stdout, stderr } = run(blog)
  if (status !== 0) throw new Error(stdout + stderr)
  return stderr
}

function run(blog: string) {
  const { NODE_ENV: _, ...env } = process.env
  const command = ['src/run.js', 'src/publish/build.ts', '--outDir', join(folder, `${blog}-site`)]
  return spawnSync(process.execPath, command, {
    env: { ...env, LECTERN_CONTENT: join(folder, blog) },
    encoding: 'utf8',
  })
}

function filesOf(blog: string): Map<string, string> {
  const place = join(folder, `${blog}-site`)
  return new Map(
    readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(place.length + 1), readFileSync(file, 'utf8')]),
  )
}
