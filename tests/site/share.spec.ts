import { expect, test } from './test.ts'

const address = 'https://lectern.example/posts/test-true/'

test('Share copies the canonical address where there is no share sheet, and says so', async ({
  open,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.addInitScript(() => {
    // Chromium on Linux has no share sheet; be sure of it elsewhere.
    delete (Navigator.prototype as { share?: unknown }).share
  })
  await open('/posts/test-true/?utm_source=letter')
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByRole('status')).toHaveText('Link copied')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address)
})

test('Share opens the system’s share sheet where there is one', async ({ open, page }) => {
  await page.addInitScript(() => {
    Object.assign(Navigator.prototype, {
      share: (data: unknown) => {
        Object.assign(window, { shared: data })
        return Promise.resolve()
      },
    })
  })
  await open('/posts/test-true/')
  await page.getByRole('button', { name: 'Share' }).click()
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { shared: unknown }).shared))
    .toEqual({ title: 'Test True', url: address })
})

test('Share shows the address where nothing else works', async ({ open, page }) => {
  await page.addInitScript(() => {
    delete (Navigator.prototype as { share?: unknown }).share
    Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })
  })
  await open('/posts/test-true/')
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByRole('status')).toContainText(address)
})
