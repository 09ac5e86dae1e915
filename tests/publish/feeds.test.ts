import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Cache } from '../../src/publish/cache/cache.ts'
import { escapeXml } from '../../src/publish/escape-xml.ts'
import { feedHtml } from '../../src/publish/feeds/feed-html.ts'
import { writeFeeds } from '../../src/publish/feeds/write-feeds.ts'
import { SiteFolder } from '../../src/publish/site-folder.ts'
import { postPages, sharedTwins } from '../../src/publish/twins/site-pages.ts'
import { type Files, loadFolder, makeFolder } from './content-folder.ts'

const url = 'https://example.org/blog/'
const settings = { title: 'Notes & Queries', url, language: 'en', description: 'A blog.' }

/** Writes the feeds of a blog of these files, and gives a reader of their texts. */
async function feedsOf(files: Files): Promise<(file: string) => string> {
  const folder = makeFolder({ 'blog.json': JSON.stringify(settings), ...files })
  const place = join(makeFolder({}), 'dist')
  return feedsIn(place, folder, new Cache(makeFolder({}), ''))
}

async function feedsIn(place: string, folder: string, cache: Cache) {
  const content = await loadFolder(folder)
  const pages = new Map(postPages(content).map((page) => [page.path, page]))
  const site = new SiteFolder(place, cache)
  const popular = sharedTwins(content)['/popular.json']
  // They are written while related posts are being found.
  content.related.of = () => expect.fail('a feed asked for related posts')
  writeFeeds({ content, folder, url, pages, popular }, site)
  site.publish()
  return (file: string) => readFileSync(join(place, file), 'utf8')
}

const dated = (count: number): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const day = new Date(Date.UTC(2019, 0, 1 + index)).toISOString().slice(0, 10)
      return [`posts/post-${index}.md`, `---\ndate: ${day}\n---\nText of ${index}.`]
    }),
  )

const idsIn = (atom: string): string[] =>
  [...atom.matchAll(/<entry[^>]*>.*?<id>([^<]*)<\/id>/gs)].map(([, id = '']) => id)

test('a picture of no known kind is left out of the feed, whatever its name ends in', async () => {
  const image = 'https://pictures.example/a.constructor'
  const read = await feedsOf({ 'posts/tea.md': `---\nimage: ${image}\n---\nTea.` })
  expect(read('feed.xml')).not.toContain('rel="enclosure"')
})

test('an entry has all of its text, and whole addresses in it', async () => {
  const read = await feedsOf({
    'posts/tea.md':
      '---\ntitle: Tea & <cake>\ndate: 2019-05-01T10:00:00+02:00\nupdated: 2019-06-01T10:00:00Z\ntags: [tea]\nauthor: A cook\n---\nSee [cake](cake.md).\n\n![A cup](../media/cup.png)',
    'posts/cake.md': 'Cake.',
    'media/cup.png': pixel,
  })
  const atom = read('feed.xml')
  expect(atom).toContain('<title type="html">Tea &amp;amp; &amp;lt;cake&amp;gt;</title>')
  expect(atom).toContain('<published>2019-05-01T10:00:00+02:00</published>')
  expect(atom).toContain('<updated>2019-06-01T10:00:00Z</updated>')
  expect(atom).toContain('<author><name>A cook</name></author>')
  expect(atom).toContain('<category term="tea"/>')
  expect(atom).toContain('href=&quot;https://example.org/blog/posts/cake/&quot;')
  expect(atom).toContain('src=&quot;https://example.org/blog/media/cup.png&quot;')
  expect(atom).toContain(
    `<link rel="enclosure" type="image/png" href="https://example.org/blog/media/cup.png" length="${pixel.length}"/>`,
  )
  expect(atom).not.toMatch(/(href|src)=&quot;\//)

  const feed = JSON.parse(read('feed.json'))
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Notes & Queries',
    home_page_url: url,
    feed_url: `${url}feed.json`,
  })
  expect(feed.items[0]).toMatchObject({
    title: 'Tea & <cake>',
    url: `${url}posts/tea/`,
    content_html: expect.stringContaining(`href="${url}posts/cake/"`),
    attachments: [
      { url: `${url}media/cup.png`, mime_type: 'image/png', size_in_bytes: pixel.length },
    ],
  })
  expect(feed.items[0]).not.toHaveProperty('_lectern')
})

test('a picture that became larger has its new size', async () => {
  const folder = makeFolder({
    'blog.json': JSON.stringify(settings),
    'posts/tea.md': '![A cup](../media/cup.png)',
    'media/cup.png': pixel,
  })
  const [place, kept] = [join(makeFolder({}), 'dist'), makeFolder({})]
  const cache = new Cache(kept, '')
  await feedsIn(place, folder, cache)
  cache.save()
  writeFileSync(join(folder, 'media/cup.png'), Buffer.concat([pixel, Buffer.alloc(100)]))
  const read = await feedsIn(place, folder, new Cache(kept, ''))
  expect(read('feed.xml')).toContain(`cup.png" length="${pixel.length + 100}"/>`)
})

