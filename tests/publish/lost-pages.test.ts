import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { leftBehind, refuseLostPages } from '../../src/publish/lost-pages.ts'
import { builtTo, publishedAt, publishedLocally } from '../../src/publish/published-pages.ts'
import { sitemapFiles } from '../../src/publish/sitemap.ts'
import { makeFolder } from './content-folder.ts'

const url = 'https://example.org/blog/'
const entries = ['/', '/posts/tea/', '/caf%C3%A9/'].map((path) => ({ path, changed: undefined }))

const folderOf = (files: ReadonlyMap<string, string>) =>
  makeFolder(Object.fromEntries([...files].map(([path, text]) => [path.slice(1), text])))

test.each([50_000, 2])(
  'what a build published is read from its sitemap, parts of %i and all',
  (limit) => {
    const folder = folderOf(sitemapFiles(url, entries, limit))
    expect(publishedLocally(builtTo(folder), url)?.paths).toEqual(entries.map(({ path }) => path))
  },
)

test('a site is known again where its host was written in capitals, or with a port', () => {
  for (const written of ['https://Example.ORG/blog/', 'https://example.org:443/blog/']) {
    const folder = folderOf(sitemapFiles(written, entries))
    expect(publishedLocally(builtTo(folder), url)?.paths).toEqual(entries.map(({ path }) => path))
    expect(leftBehind(builtTo(folder), url)).toBeUndefined()
  }
})

test('a folder without a sitemap, or with that of another blog, says nothing', () => {
  expect(publishedLocally(builtTo(makeFolder({})), url)).toBeUndefined()
  const folder = folderOf(sitemapFiles('https://example.com/', entries))
  expect(publishedLocally(builtTo(folder), url)).toBeUndefined()
})

test('a site that was at another address of the same host is named by that, once', () => {
  const folder = folderOf(sitemapFiles(url, entries, 2))
  const moved = publishedLocally(builtTo(folder), 'https://example.org/')
  const paths = entries.map(({ path }) => path)
  const refuse = (addresses: string[]) =>
    moved && refuseLostPages(moved, { addresses, gone: [], held: [] })
  expect(() => refuse(paths)).toThrow(
    /^The content has a problem:\n.*found a site at https:\/\/example\.org\/blog\/, of which 3 pages would be lost.* delete /,
  )
  expect(() => refuse(paths.map((path) => `/blog${path}`))).not.toThrow()
})

test.each([
  'https://example.org/notes/',
  'https://example.org/blog/notes/',
  'https://example.com/blog/',
])('a site that was for an address which %s takes nothing over of is told of', (now) => {
  const folder = folderOf(sitemapFiles(url, entries, 2))
  expect(leftBehind(builtTo(folder), now)).toEqual({
    file: `${folder}/sitemap.xml`,
    message: expect.stringContaining(`found a site at ${url}, of which this one takes no address`),
  })
})

test('a site whose list of pages goes, since there is no address now, is told of', () => {
  expect(leftBehind(builtTo(folderOf(sitemapFiles(url, entries))), undefined)).toMatchObject({
    message: expect.stringContaining(`found a site at ${url}, and no "url" in blog.json`),
  })
  expect(leftBehind(builtTo(makeFolder({})), undefined)).toBeUndefined()
})

test('a site is not told of whose address stayed, or is below the new one, or could never be read', () => {
  const folder = folderOf(sitemapFiles(url, entries))
  for (const now of [
    url,
    'https://example.org/blog',
    'http://example.org/blog/',
    'https://example.org/',
  ])
    expect(leftBehind(builtTo(folder), now)).toBeUndefined()
  expect(leftBehind(builtTo(makeFolder({})), url)).toBeUndefined()
  const trial = folderOf(sitemapFiles('https://notes.example/', entries))
  expect(leftBehind(builtTo(trial), url)).toBeUndefined()
})

test('a sitemap that lacks a part tells what the others say', () => {
  const files = sitemapFiles(url, entries, 2)
  files.delete('/sitemap-2.xml')
  expect(publishedLocally(builtTo(folderOf(files)), url)?.paths).toEqual(['/', '/posts/tea/'])
})

const published = { sitemap: 'sitemap.xml', paths: ['/posts/tea/', '/2016/tea.html', '/café/'] }

