import { expect, test } from 'vitest'
import { createPrerender } from '../../src/reader/prerender.tsx'
import { blog, noPopular, post } from './open-page.tsx'

const shared = { '/blog.json': blog, '/popular.json': noPopular }
const prerender = createPrerender('/')

test('a page is rendered with its head apart from its body', () => {
  const twins = { ...shared, '/posts/vice.json': post('vice', 'The Vice') }
  const page = prerender({ path: '/posts/vice/', twins })
  expect(page.head).toMatch(/^<title>The Vice · Workshop Notes<\/title>/)
  expect(page.body).toContain('<p>The text of The Vice.</p>')
})

test('a page whose twin was forgotten ends the build instead of saying that it did not arrive', () => {
  const page = { path: '/posts/vice/', twins: shared }
  expect(() => prerender(page)).toThrow()
})

test('the pages for what went wrong say what it was', () => {
  expect(prerender({ path: '/404.html', twins: shared }).body).toContain('There is no page here')
  expect(prerender({ path: '/offline.html', twins: shared }).body).toContain('offline')
})

test('a page that no route leads to ends the build', () => {
  expect(() => prerender({ path: '/a/b/c/', twins: shared })).toThrow('no route')
})

test('no country is made up for a language of none', () => {
  const twin = { ...post('about', 'About'), language: 'eo' }
  const { head } = prerender({ path: '/about/', twins: { ...shared, '/about.json': twin } })
  expect(head).not.toContain('og:locale')
})

test.each([
  ['en', 'en_US'],
  ['de', 'de_DE'],
  ['zh-Hant', 'zh_TW'],
  ['en-GB', 'en_GB'],
])('previews are told that a text in %s is for %s', (language, locale) => {
  const { preview, ...about } = { ...post('about', 'About')._lectern, preview: undefined }
  const twin = { ...post('about', 'About'), language, _lectern: { ...about, preview } }
  const { head } = prerender({ path: '/about/', twins: { ...shared, '/about.json': twin } })
  expect(head).toContain(`<meta property="og:locale" content="${locale}">`)
})

test.each([
  [{ width: 1200, height: 630 }, 'summary_large_image'],
  [{ width: 250, height: 250 }, 'summary'],
  [{ width: 400, height: 1000 }, 'summary'],
  [{}, 'summary_large_image'],
])('a preview with a picture of %j is a %s', (size, card) => {
  const vice = post('vice', 'The Vice')
  vice._lectern.preview = { src: 'https://example.org/vice.png', alt: '', ...size }
  const { head } = prerender({
    path: '/posts/vice/',
    twins: { ...shared, '/posts/vice.json': vice },
  })
  expect(head).toContain(`<meta name="twitter:card" content="${card}">`)
})

test('what a comment says does not leave the data that tells machines of it', () => {
  const vice = post('vice', 'The Vice')
  const text = '<p>&#x3C;/script>&#x3C;script>alert(1)&#x3C;/script></p>'
  vice._lectern.comments = [{ id: '1', author: 'A reader', content_html: text }]
  const { body } = prerender({
    path: '/posts/vice/',
    twins: { ...shared, '/posts/vice.json': vice },
  })
  expect(body).toContain('ld+json')
  expect(body).not.toContain('<script>alert')
})