test('the id is the one that the post was imported with; in Atom, where that is an address of some kind', async () => {
  const read = await feedsOf({
    'posts/a.md': '---\nsource: "tag:blogger.com,1999:blog-1.post-2"\nweight: 1\n---\nA',
    'posts/b.md': '---\nsource: "1234"\nweight: 2\n---\nB',
    'posts/c.md': '---\nweight: 3\n---\nC',
  })
  expect(idsIn(read('feed.xml'))).toEqual([
    'tag:blogger.com,1999:blog-1.post-2',
    `${url}posts/b/`,
    `${url}posts/c/`,
  ])
  expect(JSON.parse(read('feed.json')).items.map(({ id }: { id: string }) => id)).toEqual([
    'tag:blogger.com,1999:blog-1.post-2',
    '1234',
    `${url}posts/c/`,
  ])
})

test('two posts of one day, or of none, are not changed at one time, and the time stays', async () => {
  const files = {
    'posts/a.md': '---\ndate: 2019-05-01\n---\nA',
    'posts/b.md': '---\ndate: 2019-05-01\n---\nB',
    'posts/c.md': 'C',
    'posts/d.md': 'D',
  }
  const timesOf = async (all: Files) =>
    [...(await feedsOf(all))('feed.xml').matchAll(/<updated>([^<]*)</g)].map(([, time]) => time)
  const [, ...times] = await timesOf(files)
  expect(new Set(times).size).toBe(4)
  expect(times[0]).toMatch(/^2019-05-01T00:/)
  expect(times[2]).toMatch(/^1990-01-01T00:/)
  const [, ...later] = await timesOf({ ...files, 'posts/e.md': '---\ndate: 2020-01-01\n---\nE' })
  expect(later.slice(1)).toEqual(times)
})

test('older posts are in archives, each post once, that stay as they are when one is added', async () => {
  const read = await feedsOf(dated(85))
  const current = read('feed.xml')
  expect(idsIn(current)).toHaveLength(25)
  expect(current).toContain(
    `<link rel="prev-archive" type="application/atom+xml" href="${url}feed/2.xml"/>`,
  )
  expect(current).not.toContain('fh:archive')
  const second = read('feed/2.xml')
  expect(second).toContain('<fh:archive/>')
  expect(second).toContain(`rel="prev-archive" type="application/atom+xml" href="${url}feed/1.xml"`)
  expect(second).toContain(`rel="current" type="application/atom+xml" href="${url}feed.xml"`)
  expect(read('feed/1.xml')).toContain(`rel="next-archive"`)
  const all = [current, second, read('feed/1.xml')].flatMap(idsIn)
  expect(new Set(all).size).toBe(85)
  expect(all[0]).toBe(`${url}posts/post-84/`)
  expect(all.at(-1)).toBe(`${url}posts/post-0/`)
  expect(JSON.parse(read('feed.json')).next_url).toBe(`${url}feed/2.json`)

  const later = await feedsOf(dated(86))
  expect(later('feed/1.xml')).toBe(read('feed/1.xml'))
})

test('subscribers of a feed that another system had at its address get this one', async () => {
  const read = await feedsOf({ 'posts/a.md': 'A' })
  for (const alias of ['rss.xml', 'atom.xml', 'feeds/posts/default'])
    expect(read(alias)).toBe(read('feed.xml'))
})

test('a tag has a feed of its own', async () => {
  const read = await feedsOf({
    'posts/a.md': '---\ntags: [C++]\n---\nA',
    'posts/b.md': 'B',
  })
  const atom = read('tags/C++/feed.xml')
  expect(idsIn(atom)).toEqual([`${url}posts/a/`])
  expect(atom).toContain('<title type="html">C++ · Notes &amp;amp; Queries</title>')
  expect(atom).toContain(
    `rel="self" type="application/atom+xml" href="${url}tags/C%2B%2B/feed.xml"`,
  )
  expect(atom).toContain(`rel="alternate" type="text/html" href="${url}tags/C%2B%2B/"`)
})

test('the JSON Feed carries the order of the popular posts, where it is known', async () => {
  const picked = { ...settings, popular: { posts: ['b', 'a'] } }
  const posts = { 'posts/a.md': 'A', 'posts/b.md': 'B' }
  const read = await feedsOf({ ...posts, 'blog.json': JSON.stringify(picked) })
  expect(JSON.parse(read('feed.json'))._lectern).toEqual({
    popular: [`${url}posts/b/`, `${url}posts/a/`],
  })
  expect(JSON.parse((await feedsOf(posts))('feed.json'))).not.toHaveProperty('_lectern')
})

test.each([
  ['<a href="/blog/posts/b/#x">b</a>', '<a href="https://example.org/blog/posts/b/#x">b</a>'],
  ['<a href="#x">b</a>', '<a href="https://example.org/blog/posts/a/#x">b</a>'],
  ['<a href="mailto:a@example.org">b</a>', '<a href="mailto:a@example.org">b</a>'],
  ['<img src="/m.png" alt="1 > 0">', '<img src="https://example.org/m.png" alt="1 > 0">'],
  ['<div role="region" tabindex="0" aria-label="t">', '<div>'],
  ['<code>href="/x"</code>', '<code>href="/x"</code>'],
  ['<code>&#x3C;a href="/x"></code>', '<code>&#x3C;a href="/x"></code>'],
])('%s stands anywhere as %s', (html, anywhere) =>
  expect(feedHtml(html, 'https://example.org/blog/posts/a/')).toBe(anywhere),
)

test('what XML can’t hold is left out', () => {
  expect(escapeXml('a\u0000b\u000bc\u0085d\ud800e\ufffff <\t"&\n')).toBe(
    'abcdef &lt;\t&quot;&amp;\n',
  )
  expect(escapeXml('🫖')).toBe('🫖')
})

/** A PNG of one white pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)
