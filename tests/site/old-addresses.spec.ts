import { expect, test } from './test.ts'

test.use({ site: 'sub-path' })

const old = '/blog/2024/03/first-bench.html'

test('an old address leads to the post, with the fragment and what the query says', async ({
  page,
}) => {
  await page.goto(`${old}?m=1&from=letter#comments`)
  await page.waitForURL('**/blog/posts/first-bench/?from=letter#comments')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The First Bench')
})

test('Back from there does not lead into the old address again', async ({ page }) => {
  await page.goto('/blog/')
  await page.goto(old)
  await page.waitForURL('**/blog/posts/first-bench/')
  await page.goBack()
  await expect(page).toHaveURL(/\/blog\/$/)
})

test.describe('a link to an old address that looks like a page’s, from before the post had its new one', () => {
  test.beforeEach(async ({ page, open, expectTrouble }) => {
    expectTrouble()
    const then = '/blog/posts/door-on-barrels/#comments'
    await page.route('**/much-discussed/', async (route) => {
      const response = await route.fetch()
      const body = (await response.text()).replaceAll('/blog/posts/first-bench/#comments', then)
      await route.fulfill({ response, body })
    })
    await open('/blog/posts/much-discussed/')
    await expect(page.getByRole('link', { name: 'on the first bench' })).toHaveAttribute(
      'href',
      then,
    )
  })

  test('leads to the post, with its fragment', async ({ page }) => {
    await page.getByRole('link', { name: 'on the first bench' }).click()
    await page.waitForURL('**/blog/posts/first-bench/#comments')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The First Bench')
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Much Discussed')
  })

  test('leads there after trying again, when it could not be reached at first', async ({
    page,
  }) => {
    const json = '**/posts/door-on-barrels.json'
    await page.route(json, (route) => route.abort())
    await page.getByRole('link', { name: 'on the first bench' }).click()
    const tryAgain = page.getByRole('button', { name: 'Try again' })
    await expect(tryAgain).toBeVisible()
    await page.unroute(json)
    await tryAgain.click()
    await page.waitForURL('**/blog/posts/first-bench/')
  })
})

test.describe('', () => {
  test.use({ javaScriptEnabled: false })

  test('an old address leads to the post without JavaScript', async ({ page }) => {
    await page.goto(old)
    await page.waitForURL('**/blog/posts/first-bench/')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The First Bench')
  })
})

test('the page at an old address names the new one as its own, and the post by its title', async ({
  request,
}) => {
  const html = await (await request.get(old)).text()
  expect(html).toContain(
    '<link rel="canonical" href="https://example.org/blog/posts/first-bench/">',
  )
  expect(html).toContain('<title lang="en">The First Bench</title>')
  // Of two ways to say which page counts, search engines would take the harder one.
  expect(html).not.toContain('noindex')
  const redirects = await (await request.get('/blog/_redirects')).text()
  expect(redirects).toContain(`${old} /blog/posts/first-bench/ 301\n`)
  expect(redirects).toMatch(/^.* \/blog\/feed\.xml 301\n/)
})

test('the folder where WordPress has its feed leads to the feed', async ({ page, request }) => {
  const html = await (await request.get('/blog/feed/')).text()
  expect(html).toContain('<link rel="alternate" type="application/atom+xml" href="/blog/feed.xml">')
  await page.goto('/blog/feed/')
  await page.waitForURL('**/blog/feed.xml')
})
