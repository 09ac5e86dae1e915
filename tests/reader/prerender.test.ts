import { expect, test } from 'vitest'
import { createPrerender } from '../../src/reader/prerender.tsx'
import { blog, noPopular, post } from './open-page.tsx'

const shared = { '/blog.json': blog, '/popular.json': noPopular }
const prerender = createPrerender('/')

test('a page is rendered with its head apart from its body', async () => {
  const twins = { ...shared, '/posts/vice.json': post('vice', 'The Vice') }
  const page = await prerender({ path: '/posts/vice/', missing: false, twins })
  expect(page.head).toMatch(/^<title>The Vice · Workshop Notes<\/title>/)
  expect(page.body).toContain('<p>The text of The Vice.</p>')
})

test('a page whose twin was forgotten ends the build instead of saying that it did not arrive', async () => {
  await expect(prerender({ path: '/posts/vice/', missing: false, twins: shared })).rejects.toThrow()
})

test('the page for unknown addresses must not be a page', async () => {
  const page = await prerender({ path: '/404.html', missing: true, twins: shared })
  expect(page.body).toContain('There is no page here')
  await expect(
    prerender({
      path: '/',
      missing: true,
      twins: { ...shared, '/index.json': { items: [], _lectern: { page: 1, pages: 1 } } },
    }),
  ).rejects.toThrow('was to be missing')
})
