import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
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

/** The paths of what the device holds. */
const keptFiles = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys()
    const files = names.map(async (name) => (await caches.open(name)).keys())
    return (await Promise.all(files)).flat().map(({ url }) => new URL(url).pathname)
  })

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** To a post of which the device then has the JSON alone. */
async function moveOn(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Be Amazing' }).click()
  await expect(heading(page)).toHaveText('Be Amazing')
}

/** Serves a site under "/", and gives its address, until `use` is over. */
async function served(
  folder: string,
  use: (address: string) => Promise<void>,
  arrange: (server: Server) => void = () => {},
): Promise<void> {
  const server = await serveSite({ folder, base: '/', port: 0 })
  arrange(server)
  await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  server.close()
}

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
      // As hosts do, who lead on from there.
      await page.goto(path.slice(0, -1))
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
  await expect.poll(() => keptFiles(page)).toContainEqual(expect.stringMatching(/\.woff2$/))
  await expect.poll(() => keptFiles(page)).toContainEqual(expect.stringMatching(/\.svg$/))
  await context.setOffline(true)
  await page.reload()
  await hydrated(page)
  const pictures = page.getByRole('main').getByRole('img')
  await expect(pictures).toHaveCount(1)
  await expect
    .poll(() => pictures.evaluateAll((all) => all.map((one) => Reflect.get(one, 'naturalWidth'))))
    .not.toContain(0)
  await expect
    .poll(() => page.evaluate(() => [...document.fonts].some(({ status }) => status === 'loaded')))
    .toBe(true)
})

test('what is kept opens by its links, too', async ({ open, page, context, expectTrouble }) => {
  expectTrouble()
  await open('/posts/test-true/')
  await kept(page)
  await context.setOffline(true)
  await page.getByRole('banner').getByRole('link', { name: 'Service First' }).click()
  await expect(heading(page)).toHaveText('Service First')
  await hydrated(page)
  await page.getByRole('link', { name: 'Test True' }).first().click()
  await expect(heading(page)).toHaveText('Test True')
  await page.getByRole('link', { name: 'Archive' }).click()
  await expect(heading(page)).toHaveText('This page did not arrive')
})

test('the last 400 files are kept, and the home page', async ({ open, page }) => {
  await open('/posts/test-true/')
  await kept(page)
  await page.evaluate(async () => {
    const cache = await caches.open('lectern kept /')
    for (let file = 0; file < 400; file++) await cache.put(`/older-${file}.svg`, new Response(''))
  })
  await page.goto('/archive/')
  await expect.poll(() => keptFiles(page)).not.toContain('/older-0.svg')
  expect(await keptFiles(page)).toEqual(
    expect.arrayContaining(['/', '/older-399.svg', '/archive/']),
  )
})

test('settings that were never opened are there without a network', async ({
  open,
  page,
  context,
}) => {
  await open('/posts/test-true/')
  await kept(page)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Reading settings' }).click()
  await expect(page.getByRole('radio', { name: 'Sepia' })).toBeVisible()
})

test('a post that was moved to within the app is there when it is loaded afresh', async ({
  open,
  page,
  context,
  expectTrouble,
}) => {
  expectTrouble()
  await open('/posts/test-true/')
  await moveOn(page)
  await kept(page)
  await context.setOffline(true)
  await page.reload()
  await expect(heading(page)).toHaveText('Be Amazing')
  await expect(page).toHaveTitle(/Be Amazing/)
  await expect(page.getByRole('region', { name: 'Comments' })).toBeVisible()
})

test('an answer that comes too late to be shown is kept for the next time', async ({
  open,
  page,
}) => {
  await open('/posts/test-true/')
  await moveOn(page)
  await kept(page)
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/posts/be-amazing.json', async (route) => {
    await held
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...(await response.json()), title: 'Be Late' } })
  })
  // It is fetched ahead.
  await open('/posts/test-true/')
  await moveOn(page)
  release()
  const keptTitle = () =>
    page.evaluate(async () => (await (await caches.match('/posts/be-amazing.json'))?.json())?.title)
  await expect.poll(keptTitle).toBe('Be Late')
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
  await context.setOffline(false)
  await hydrated(page)
  await expect(heading(page)).toHaveText('This page did not arrive')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(heading(page)).toHaveText('Archive')
  const current = page.getByRole('navigation').locator('[aria-current]')
  await expect(current).toHaveText('Archive')
})

