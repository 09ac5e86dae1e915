import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'

/** What the document's head says of the page, sorted, without what all pages have of the app. */
const headOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'title, meta[name=description], meta[property], meta[name="twitter:card"], link[rel=canonical], link[rel=alternate]',
      ),
    ]
      .map(({ outerHTML }) => outerHTML)
      .sort(),
  )
const dataOf = (page: Page): Promise<string[]> =>
  page.locator('script[type="application/ld+json"]').allTextContents()

test('after a move the head says of the new page what it says when it is loaded, nothing twice', async ({
  open,
  page,
}) => {
  await open('/')
  await page.getByRole('link', { name: 'Be Amazing' }).first().click()
  await expect(page).toHaveTitle('Be Amazing · Service First')
  await page.getByRole('link', { name: 'About', exact: true }).click()
  await expect(page).toHaveTitle('About · Service First')
  await page.getByRole('link', { name: 'Test True' }).first().click()
  await expect(page).toHaveTitle('Test True · Service First')
  // It comes in the frame after the text.
  await expect(page.locator('script[type="application/ld+json"]')).toHaveCount(1)
  const moved = [await headOf(page), await dataOf(page)]
  await open('/posts/test-true/')
  expect([await headOf(page), await dataOf(page)]).toEqual(moved)
  expect(moved[0]?.filter((tag) => /<title|canonical|og:url|description"/.test(tag))).toHaveLength(
    5,
  )
})

test('a post says what previews show, with whole addresses', async ({ request }) => {
  const html = await (await request.get('/posts/test-true/')).text()
  for (const tag of [
    '<meta property="og:type" content="article">',
    '<meta property="og:title" content="Test True">',
    '<meta property="og:url" content="https://lectern.example/posts/test-true/">',
    '<meta property="og:image" content="https://lectern.example/cards/posts/test-true.png">',
    '<meta property="og:image:width" content="1200">',
    '<meta name="twitter:card" content="summary_large_image">',
    '<link rel="alternate" type="application/atom+xml" title="Service First" href="/feed.xml">',
  ])
    expect(html).toContain(tag)
  const card = await request.get('/cards/posts/test-true.png')
  expect(card.headers()['content-type']).toBe('image/png')
})

test('a page that is not there has no preview', async ({ request }) => {
  const html = await (await request.get('/nowhere/')).text()
  expect(html).toContain('<meta name="robots" content="noindex">')
  expect(html).not.toContain('og:')
})

test.describe('', () => {
  test.use({ site: 'sub-path' })

  test('a link to the author’s own profile says that it is', async ({ open, page }) => {
    await open('/blog/')
    await expect(page.getByRole('link', { name: 'The shop' })).toHaveAttribute('rel', 'me')
  })

  test('the blog can be put among a reader’s apps', async ({ request, page, open }) => {
    await open('/blog/')
    const href = await page.locator('link[rel=manifest]').getAttribute('href')
    const manifest = await (await request.get(href ?? '')).json()
    expect(manifest).toMatchObject({ name: 'Workshop Notes', start_url: '/blog/', scope: '/blog/' })
    for (const { src } of manifest.icons)
      expect((await request.get(src)).headers()['content-type']).toBe('image/png')
  })
})
