import type { Page } from '@playwright/test'
import { expect, hold, test } from './test.ts'

const address = 'https://lectern.example/posts/test-true/'

/** Chromium on Linux has no share sheet; be sure of it elsewhere. */
const withoutShareSheet = (page: Page) =>
  page.addInitScript(() => {
    delete (Navigator.prototype as { share?: unknown }).share
  })

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('where there is no share sheet, a menu copies the canonical address, and says so', async ({
  open,
  page,
}) => {
  await withoutShareSheet(page)
  await open('/posts/test-true/?utm_source=letter')
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByRole('status')).toHaveText('Link copied')
  expect(await copied(page)).toBe(address)
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Share' })).toBeFocused()
})

test('buttons that are pressed before the app is there answer when it is', async ({ page }) => {
  await withoutShareSheet(page)
  const release = await hold(page, '**/assets/*.js')
  await page.goto('/posts/test-true/', { waitUntil: 'commit' })
  await page.getByRole('button', { name: 'Share' }).click()
  release()
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible()
})

test('the menu is worked by keyboard alone, and Escape closes it', async ({ open, page }) => {
  await withoutShareSheet(page)
  await open('/posts/test-true/')
  const share = page.getByRole('button', { name: 'Share' })
  await share.focus()
  await page.keyboard.press('Enter')
  await expect(share).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeFocused()
  await page.keyboard.press('Tab')
  const email = page.getByRole('link', { name: 'E-mail' })
  await expect(email).toBeFocused()
  await expect(email).toHaveAttribute(
    'href',
    `mailto:?subject=Test%20True&body=${encodeURIComponent(address)}`,
  )
  await page.keyboard.press('Escape')
  await expect(email).toBeHidden()
  await expect(share).toBeFocused()
})

test('the menu closes where a click gives buttons no focus, as in Safari', async ({
  open,
  page,
}) => {
  await withoutShareSheet(page)
  await page.addInitScript(() =>
    document.addEventListener('mousedown', (event) => {
      if (event.defaultPrevented || !(event.target as Element).closest('button')) return
      event.preventDefault()
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    }),
  )
  await open('/posts/test-true/')
  const share = page.getByRole('button', { name: 'Share' })
  const menu = page.locator('.share-menu')
  for (const close of [
    () => page.keyboard.press('Escape'),
    () => share.click(),
    () => page.getByRole('heading', { level: 1 }).click(),
  ]) {
    await share.click()
    await expect(menu).toBeVisible()
    await close()
    await expect(menu).toBeHidden()
  }
})

test('the menu opens where there is room for it', async ({ open, page }) => {
  await withoutShareSheet(page)
  await page.setViewportSize({ width: 1280, height: 700 })
  await open('/posts/test-true/')
  const share = page.getByRole('button', { name: 'Share' })
  for (const block of ['start', 'end'] as const) {
    await share.evaluate((button, block) => button.scrollIntoView({ block }), block)
    await share.click()
    await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible()
    for (const entry of await page.locator('.share-menu').getByRole('listitem').all())
      await expect(entry).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Escape')
  }
})

test('in a low window the menu leaves its button free, and scrolls', async ({ open, page }) => {
  await withoutShareSheet(page)
  await page.setViewportSize({ width: 640, height: 190 })
  await open('/posts/test-true/')
  const share = page.getByRole('button', { name: 'Share' })
  await share.evaluate((button) => button.scrollIntoView({ block: 'center' }))
  await share.click()
  expect(
    await share.evaluate((button) => {
      const { x, y, width, height } = button.getBoundingClientRect()
      return document.elementFromPoint(x + width / 2, y + height / 2) === button
    }),
  ).toBe(true)
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible()
  for (const entry of await page.locator('.share-menu').getByRole('listitem').all()) {
    await page.keyboard.press('Tab')
    await expect(entry.locator(':focus')).toBeInViewport({ ratio: 0.98 })
  }
})

test('a click elsewhere closes the menu', async ({ open, page }) => {
  await withoutShareSheet(page)
  await open('/posts/test-true/')
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('heading', { level: 1 }).click()
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeHidden()
})

test.describe('', () => {
  test.use({ site: 'sub-path' })

  test('the networks that the owner names are plain links', async ({ open, page }) => {
    await withoutShareSheet(page)
    await open('/blog/posts/second-bench/')
    await page.getByRole('button', { name: 'Share' }).click()
    await expect(page.getByRole('link', { name: 'Mastodon' })).toHaveAttribute(
      'href',
      /^https:\/\/share\.joinmastodon\.org\/#text=.*second-bench/,
    )
    await expect(page.getByRole('link', { name: 'The notice board' })).toHaveAttribute(
      'href',
      'https://example.org/pin?u=https%3A%2F%2Fexample.org%2Fblog%2Fposts%2Fsecond-bench%2F',
    )
  })
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
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeHidden()
})

test('Share shows the address where nothing else works', async ({ open, page }) => {
  await withoutShareSheet(page)
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })
  })
  await open('/posts/test-true/')
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByRole('status')).toContainText(address)
})