test('the page for what did not arrive reads without its app, too', async ({ request }) => {
  const html = await (await request.get('/offline.html')).text()
  expect(html).toContain('You may be offline')
  expect(html).toMatch(/<meta name="robots" content="noindex"/)
})

test.describe('a site that is published anew', () => {
  const change = (file: string, from: string | RegExp, to: string) =>
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
  test.use({
    baseURL: async ({ site }, use, testInfo) => {
      const folder = testInfo.outputPath('site')
      cpSync(siteFolder(site), folder, { recursive: true })
      await served(folder, use)
    },
  })

  const scriptOf = (site: string) =>
    /index-[\w-]+\.js/.exec(readFileSync(join(site, 'worker.js'), 'utf8'))?.[0] ?? ''

  /** Gives the app's first script another name. */
  const renewApp = (site: string) => {
    const script = scriptOf(site)
    renameSync(join(site, 'assets', script), join(site, 'assets/index-newer.js'))
    change(join(site, '_headers'), /Content-Security-Policy:.*/, 'X-Policy: none')
    for (const file of ['worker.js', 'offline.html', 'index.html'])
      change(join(site, file), new RegExp(script, 'g'), 'index-newer.js')
  }

  /** The earlier one is still in charge, since its page is open. */
  const hasNewerWorker = (page: Page) =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      await registration.update()
      while (registration.waiting === null) await new Promise((go) => setTimeout(go, 50))
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

  test('keeps no page that its host marks as private, and none of another program', async ({
    open,
    page,
  }, testInfo) => {
    const headers = testInfo.outputPath('site/_headers')
    for (const path of ['/posts/test-true/', '/posts/be-amazing.json'])
      appendFileSync(headers, `${path}\n  Cache-Control: private\n`)
    mkdirSync(testInfo.outputPath('site/shop'))
    writeFileSync(testInfo.outputPath('site/shop/index.html'), '<!doctype html><title>Shop</title>')
    await open('/posts/test-true/')
    await kept(page)
    await moveOn(page)
    await page.goto('/shop/')
    await page.goto('/archive/')
    await expect.poll(() => keptFiles(page)).toEqual(expect.arrayContaining(['/', '/archive/']))
    for (const path of ['/posts/test-true/', '/posts/be-amazing.json', '/shop/'])
      expect(await keptFiles(page)).not.toContain(path)
  })

  test('is there without a network where the browser preloads an error, as Firefox does', async ({
    open,
    page,
    context,
    expectTrouble,
  }, testInfo) => {
    expectTrouble()
    change(
      testInfo.outputPath('site/worker.js'),
      /^/,
      `Object.defineProperty(FetchEvent.prototype, 'preloadResponse', {
        get: () => fetch('/robots.txt').then(() => undefined, () => Response.error()),
      });`,
    )
    await open('/posts/test-true/')
    await kept(page)
    await context.setOffline(true)
    await page.reload()
    await hydrated(page)
    await expect(heading(page)).toHaveText('Test True')
    await page.goto('/archive/')
    await expect(heading(page)).toHaveText('This page did not arrive')
  })

  test('shows what it has now once there is a network again', async ({
    open,
    page,
    context,
    expectTrouble,
  }, testInfo) => {
    expectTrouble()
    await open('/posts/test-true/')
    await moveOn(page)
    await kept(page)
    await context.setOffline(true)
    await page.reload()
    await expect(heading(page)).toHaveText('Be Amazing')
    await hydrated(page)
    change(testInfo.outputPath('site/posts/be-amazing.json'), /Be Amazing/g, 'Be More Amazing')
    await context.setOffline(false)
    await expect(heading(page)).toHaveText('Be More Amazing')
  })

  test('has its app ready before it shows what names it', async ({
    open,
    page,
    context,
    expectTrouble,
  }, testInfo) => {
    expectTrouble()
    await open('/posts/test-true/')
    await moveOn(page)
    await kept(page)
    renewApp(testInfo.outputPath('site'))
    await hasNewerWorker(page)
    await context.setOffline(true)
    await page.reload()
    await hydrated(page)
    await expect(heading(page)).toHaveText('Be Amazing')
  })

  test('shows what was kept of it before with the app of then, and forgets older ones', async ({
    open,
    page,
    context,
  }, testInfo) => {
    await page.goto('/robots.txt')
    // The script of the app was there before all others, and stayed as it was.
    await page.evaluate(
      async (script) => {
        const cache = await caches.open('lectern app /')
        await cache.add(`/assets/${script}`)
        for (let older = 0; older < 20; older++)
          await cache.put(`/assets/older-${older}.js`, new Response(''))
      },
      scriptOf(testInfo.outputPath('site')),
    )
    await open('/posts/test-true/')
    await kept(page)
    expect(await keptFiles(page)).toContainEqual(expect.stringMatching(/older-0\./))
    renewApp(testInfo.outputPath('site'))
    await hasNewerWorker(page)
    await page.goto('about:blank')
    const next = await context.newPage()
    await next.goto('/')
    await kept(next)
    await expect.poll(() => keptFiles(next)).not.toContainEqual(expect.stringMatching(/older-0\./))
    await context.setOffline(true)
    await next.goto('/posts/test-true/')
    await expect(heading(next)).toHaveText('Test True')
    await hydrated(next)
  })
})

