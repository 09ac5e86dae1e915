import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

/** A blog as WordPress exports it, imported and built as its owner would. */
test.describe.configure({ mode: 'serial' })
let folder: string
const path = (...names: string[]) => join(folder, ...names)

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-import-site-'))
  writeFileSync(path('export.xml'), exported)
  run('src/import/import.ts', path('export.xml'), '--out', path('content'))
  const settings = JSON.parse(readFileSync(path('content/blog.json'), 'utf8'))
  const published = { ...settings, url: 'https://example.org/', cards: false, image: undefined }
  writeFileSync(path('content/blog.json'), JSON.stringify(published))
  run('src/publish/build.ts', '--outDir', path('site'))
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('every old address leads to the new one', () => {
  for (const [old, page] of [
    ['2016/05/01/tea/index.html', '/posts/tea/'],
    ['2016/06/01/rain/index.html', '/posts/rain/'],
    ['category/hot-drinks/index.html', '/tags/Hot%20drinks/'],
  ] as const) {
    expect(readFileSync(path('site', old), 'utf8')).toContain(`href="${page}"`)
    expect(existsSync(path('site', decodeURIComponent(page), 'index.html'))).toBe(true)
  }
  expect(readFileSync(path('site/_redirects'), 'utf8')).toContain('/ p=1 /posts/tea/ 301!\n')
})

test('links between posts, comments and a page stand where they belong', () => {
  const tea = readFileSync(path('site/posts/tea/index.html'), 'utf8')
  expect(tea).toContain('<a href="/posts/rain/">on rain</a>')
  expect(tea).toContain('<a href="/about/">me</a>')
  expect(tea).toContain('Nice, said Ada.')
  expect(tea).not.toContain('A pingback')
  expect(readFileSync(path('site/posts/rain/index.html'), 'utf8')).toContain(
    'href="/posts/tea/#c-11"',
  )
})

test('drafts and what had a password are not published', () => {
  expect(existsSync(path('content/posts/half.html'))).toBe(true)
  expect(existsSync(path('site/posts/half/index.html'))).toBe(false)
  expect(existsSync(path('site/posts/secret/index.html'))).toBe(false)
})

test('the imported site has no fault but for previews, which its owner has yet to choose', () => {
  const { stdout, stderr } = node('src/publish/check/check.ts', path('site'))
  const faults = (stdout + stderr).split('\n').filter((line) => line.startsWith('fault:'))
  expect(faults.filter((fault) => !fault.includes('og:image'))).toEqual([])
})

function node(...words: string[]) {
  const env = { ...process.env, LECTERN_CONTENT: path('content') }
  return spawnSync(process.execPath, ['src/run.js', ...words], { env, encoding: 'utf8' })
}

function run(...words: string[]): void {
  const { status, stdout, stderr } = node(...words)
  if (status !== 0) throw new Error(`${words.join(' ')} failed:\n${stdout}${stderr}`)
}

const item = (id: number, name: string, said: string, content: string): string =>
  `<item><title>${name}</title><guid isPermaLink="false">https://example.org/?p=${id}</guid><wp:post_id>${id}</wp:post_id>
   <wp:post_name>${name.toLowerCase()}</wp:post_name>${said}<content:encoded><![CDATA[${content}]]></content:encoded></item>`
const post = (day: string, status = 'publish') =>
  `<wp:post_type>post</wp:post_type><wp:status>${status}</wp:status><wp:post_date>${day} 10:00:00</wp:post_date><wp:post_date_gmt>${day} 08:00:00</wp:post_date_gmt>`
const comment = (id: number, type: string, text: string) =>
  `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>Ada</wp:comment_author><wp:comment_content>${text}</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type>${type}</wp:comment_type></wp:comment>`

const exported = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>Notes</title><link>https://example.org</link><description>Short ones.</description><language>en</language><wp:base_blog_url>https://example.org</wp:base_blog_url>
<wp:category><wp:category_nicename>hot-drinks</wp:category_nicename><wp:cat_name>Hot drinks</wp:cat_name></wp:category>
${item(1, 'Tea', `<link>https://example.org/2016/05/01/tea/</link>${post('2016-05-01')}<category domain="category" nicename="hot-drinks">Hot drinks</category>${comment(11, '', 'Nice, said Ada.')}${comment(12, 'pingback', 'A pingback')}`, 'Read <a href="http://example.org/2016/06/01/rain/#more-2">on rain</a>, or <a href="/about/">me</a>, or <a href="/category/hot-drinks/">more</a>.\n\nWarm.')}
${item(2, 'Rain', `<link>https://example.org/2016/06/01/rain/</link>${post('2016-06-01')}`, 'As <a href="https://example.org/?p=1#comment-11">Ada said</a>, it rains.')}
${item(3, 'Half', `<link>https://example.org/?p=3</link>${post('2016-06-02', 'draft')}`, 'Half a thought.')}
${item(4, 'Secret', `<link>https://example.org/2016/06/03/secret/</link>${post('2016-06-03')}<wp:post_password>x</wp:post_password>`, 'For some.')}
${item(5, 'About', '<link>https://example.org/about/</link><wp:post_type>page</wp:post_type><wp:status>publish</wp:status>', 'I write.')}
</channel></rss>`
