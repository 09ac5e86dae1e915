import { execFile, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { serveSite } from '../../src/publish/serve-site.ts'

/** `npm run build` on a copy of the test blog, again and again. */
test.describe.configure({ mode: 'serial' })
let folder: string

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-rebuild-'))
  cpSync('tests/site/content', join(folder, 'content'), { recursive: true })
  writeFileSync(join(folder, 'content/media/.DS_Store'), 'Icons')
  build()
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('what file managers leave among the pictures is not published', () => {
  expect(existsSync(join(folder, 'dist/media'))).toBe(true)
  expect(existsSync(join(folder, 'dist/media/.DS_Store'))).toBe(false)
})

test('pictures in a folder that is linked to are published, and nothing round the link', () => {
  const album = mkdtempSync(join(tmpdir(), 'lectern-album-'))
  writeFileSync(join(album, 'cup.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  symlinkSync(album, join(folder, 'content/media/album'))
  symlinkSync('..', join(folder, 'content/media/round'))
  build()
  expect(existsSync(join(folder, 'dist/media/album/cup.svg'))).toBe(true)
  expect(existsSync(join(folder, 'dist/media/round'))).toBe(false)
  for (const link of ['album', 'round']) rmSync(join(folder, 'content/media', link))
  build()
  rmSync(album, { recursive: true })
})

test('a build after one edit writes that post, the lists and the feeds that quote it, and its piece of the search, nothing else', () => {
  const before = timesOf(folder)
  write('posts/first-bench.md', (text) => `${text}\n\nAnd another line.\n`)
  build()
  const after = timesOf(folder)
  expect(
    [...after]
      .filter(([file, time]) => before.get(file) !== time)
      .map(([file]) => file.replace(/^search\/[\w-]{10}\.json$/, 'search/PIECE.json'))
      .sort(),
  ).toEqual([
    'atom.xml',
    'feed.json',
    'feed.xml',
    'feeds/posts/default',
    'page/2.json',
    'page/2/index.html',
    'posts/first-bench.json',
    'posts/first-bench/index.html',
    'rss.xml',
    'search/PIECE.json',
    'search/index.json',
    'tags/benches.json',
    'tags/benches/feed.xml',
    'tags/benches/index.html',
  ])
  expect(published('posts/first-bench/index.html')).toContain('And another line.')
})

test('a link that leads nowhere is told of, and so is what search engines and hosts look for', () => {
  write('posts/first-bench.md', (text) => `${text}\n[Nowhere](nowhere.md)\n`)
  expect(run().stderr).toContain('the link to "nowhere.md" leads to no post, page or file')
  write('posts/first-bench.md', (text) => text.replace('\n[Nowhere](nowhere.md)\n', ''))
  build()
  expect(published('robots.txt')).toContain('Sitemap: https://example.org/blog/sitemap.xml')
  expect(existsSync(join(folder, 'dist/.nojekyll'))).toBe(true)
})

test('a folder with other files than a site’s is not published to', () => {
  const own = join(folder, 'own')
  mkdirSync(own)
  writeFileSync(join(own, 'mine.txt'), 'Mine')
  expect(run(undefined, own)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('found mine.txt, which no build wrote'),
  })
  expect(readdirSync(own)).toEqual(['mine.txt'])
  rmSync(own, { recursive: true })
})

test('a build against what is published on the web misses what is there', async () => {
  const server = await serveSite({ folder: join(folder, 'dist'), base: '/blog/', port: 0 })
  const { port } = server.address() as AddressInfo
  const place = join(folder, 'content/posts/second-bench.md')
  const text = readFileSync(place, 'utf8')
  rmSync(place)
  // The server is of this process: it has to go on.
  const building = promisify(execFile)(
    process.execPath,
    [...commandTo(join(folder, 'elsewhere')), '--against', `http://127.0.0.1:${port}/blog/`],
    { env: environmentOf(join(folder, 'content')) },
  )
  await expect(building).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(
      'found /posts/second-bench/, which no page answers to any more',
    ),
  })
  server.close()
  writeFileSync(place, text)
})

test('a post that was renamed is not published before its old address leads to it', () => {
  write('posts/first-bench.md', (text) => text.replace('---\n', '---\nslug: oldest-bench\n'))
  expect(run()).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('found /posts/first-bench/, which no page answers to any more'),
  })
  expect(published('posts/first-bench/index.html')).toContain('And another line.')

  write('posts/first-bench.md', (text) =>
    text.replace('aliases:\n', 'aliases:\n  - /posts/first-bench/\n'),
  )
  build()
  expect(published('posts/oldest-bench/index.html')).toContain('And another line.')
  expect(published('posts/second-bench/index.html')).toContain('/blog/posts/oldest-bench/')
  expect(published('posts/first-bench/index.html')).toContain('This page has moved')
  expect([...timesOf(folder).keys()]).not.toContain('posts/first-bench.json')
})