test('a page that is gone is named', () => {
  const now = { addresses: ['/posts/tea/'], gone: ['/caf%C3%A9/'], held: [] }
  expect(() => refuseLostPages(published, now)).toThrow(
    'sitemap.xml: found /2016/tea.html, which no page answers to any more; expected it among the aliases',
  )
  const place = { ...published, sitemap: 'dist/sitemap.xml' }
  expect(() => refuseLostPages(place, now)).toThrow(/\(where nobody ever read .*, delete dist\)$/)
  const address = { ...published, sitemap: 'https://example.org/sitemap.xml' }
  expect(() => refuseLostPages(address, now)).not.toThrow('delete')
})

test('a page whose letters changed their case is named', () => {
  const now = { addresses: ['/posts/Tea/', '/2016/tea.html'], gone: ['/caf%C3%A9'], held: [] }
  expect(() => refuseLostPages(published, now)).toThrow(
    'sitemap.xml: found /posts/tea/, which is /posts/Tea/ now, another address to most hosts; expected its letters',
  )
  const both = { ...now, addresses: ['/posts/tea/', ...now.addresses] }
  expect(() => refuseLostPages(published, both)).not.toThrow()
})

test('of a page that became a draft, that is said', () => {
  const file = 'posts/tea.md'
  const draft = { file, addresses: ['/posts/tea/', '/2016/tea.html'], reason: 'a draft' } as const
  const refuse = () =>
    refuseLostPages(published, { addresses: [], gone: ['/café/'], held: [draft] })
  for (const address of draft.addresses)
    expect(refuse).toThrow(
      `found ${address}, which no page answers to any more (posts/tea.md is a draft); expected`,
    )
})

test('a page that is there, leads on, or was given up is not missed', () => {
  const now = { addresses: ['/posts/tea', '/2016/tea.html'], gone: ['/café/'], held: [] }
  expect(() => refuseLostPages(published, now)).not.toThrow()
})

/** Serves these texts or bytes at their paths, on this machine, until the test is over. */
async function serve(files: Record<string, string | Buffer>): Promise<string> {
  const server = createServer(({ url = '' }, response) => {
    const body = files[url]
    response.writeHead(body === undefined ? 404 : 200).end(body)
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('a published site is asked for its sitemap, whatever its system', async () => {
  const host = await serve({})
  const files: Record<string, string | Buffer> = {}
  const address = await serve(files)
  files['/blog/sitemap.xml'] =
    `<sitemapindex><sitemap><loc>${address}/blog/sitemap.xml?page=1</loc></sitemap></sitemapindex>`
  files['/blog/sitemap.xml?page=1'] = gzipSync(
    '<urlset><url><loc>https://example.org/blog/2016/05/a.html</loc></url><url>\n<loc> https://example.org/blog/?p=1&amp;q=2 </loc></url><url><loc><![CDATA[https://example.org/blog/b&c/]]></loc></url><url><loc>https://example.org/blog/d&#38;e/</loc></url></urlset>',
  )
  expect((await publishedAt(`${address}/blog`)).paths).toEqual([
    '/2016/05/a.html',
    '/',
    '/b&c/',
    '/d&e/',
  ])
  await expect(publishedAt(host)).rejects.toThrow('answers with 404, expected a sitemap')
})

test('what is no sitemap, or no address, is said to be none', async () => {
  const address = await serve({ '/sitemap.xml': '<!DOCTYPE html><title>Hello</title>' })
  await expect(publishedAt(address)).rejects.toThrow('is no sitemap')
  await expect(publishedAt('example.org')).rejects.toThrow('expected an http(s) address')
  await expect(publishedAt('http://[')).rejects.toThrow('expected an http(s) address')
})

test('a sitemap that is not quite one is read as far as it can be', async () => {
  const urlset =
    '<urlset><url><loc>/a/</loc></url><url><loc>http://[</loc></url><url><loc>https://example.org/b/</loc></url></urlset>'
  const packed = gzipSync(urlset)
  const address = await serve({ '/sitemap.xml': urlset, '/cut.xml.gz': packed.subarray(0, 40) })
  expect((await publishedAt(address)).paths).toEqual(['/a/', '/b/'])
  await expect(publishedAt(`${address}/cut.xml.gz`)).rejects.toThrow('could not be fetched (')
})
