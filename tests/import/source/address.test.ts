import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { downloadMedia } from '../../../src/import/download-media.ts'
import { Media } from '../../../src/import/media.ts'
import { makeFolder } from '../../publish/content-folder.ts'
import { collect, feedOf, quiet } from '../read-import.ts'
import { runImport } from '../run-import.ts'

type Answer = { type?: string; status?: number; body: string | Uint8Array }
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A host on this machine that answers paths with their queries; returns its address, and what it was asked. */
async function serve(
  answers: (home: string) => Record<string, Answer>,
): Promise<{ home: string; asked: string[] }> {
  const asked: string[] = []
  let all: Record<string, Answer> = {}
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const {
      type = 'application/xml',
      status = 200,
      body,
    } = all[request.url ?? ''] ?? { status: 404, body: '' }
    response.writeHead(status, { 'content-type': type }).end(body)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const home = `http://127.0.0.1:${port}`
  all = answers(home)
  return { home, asked }
}
const json = (body: string): Answer => ({ type: 'application/feed+json', body })
const titles = async (address: string) =>
  (await collect(address)).entries.map((entry) => ('title' in entry ? entry.title : entry.kind))

test('a JSON Feed is followed to its last page', async () => {
  const { home } = await serve((home) => ({
    '/feed.json': json(feedOf([{ id: '1', title: 'Tea' }], { next_url: `${home}/2.json` })),
    '/2.json': json(feedOf([{ id: '2', title: 'Rain' }], { next_url: `${home}/3.json` })),
    '/3.json': json(feedOf([{ id: '3', title: 'Bench' }], { next_url: `${home}/feed.json` })),
  }))
  expect(await titles(`${home}/feed.json`)).toEqual(['Tea', 'Rain', 'Bench'])
})

test("a feed's next page is seen from where the feed is, not from the page that led to it", async () => {
  const { home } = await serve(() => ({
    '/': {
      type: 'text/html',
      body: '<!doctype html><link rel="alternate" type="application/feed+json" href="/notes/feed.json">',
    },
    '/notes/feed.json': json(feedOf([{ id: '1', title: 'Tea' }], { next_url: '2.json' })),
    '/notes/2.json': json(feedOf([{ id: '2', title: 'Rain' }])),
  }))
  expect(await titles(`${home}/`)).toEqual(['Tea', 'Rain'])
})

test("Blogger's feed is followed by what was received, and its comments come too", async () => {
  const entry = (number: number) =>
    `<entry><id>tag:blogger.com,1999:blog-7.post-${number}</id><title>Post ${number}</title></entry>`
  const page = (start: number, entries: string) => ({
    body: `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:openSearch="http://a9.com/-/spec/opensearchrss/1.0/"><id>tag:blogger.com,1999:blog-7</id><openSearch:totalResults>3</openSearch:totalResults><openSearch:startIndex>${start}</openSearch:startIndex>${entries}</feed>`,
  })
  const { home } = await serve(() => ({
    '/feeds/posts/default': page(1, entry(1) + entry(2)),
    '/feeds/posts/default?start-index=3': page(3, entry(3)),
    '/feeds/comments/default': {
      body: '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><id>tag:blogger.com,1999:blog-7.comments</id><entry><id>tag:blogger.com,1999:blog-7.post-9</id><content>Nice.</content><thr:in-reply-to ref="tag:blogger.com,1999:blog-7.post-1"/></entry></feed>',
    },
  }))
  const { entries } = await collect(`${home}/feeds/posts/default`)
  expect(entries).toMatchObject([
    { title: 'Post 1' },
    { title: 'Post 2' },
    { title: 'Post 3' },
    { kind: 'comment', post: 'tag:blogger.com,1999:blog-7.post-1' },
  ])
})

test("WordPress's feed is followed until there is no further page", async () => {
  const rss = (title: string) => ({
    body: `<rss><channel><generator>https://wordpress.org/?v=6</generator><item><title>${title}</title></item></channel></rss>`,
  })
  const { home, asked } = await serve(() => ({
    '/feed/': rss('Tea'),
    '/feed/?paged=2': rss('Rain'),
  }))
  const { entries, blog } = await collect(`${home}/feed/`)
  expect(entries).toMatchObject([{ title: 'Tea' }, { title: 'Rain' }])
  expect(asked).toEqual(['/feed/', '/feed/?paged=2', '/feed/?paged=3'])
  expect(blog.notes).toEqual([])
})

