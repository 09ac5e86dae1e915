import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Files, makeFolder } from '../publish/content-folder.ts'
import { feedOf } from './read-import.ts'
import { runImport } from './run-import.ts'

function makeHome(files: Files): { feed: string; out: string } {
  const folder = makeFolder(files)
  return { feed: join(folder, 'feed.json'), out: join(folder, 'content') }
}
const tea = { id: 'tea', title: 'Tea', content_html: '<p>Warm.</p>' }

test('an import says what became of each entry, and what comes next', async () => {
  const undatable = { id: 'rain', title: 'Rain', date_published: 'in May' }
  const archive = { id: 'old', title: 'Old things', url: 'https://example.org/archive/' }
  const { feed, out } = makeHome({
    'feed.json': `\ufeff${feedOf([tea, undatable, archive])}`,
    'content/blog.json': '{ "sample": true, "url": "https://lectern.example/" }',
  })
  const { code, said } = await runImport(feed, '--out', out)
  expect(said).toContain('is a JSON Feed with 3 entries.')
  expect(said).toMatch(/imported +posts\/tea\.html +Tea\n/)
  expect(said).toMatch(/imported +posts\/rain\.html +Rain \(the date "in May" could not be read\)/)
  expect(said).toContain(
    "Old things (its old address /archive/ can't be kept, which this blog has for something else)",
  )
  expect(said).toContain('3 imported.')
  expect(said).toMatch(/The folder with the sample blog is now .*content-sample:/)
  expect(said).toMatch(/Look over .*content\/blog\.json, and set "url" .* and "language"/)
  expect(code).toBe(0)
  expect(existsSync(join(out, 'posts/tea.html'))).toBe(true)
})

