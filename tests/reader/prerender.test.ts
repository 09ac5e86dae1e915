import { expect, test } from 'vitest'
import { createPrerender } from '../../src/reader/prerender.tsx'
import { blog, noPopular, post } from './open-page.tsx'

const shared = { '/blog.json': blog, '/popular.json': noPopular }
const prerender = createPrerender('/')

test('a page is rendered with its head apart from its body', () => {
  const twins = { ...shared, '/posts/vice.json': post('vice', 'The Vice') }
  const page = prerender({ path: '/posts/vice/', missing: false, twins })
  expect(page.head).toMatch(/^<title>The Vice · Workshop Notes<\/title>/)
  expect(page.body).toContain('<p>The text of The Vice.</p>')
})

test('a page whose twin was forgotten ends the build instead of saying that it did not arrive', () => {
  const page = { path: '/posts/vice/', missing: false, twins: shared }
  expect(() => prerender(page)).toThrow()
})

test('the page for unknown addresses must not be a page, and a page no unknown address', () => {
  const page = prerender({ path: '/404.html', missing: true, twins: shared })
  expect(page.body).toContain('There is no page here')
  const twins = { ...shared, '/index.json': { items: [], _lectern: { page: 1, pages: 1 } } }
  expect(() => prerender({ path: '/', missing: true, twins })).toThrow('was to be missing')
  expect(() => prerender({ path: '/a/b/c/', missing: false, twins })).toThrow('no route')
})
