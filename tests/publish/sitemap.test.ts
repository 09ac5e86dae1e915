import { expect, test } from 'vitest'
import { sitemapFiles } from '../../src/publish/sitemap.ts'

const url = 'https://example.org/blog/'

test('a sitemap has each page with the day of its last change', () => {
  const files = sitemapFiles(url, [
    { path: '/', changed: undefined },
    { path: '/posts/a/', changed: '2019-05-01' },
  ])
  expect([...files.keys()]).toEqual(['/sitemap.xml'])
  expect(files.get('/sitemap.xml')).toContain('<url><loc>https://example.org/blog/</loc></url>')
  expect(files.get('/sitemap.xml')).toContain(
    '<url><loc>https://example.org/blog/posts/a/</loc><lastmod>2019-05-01</lastmod></url>',
  )
})

test('one that would be too long is an index of parts', () => {
  const entries = Array.from({ length: 5 }, (_, index) => ({
    path: `/${index}/`,
    changed: undefined,
  }))
  const files = sitemapFiles(url, entries, 2)
  expect([...files.keys()]).toEqual([
    '/sitemap.xml',
    '/sitemap-1.xml',
    '/sitemap-2.xml',
    '/sitemap-3.xml',
  ])
  expect(files.get('/sitemap.xml')).toContain(
    '<sitemap><loc>https://example.org/blog/sitemap-3.xml</loc></sitemap>',
  )
  expect(files.get('/sitemap-3.xml')?.match(/<loc>/g)).toHaveLength(1)
})