test('a move that is under way when the network comes back arrives', async ({ open, page }) => {
  await page.route('**/posts/be-amazing.json', async (route) => {
    await new Promise((go) => setTimeout(go, 500))
    await route.continue()
  })
  await open('/posts/test-true/')
  await page.getByRole('link', { name: 'Be Amazing' }).dispatchEvent('click')
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(heading(page)).toHaveText('Be Amazing')
})

test.describe('a host in trouble', () => {
  let trouble: 'none' | 'failing' | 'silent'
  test.beforeEach(() => {
    trouble = 'none'
  })
  test.use({
    baseURL: ({ site }, use) =>
      served(siteFolder(site), use, (server) => {
        const [answer] = server.listeners('request') as RequestListener[]
        server.removeAllListeners('request').on('request', (request, response) => {
          const isContent = !/assets|worker/.test(request.url ?? '')
          if (trouble === 'none' || !isContent) answer?.(request, response)
          else if (trouble === 'failing')
            response.writeHead(503, { 'cache-control': 'private, no-store' }).end()
        })
      }),
  })

  test('hides nothing that is kept', async ({ open, page, expectTrouble }) => {
    expectTrouble()
    await open('/posts/test-true/')
    await moveOn(page)
    await kept(page)
    trouble = 'failing'
    await page.reload()
    await expect(heading(page)).toHaveText('Be Amazing')
    await hydrated(page)
    await page.getByRole('banner').getByRole('link', { name: 'Service First' }).click()
    await expect(heading(page)).toHaveText('Service First')
  })

  test('shows the pictures of what is kept', async ({ open, page, expectTrouble }) => {
    expectTrouble()
    await open('/posts/courage-to-speak/')
    await kept(page)
    await expect.poll(() => keptFiles(page)).toContainEqual(expect.stringMatching(/\.svg$/))
    trouble = 'failing'
    await page.reload()
    const picture = page.getByRole('main').getByRole('img')
    await expect.poll(() => picture.evaluate((one) => Reflect.get(one, 'naturalWidth'))).not.toBe(0)
  })

  test('does not keep readers waiting for what is kept', async ({ open, page }) => {
    await open('/posts/test-true/')
    await kept(page)
    trouble = 'silent'
    await page.reload()
    await hydrated(page)
    await expect(heading(page)).toHaveText('Test True')
  })
})

for (const [readers, connection] of [
  ['who save data', { saveData: true }],
  ['on a slow connection', { effectiveType: '3g' }],
] as const)
  test.describe('', () => {
    test.use({ connection })

    test(`readers ${readers} have no worker, and nothing is kept for them`, async ({
      open,
      page,
    }) => {
      await open('/posts/test-true/')
      await moveOn(page)
      await page.waitForLoadState('networkidle')
      expect(await page.evaluate(() => navigator.serviceWorker.getRegistration())).toBeUndefined()
      expect(await page.evaluate(() => caches.keys())).toEqual([])
    })
  })