test('a host that gives the same page for every number is asked twice', async () => {
  const page = {
    body: '<rss><channel><generator>https://wordpress.org/?v=6</generator><item><guid>1</guid><title>Tea</title></item></channel></rss>',
  }
  const pages = Object.fromEntries([2, 3, 4].map((number) => [`/feed/?paged=${number}`, page]))
  const { home, asked } = await serve(() => ({ '/feed/': page, ...pages }))
  await collect(`${home}/feed/`)
  expect(asked).toEqual(['/feed/', '/feed/?paged=2'])
})

test('posts that a feed gives one id are all read', async () => {
  const page = (title: string) => ({
    body: `<rss><channel><generator>https://wordpress.org/?v=6</generator><item><guid>1</guid><title>${title}</title></item></channel></rss>`,
  })
  const { home } = await serve(() => ({
    '/feed/': page('Tea'),
    '/feed/?paged=2': page('Rain'),
    '/feed/?paged=3': page('Bench'),
  }))
  expect(await titles(`${home}/feed/`)).toEqual(['Tea', 'Rain', 'Bench'])
})

test("a blog's own page leads to its feed", async () => {
  const { home } = await serve(() => ({
    '/': {
      type: 'text/html',
      body: '<!doctype html><link rel="alternate" type="application/feed+json" href="/feed.json"><h1>Notes</h1>',
    },
    '/feed.json': json(feedOf([{ id: '1', title: 'Tea' }])),
  }))
  expect(await titles(`${home}/`)).toEqual(['Tea'])
})

test('of the feeds that a page names, the one in JSON is read, which says no more than its author did', async () => {
  const { home } = await serve(() => ({
    '/': {
      type: 'text/html',
      body: '<!doctype html><link rel="alternate" type="application/atom+xml" href="/feed.xml"><link rel="alternate" type="application/feed+json" href="/feed.json">',
    },
    '/feed.xml': { type: 'application/atom+xml', body: '<feed/>' },
    '/feed.json': json(feedOf([{ id: '1', title: 'Tea' }])),
  }))
  expect(await titles(`${home}/`)).toEqual(['Tea'])
})

test('a page that is missing on the way is told, and what came before is kept', async () => {
  const { home } = await serve((home) => ({
    '/feed.json': json(feedOf([{ id: '1', title: 'Tea' }], { next_url: `${home}/2.json` })),
  }))
  const { entries, blog } = await collect(`${home}/feed.json`)
  expect(blog.isCut).toBe(true)
  expect(entries).toHaveLength(1)
  expect(blog.notes).toEqual([
    `Not all was read: found status 404 at ${home}/2.json, expected 200.`,
  ])
})

test("WordPress's feed that fails on the way is not taken for read to its end", async () => {
  const rss = (title: string) => ({
    body: `<rss><channel><generator>https://wordpress.org/?v=6</generator><item><title>${title}</title></item></channel></rss>`,
  })
  const { home } = await serve(() => ({
    '/feed/': rss('Tea'),
    '/feed/?paged=2': { status: 503, body: '' },
    '/feed/?paged=3': rss('Rain'),
  }))
  const { code, said } = await runImport(`${home}/feed/`, '--out', join(makeFolder({}), 'content'))
  expect(said).toContain(`Not all was read: found status 503 at ${home}/feed/?paged=2`)
  expect(code).toBe(3)
})

test('the next page may be named as seen from the feed', async () => {
  const page = (title: string, next = '') => ({
    body: `<feed xmlns="http://www.w3.org/2005/Atom">${next}<entry><id>${title}</id><title>${title}</title></entry></feed>`,
  })
  const { home } = await serve(() => ({
    '/feed.atom': page('Tea', '<link rel="next" href="?page=2"/>'),
    '/feed.atom?page=2': page('Rain'),
  }))
  expect(await titles(`${home}/feed.atom`)).toEqual(['Tea', 'Rain'])
})

test.each([
  ['/gone', /found status 404 at .*\/gone, expected 200/],
  ['/page', /found a web page \(HTML\), expected one of/],
])('the address %s is refused with a sentence', async (path, said) => {
  const { home } = await serve(() => ({
    '/page': { type: 'text/html', body: '<!doctype html><h1>Notes</h1>' },
  }))
  await expect(collect(home + path)).rejects.toThrow(said)
})