test('an address that was given up on purpose is let go', () => {
  write('blog.json', (text) => text.replace('{', '{ "gone": ["/posts/untitled-thought/"],'))
  rmSync(join(folder, 'content/posts/untitled-thought.md'))
  build()
  expect([...timesOf(folder).keys()]).not.toContain('posts/untitled-thought/index.html')
})

test('what another content folder published at the same address is missed in words alone', () => {
  const other = join(folder, 'other')
  cpSync(join(folder, 'content'), other, { recursive: true })
  rmSync(join(other, 'posts/second-bench.md'))
  const missed = 'found /posts/second-bench/, which no page answers to any more'
  expect(run(other)).toMatchObject({ status: 0, stderr: expect.stringContaining(missed) })
  expect([...timesOf(folder).keys()]).not.toContain('posts/second-bench/index.html')
  expect(run(other).stderr).not.toContain(missed)
  rmSync(other, { recursive: true })
  build()
})

test('a new address that leaves the old one behind is told of once', () => {
  const left = 'dist/sitemap.xml: found a site at https://example.org/blog/, of which'
  write('blog.json', (text) => text.replace('/blog/"', '/notes/"'))
  expect(run()).toMatchObject({ status: 0, stderr: expect.stringContaining(left) })
  expect(run().stderr).not.toContain(left)
  write('blog.json', (text) => text.replace('/notes/"', '/blog/"'))
  build()
})

test('a build that fails leaves the site as it was, and nothing beside it', () => {
  const before = timesOf(folder)
  write('posts/second-bench.md', () => '---\ndate: yesterday\n---\nText')
  expect(run()).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('posts/second-bench.md:2: date: found "yesterday"'),
  })
  write('blog.json', (text) => text.replace('{', '{ "theme": "dark",'))
  expect(run()).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/blog\.json: theme: .*\n.*second-bench\.md:2: date: /),
  })
  write('blog.json', (text) => text.replace(' "theme": "dark",', ''))
  expect(timesOf(folder)).toEqual(before)
  expect(readdirSync(folder).sort()).toEqual(['content', 'dist'])
})

test('a build that fails while pages are being written leaves nothing beside the site either', () => {
  write('posts/second-bench.md', () => '---\ntitle: Second\ndate: 2024-04-01\n---\nText')
  symlinkSync('nowhere', join(folder, 'content/media/dangling.png'))
  expect(run()).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('media/dangling.png: found a link to nothing'),
  })
  expect(readdirSync(folder).sort()).toEqual(['content', 'dist'])
})

test('what the system refuses is told in a line', () => {
  const { status, stderr } = run(undefined, join(folder, 'x'.repeat(300)))
  expect(status).toBe(1)
  expect(stderr).toMatch(/^ENAMETOOLONG: name too long, /m)
  expect(stderr).not.toMatch(/^ +at /m)
})

test('a build without the public address says what it could not make', () => {
  rmSync(join(folder, 'content/media/dangling.png'))
  expect(run().stdout).not.toContain('Without the public address')
  write('blog.json', () => '{ "title": "Workshop Notes" }')
  rmSync(join(folder, 'dist'), { recursive: true })
  const { status, stdout } = run()
  expect(status).toBe(0)
  expect(stdout).toMatch(/^Without the public address, "url" in blog\.json, there are no feeds/m)
  expect(readdirSync(join(folder, 'dist'))).not.toContain('feed.xml')
})

test('posts of the sample blog make way without a word', () => {
  const sample = { title: 'Sample', url: 'https://lectern.example/', sample: true }
  write('blog.json', () => JSON.stringify(sample))
  build()
  const first = 'posts/second-bench/index.html'
  expect([...timesOf(folder).keys()]).toContain(first)
  rmSync(join(folder, 'content/posts/second-bench.md'))
  build()
  expect([...timesOf(folder).keys()]).not.toContain(first)
})

function run(content = join(folder, 'content'), out = join(folder, 'dist')) {
  return spawnSync(process.execPath, commandTo(out), {
    env: environmentOf(content),
    encoding: 'utf8',
  })
}

const commandTo = (out: string): string[] => ['src/run.js', 'src/publish/build.ts', '--outDir', out]

function environmentOf(content: string) {
  const { NODE_ENV: _, ...env } = process.env
  return { ...env, LECTERN_CONTENT: content, NO_COLOR: '1' }
}

function build(): void {
  const { status, stdout, stderr } = run()
  if (status !== 0) throw new Error(stdout + stderr)
}

const published = (file: string): string => readFileSync(join(folder, 'dist', file), 'utf8')

function write(file: string, edit: (text: string) => string): void {
  const path = join(folder, 'content', file)
  writeFileSync(path, edit(readFileSync(path, 'utf8')))
}

/** When each file of the site was written. */
const timesOf = (place: string): Map<string, number> =>
  new Map(
    readdirSync(join(place, 'dist'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(join(place, 'dist').length + 1), statSync(path).mtimeMs]),
  )
