import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { serveSite } from '../../src/publish/serve-site.ts'
import { siteFolder } from './sites.ts'
import { expect, hydrated, test } from './test.ts'

// Readers who save data are spared the worker.
test.use({ connection: {} })

/** The worker that keeps pages is at work. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
    // It answers for this page as well, once it has taken charge.
    while (navigator.serviceWorker.controller === null)
      await new Promise((resolve) => setTimeout(resolve, 50))
  })

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

for (const [site, base, slug, title] of [
  ['sample', '/', 'test-true', 'Test True'],
  ['sub-path', '/blog/', 'second-bench', 'The Second Bench'],
] as const)
  test.describe(site, () => {
    test.use({ site })

    test('the post that a reader opened first is there without a network', async ({
      open,
      page,
      context,
      expectTrouble,
    }) => {
      expectTrouble()
      const path = `${base}posts/${slug}/`
      await open(path)
      await kept(page)
      await context.setOffline(true)
      await page.goto(`${path}?utm_source=letter#comments`)
      await hydrated(page)
      await expect(heading(page)).toHaveText(title)
      // So is the home page, which everyone comes by.
      await page.goto(base)
      await hydrated(page)
      await expect(page.getByRole('article').first()).toBeVisible()
    })
  })

test('the pictures and the typeface of the first page are kept, too', async ({
  open,
  page,
  context,
  expectTrouble,
}) => {
  expectTrouble()
  await open('/posts/courage-to-speak/')
  await kept(page)
  const there = async () => {
    const sizes = await page.evaluate(async () => {
      await document.fonts.ready
      const pictures = [...document.querySelectorAll<HTMLImageElement>('main img')]
      const faces = [...document.fonts].filter(({ status }) => status === 'loaded')
      return { pictures: pictures.map(({ naturalWidth }) => naturalWidth), faces: faces.length }
    })
    return sizes.faces > 0 && sizes.pictures.length > 0 && !sizes.pictures.includes(0)
  }
  await expect.poll(there).toBe(true)
  await expect
    .poll(() =>
      page.evaluate(async () => (await (await caches.open('lectern app /')).keys()).length),
    )
    .toBeGreaterThan(3)
  await context.setOffline(true)
  await page.reload()
  await hydrated(page)
  await expect.poll(there).toBe(true)
})

test('a post that was moved to within the app is there when it is loaded afresh', async ({
  open,
  page,
  context,
  expectTrouble,
}) => {
  expectTrouble()
  await open('/posts/test-true/')
  await page.getByRole('link', { name: 'Be Amazing' }).click()
  await expect(heading(page)).toHaveText('Be Amazing')
  await kept(page)
  await context.setOffline(true)
  await page.reload()
  await expect(heading(page)).toHaveText('Be Amazing')
  await expect(page).toHaveTitle(/Be Amazing/)
  await expect(page.getByRole('region', { name: 'Comments' })).toBeVisible()
})

test('a page that was never opened says that the reader may be offline, and comes when there is a network', async ({
  open,
  page,
  context,
  expectTrouble,
}) => {
  expectTrouble()
  await open('/posts/test-true/')
  await kept(page)
  await context.setOffline(true)
  for (const path of ['/archive/', '/2016/05/be-amazing.html', '/posts/no-such-post/']) {
    await page.goto(path)
    await expect(heading(page)).toHaveText('This page did not arrive')
    await expect(page.getByRole('main')).toContainText('offline')
    await expect(page).toHaveURL(path)
  }
  await page.goto('/archive/')
  await hydrated(page)
  await expect(heading(page)).toHaveText('This page did not arrive')
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(heading(page)).toHaveText('Archive')
})

test('the page for what did not arrive reads without its app, too', async ({ request }) => {
  const html = await (await request.get('/offline.html')).text()
  expect(html).toContain('You may be offline')
  expect(html).toMatch(/<meta name="robots" content="noindex"/)
})

test.describe('a site that is published anew', () => {
  const change = (file: string, from: string | RegExp, to: string) =>
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
  const appFiles = (page: Page) =>
    page.evaluate(async () => {
      const cache = await caches.open('lectern app /')
      return (await cache.keys()).map(({ url }) => new URL(url).pathname)
    })

  test.use({
    baseURL: async ({ site }, use, testInfo) => {
      const folder = testInfo.outputPath('site')
      cpSync(siteFolder(site), folder, { recursive: true })
      const server = await serveSite({ folder, base: '/', port: 0 })
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
      server.close()
    },
  })

  test('shows its pages as they are now', async ({ open, page }, testInfo) => {
    await open('/posts/test-true/')
    await kept(page)
    change(testInfo.outputPath('site/posts/test-true/index.html'), /Test True/g, 'Test Truer')
    await page.reload()
    await expect(page).toHaveTitle(/^Test Truer/)
  })

  test('forgets a page that it has no more', async ({
    open,
    page,
    context,
    expectTrouble,
  }, testInfo) => {
    expectTrouble()
    await open('/posts/test-true/')
    await kept(page)
    rmSync(testInfo.outputPath('site/posts/test-true'), { recursive: true })
    await page.reload()
    await expect(heading(page)).toHaveText('There is no page here')
    await context.setOffline(true)
    await page.reload()
    await expect(heading(page)).toHaveText('This page did not arrive')
  })

  test('is forgotten in its earlier form once its pages are closed', async ({
    open,
    page,
    context,
  }, testInfo) => {
    await open('/posts/test-true/')
    await kept(page)
    expect(await appFiles(page)).toContainEqual(expect.stringMatching(/later-.*\.css/))
    change(testInfo.outputPath('site/worker.js'), /"assets\/later-[^"]*"/, '"assets/newer.css"')
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
    await page.goto('about:blank')
    const next = await context.newPage()
    await next.goto('/')
    await kept(next)
    await expect.poll(() => appFiles(next)).not.toContainEqual(expect.stringMatching(/later-/))
  })
})

test.describe('', () => {
  test.use({ connection: { saveData: true } })

  test('readers who save data have no worker', async ({ open, page }) => {
    await open('/posts/test-true/')
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => navigator.serviceWorker.getRegistration())).toBeUndefined()
  })
})