test('the report tells a terminal nothing but words', async () => {
  const { feed, out } = makeHome({
    'feed.json': feedOf([{ ...tea, title: 'Tea\u001b[2J' }], { language: 'en' }),
  })
  const { said } = await runImport(feed, '--out', out)
  expect(said).toMatch(/imported +posts\/tea-2j\.html +Tea\[2J\n/)
  expect(said).toMatch(/set "url" to the address that the blog will have\./)
})

test('a dry run says what would become of the sample, and changes nothing', async () => {
  const { feed, out } = makeHome({
    'feed.json': feedOf([{ id: '1', title: 'Tea' }]),
    'content/blog.json': '{ "sample": true, "url": "https://lectern.example/" }',
  })
  const { said } = await runImport(feed, '--out', out, '--dry-run')
  expect(said).toMatch(/the folder with the sample blog would become .*content-sample\./)
  expect(readdirSync(out)).toEqual(['blog.json'])
})

test('pictures that stay on the web are told of', async () => {
  const pictures = ['https://a.example/1.png', 'https://a.example/2.png', 'https://b.example/1.png']
  const html = pictures.map((src) => `<img src="${src}" alt="">`).join('')
  const { feed, out } = makeHome({
    'feed.json': feedOf([{ id: '1', title: 'Tea', content_html: html + html }]),
  })
  const { said } = await runImport(feed, '--out', out)
  expect(said).toContain(
    '3 pictures and files will be had from a.example and b.example, as long as they are there. --media downloads them.',
  )
})

test('pages that would fill the head of the blog are told of', async () => {
  const out = join(makeFolder({ 'a/index.md': '' }), 'content')
  const pages = Array.from({ length: 7 }, (_, at) => [`pages/p${at}.md`, `# Page ${at}\n\nText`])
  const source = makeFolder({
    'posts/a.md': 'Text',
    'pages/imprint.md': '---\nnavigation: false\n---\nText',
    ...Object.fromEntries(pages),
  })
  const { said } = await runImport(source, '--out', out)
  expect(said).toContain('7 pages are linked at the head of the blog; "navigation: false"')
})

test('a page that was kept out of the navigation stays out of it', async () => {
  const source = makeFolder({ 'pages/imprint.md': '---\nnavigation: false\n---\nWho we are.' })
  const out = join(source, 'content')
  await runImport(source, '--out', out)
  expect(readFileSync(join(out, 'pages/imprint.md'), 'utf8')).toContain('\nnavigation: false\n')
})

test('the report names drafts, and counts comments that are entries', async () => {
  const kind = 'http://schemas.google.com/blogger/2008/kind#'
  const { feed, out } = makeHome({
    'feed.json': `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://purl.org/atom/app#" xmlns:thr="http://purl.org/syndication/thread/1.0"><generator>Blogger</generator>
      <entry><id>tag:blogger.com,1999:blog-7.post-1</id><category term="${kind}post"/><title>Tea</title><content>x</content><app:control><app:draft>yes</app:draft></app:control></entry>
      <entry><id>tag:blogger.com,1999:blog-7.post-2</id><category term="${kind}comment"/><title>Yes</title><content>Yes</content><author><name>Ada</name></author><thr:in-reply-to ref="tag:blogger.com,1999:blog-7.post-1"/></entry></feed>`,
  })
  const { said } = await runImport(feed, '--out', out)
  expect(said).toMatch(/imported +posts\/tea\.html +Tea \(a draft\)\n {2}imported +1 comment\n/)
  expect(said).toContain('2 imported.')
})

test('an import that loses entries says which, and a file that was edited is kept', async () => {
  const { feed, out } = makeHome({ 'feed.json': feedOf([tea, { id: 'empty' }]) })
  const once = await runImport(feed, '--out', out)
  expect(once.said).toMatch(/failed +empty: found neither a title nor a text/)
  expect(once.said).toContain('1 imported, 1 failed.')
  expect(once.code).toBe(3)

  writeFileSync(join(out, 'posts/tea.html'), 'Edited')
  const again = await runImport(feed, '--out', out)
  expect(again.said).toMatch(/kept +posts\/tea\.html/)
  expect(again.said).toContain('posts/tea.html. --force overwrites them.')
  expect(again.code).toBe(3)
  expect(readFileSync(join(out, 'posts/tea.html'), 'utf8')).toBe('Edited')

  const forced = await runImport(feed, '--out', out, '--force')
  expect(forced.said).toMatch(/updated +posts\/tea\.html/)
  expect(forced.code).toBe(3)
})

test('what cannot be imported is told in a plain sentence, and nothing is written', async () => {
  const refused = async (files: Files, reason: string) => {
    const { feed, out } = makeHome(files)
    const { code, said } = await runImport(feed, '--out', out)
    expect(said).toMatch(new RegExp(`^${feed}: .*${reason}.*\n$`, 'm'))
    expect(code).toBe(1)
    expect(existsSync(out)).toBe(false)
  }
  await Promise.all([
    refused({}, 'found no such file or folder, expected one, or an address'),
    refused({ 'feed.json': '<!doctype html>' }, 'found a web page \\(HTML\\), expected one of: '),
    refused({ 'feed.json': feedOf([{ id: 'empty' }]) }, 'without a post that can be imported'),
  ])
})

test('nothing is written where a file stands in the way', async () => {
  const { feed } = makeHome({ 'feed.json': feedOf([tea]) })
  for (const out of [feed, join(feed, 'content')]) {
    const { code, said } = await runImport(feed, '--out', out)
    expect(said).toBe(`${feed}: found the file ${feed} where to write, expected a folder\n`)
    expect(code).toBe(1)
  }
})

test('wrong words are answered with how to use the command', async () => {
  const wrong = [[], ['a.json', 'b.json'], ['a.json', '--fast'], ['a.json', '--format', 'word']]
  for (const { code, said } of await Promise.all(wrong.map((words) => runImport(...words)))) {
    expect(said).toContain('Usage: npm run import -- SOURCE')
    expect(code).toBe(2)
  }
})

test('the report is JSON for programs, and its numbers add up to the entries of the source', async () => {
  const { feed, out } = makeHome({
    'feed.json': feedOf([tea, { id: 'empty' }, { ...tea, id: 'two' }]),
  })
  const { said, code } = await runImport(feed, '--out', out, '--json', '--dry-run')
  const report = JSON.parse(said)
  expect(report).toMatchObject({
    format: 'JSON Feed',
    entries: 3,
    counts: { imported: 2, failed: 1 },
    items: [
      { outcome: 'imported', kind: 'post', id: 'tea', title: 'Tea', file: 'posts/tea.html' },
      { outcome: 'failed', title: 'empty', reason: expect.stringContaining('neither a title nor') },
      { outcome: 'imported', id: 'two', file: 'posts/tea-2.html' },
    ],
  })
  expect(code).toBe(3)
  expect(existsSync(out)).toBe(false)
})

test('an import that is killed at any moment leaves the old content whole, and no half-written file', async () => {
  const items = Array.from({ length: 300 }, (_, n) => ({
    id: String(n),
    title: `Tea ${n}`,
    content_text: 'Warm.',
  }))
  const { feed, out } = makeHome({
    'feed.json': feedOf(items),
    'content/blog.json': '{ "title": "Mine" }',
    'content/posts/mine.md': 'Mine',
  })
  const isPreparing = () =>
    readdirSync(join(out, '..')).some((name) => name.startsWith('content.importing-'))
  // What is killed clears nothing away.
  const scratch = makeFolder({})
  const killed: boolean[] = []
  for (const delay of [0, 10, 30, 60, 120]) {
    const run = execFile('node', ['src/run.js', 'src/import/import.ts', feed, '--out', out], {
      env: { ...process.env, TMPDIR: scratch },
    })
    const watch = setInterval(() => {
      if (!isPreparing()) return
      clearInterval(watch)
      setTimeout(() => run.kill('SIGKILL'), delay)
    }, 2)
    const [, signal] = await once(run, 'close')
    clearInterval(watch)
    killed.push(signal === 'SIGKILL')
    const place = existsSync(out) ? out : `${out}.before-import`
    expect(readFileSync(join(place, 'posts/mine.md'), 'utf8')).toBe('Mine')
    const posts = readdirSync(join(place, 'posts'))
    expect([1, 301]).toContain(posts.length)
    for (const name of posts) expect(readFileSync(join(place, 'posts', name), 'utf8')).not.toBe('')
  }
  expect(killed).toContain(true)
  expect((await runImport(feed, '--out', out)).code).toBe(0)
  expect(readdirSync(join(out, '..')).sort()).toEqual(['content', 'feed.json'])
})
