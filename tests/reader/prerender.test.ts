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