test('an address that nobody answers at is refused with a sentence', async () => {
  const { home } = await serve(() => ({}))
  servers[0]?.close()
  await expect(collect(`${home}/feed`)).rejects.toThrow(
    /could not fetch http:\/\/127\.0\.0\.1:\d+\/feed \(.*ECONNREFUSED/,
  )
})

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('pictures are downloaded where that is asked for; one that is gone keeps its address', async () => {
  const { home, asked } = await serve((home) => ({
    '/feed.json': json(
      feedOf([
        {
          id: '1',
          title: 'Tea',
          url: `${home}/2016/tea.html`,
          content_html: `<p><img alt="a" src="${home}/a/cup.png"> <img alt="b" src="../b/cup.png"> <img alt="c" src="/gone.png"></p>`,
        },
      ]),
    ),
    '/a/cup.png': { type: 'image/png', body: png },
    '/b/cup.png': { type: 'image/png', body: Buffer.concat([png, png]) },
  }))
  const out = join(makeFolder({}), 'content')
  const { code, said } = await runImport(`${home}/feed.json`, '--out', out, '--media')
  expect(said).toContain(`The file ${home}/gone.png stays where it is: found status 404`)
  expect(code).toBe(3)
  expect(readFileSync(join(out, 'posts/tea.html'), 'utf8')).toContain(
    `<p><img alt="a" src="/media/tea/cup.png"> <img alt="b" src="/media/tea/cup-2.png"> <img alt="c" src="${home}/gone.png"></p>`,
  )
  expect(readFileSync(join(out, 'media/tea/cup.png'))).toEqual(png)
  expect(readdirSync(join(out, '..'))).toEqual(['content'])

  // Again, nothing is fetched that is there.
  asked.length = 0
  const again = await runImport(`${home}/feed.json`, '--out', out, '--media')
  expect(again.said).toMatch(/unchanged +posts\/tea\.html/)
  expect(asked).toEqual(['/feed.json', '/gone.png'])
  expect(existsSync(join(out, 'media/tea/cup-3.png'))).toBe(false)
})

test('files of the old site that posts link to are downloaded, too', async () => {
  const links = (home: string) =>
    `<a href="${home}/cup-full.png">x</a> <a href="${home}/tea.pdf#page=2">x</a> <a href="${home}/tea.pdf">x</a> <a href="${home}/gone.pdf">x</a> <a href="https://elsewhere.example/tea.pdf">x</a>`
  const { home, asked } = await serve((home) => ({
    '/feed.json': json(
      feedOf([{ id: '1', title: 'Tea', content_html: links(home) }], { home_page_url: home }),
    ),
    '/cup-full.png': { type: 'image/png', body: png },
    '/tea.pdf': { type: 'application/pdf', body: '%PDF-1.7' },
    '/gone.pdf': { type: 'text/html', body: '<!-- kept --><svg></svg><p>Not here.' },
  }))
  const out = join(makeFolder({}), 'content')
  const { code, said } = await runImport(`${home}/feed.json`, '--out', out, '--media')
  expect(said).toContain(`The file ${home}/gone.pdf stays where it is: found no picture or file`)
  expect(code).toBe(3)
  expect(asked.sort()).toEqual(['/cup-full.png', '/feed.json', '/gone.pdf', '/tea.pdf'])
  expect(readFileSync(join(out, 'posts/tea.html'), 'utf8')).toContain(
    `<a href="/media/tea/cup-full.png">x</a> <a href="/media/tea/tea.pdf#page=2">x</a> <a href="/media/tea/tea.pdf">x</a> <a href="${home}/gone.pdf">x</a> <a href="https://elsewhere.example/tea.pdf">x</a>`,
  )
  expect(readFileSync(join(out, 'media/tea/tea.pdf'), 'utf8')).toBe('%PDF-1.7')
})

test('of what is larger than any picture, no more than that is downloaded', async () => {
  const body = Buffer.concat([png, Buffer.alloc(100_000_000)])
  const { home } = await serve(() => ({ '/a.png': { type: 'image/png', body } }))
  const url = `${home}/a.png`
  const folder = makeFolder({})
  const failures = await downloadMedia([url], new Media(undefined, []), folder, quiet)
  expect(failures).toEqual([{ url, reason: 'found more than 100000000 bytes' }])
  expect(readdirSync(folder)).toEqual([])
})

test('a picture that lies beside the posts is not downloaded', async () => {
  const { home, asked } = await serve(() => ({ '/a/cup.png': { type: 'image/png', body: png } }))
  const folder = makeFolder({
    'feed.json': feedOf([{ id: '1', title: 'Tea', content_html: `<img src="${home}/a/cup.png">` }]),
    'pictures/cup.png': png,
  })
  const out = join(makeFolder({}), 'content')
  await runImport(folder, '--out', out, '--media')
  expect(asked).toEqual([])
  expect(readFileSync(join(out, 'posts/tea.html'), 'utf8')).toContain('src="/media/tea/cup.png"')
})
