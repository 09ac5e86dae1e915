import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { expect, hold, hydrated, requestsOf, test } from './test.ts'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a post is there with its text, its neighbours, its comments and the popular posts', async ({
    page,
  }) => {
    await page.goto('/posts/test-true/')
    await expect(page.getByRole('heading', { level: 1, name: 'Test True' })).toBeVisible()
    await expect(page.getByText('Wrapped in a tea towel')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Comments' })).toContainText('A ward clerk')
    await expect(page.getByRole('button', { name: 'Share' })).toBeHidden()
    const popular = page.getByRole('complementary', { name: 'Popular posts from this blog' })
    await popular.getByRole('link', { name: 'Be Amazing' }).click()
    await expect(page).toHaveURL('/posts/be-amazing/')
    await expect(page.getByRole('heading', { level: 1, name: 'Be Amazing' })).toBeVisible()
  })
})

test('the text needs nothing but the HTML', async ({ page, baseURL, expectTrouble }) => {
  expectTrouble(/Failed to (load resource|fetch dynamically imported module)/)
  await page.route('**/*', (route) =>
    route.request().resourceType() === 'document' ? route.continue() : route.abort(),
  )
  await page.goto('/posts/test-true/')
  await expect(page.getByText('Wrapped in a tea towel')).toBeVisible()
  const colour = await page.evaluate(
    () => getComputedStyle(document.documentElement).backgroundColor,
  )
  expect(colour, `styles are in the page of ${baseURL}`).toBe('rgb(251, 249, 244)')
})

test('the app takes over every kind of page without asking for anything', async ({
  open,
  page,
  expectTrouble,
}) => {
  expectTrouble()
  const asked = requestsOf(page)
  for (const path of ['/', '/page/2/', '/posts/test-true/', '/about/', '/nowhere/']) {
    await open(path)
    await page.waitForLoadState('networkidle')
  }
  expect(asked.filter((path) => path.endsWith('.json'))).toEqual([])
})

test('iPhones enlarge no text when they are turned: the name that they know is built in', async ({
  request,
}) => {
  const html = await (await request.get('/')).text()
  expect(html).toContain('-webkit-text-size-adjust:none')
})

test("a post's body and its comments are sent once, but for what machines are told of comments", async ({
  request,
}) => {
  const page = await (await request.get('/posts/test-true/')).text()
  const html = page.replace(/<script type="application\/ld\+json">.*?<\/script>/s, '')
  expect(html.split('Wrapped in a tea towel')).toHaveLength(2)
  expect(html.split('I tried it the plain way')).toHaveLength(2)
})

test('emphasis is set in the italic of the reading face', async ({ open, page }) => {
  await open('/posts/test-true/')
  const italic = () =>
    [...document.fonts].filter(
      ({ family, style, status }) =>
        family === 'Literata' && style === 'italic' && status === 'loaded',
    ).length
  await expect.poll(() => page.evaluate(italic)).toBe(1)
})

test('a page says its title, description, canonical address and language', async ({ page }) => {
  await page.goto('/posts/test-true/')
  await expect(page).toHaveTitle('Test True · Service First')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB')
  await expect(page.locator('head meta[name=description]')).toHaveAttribute('content', /./)
  await expect(page.locator('head link[rel=canonical]')).toHaveAttribute(
    'href',
    'https://lectern.example/posts/test-true/',
  )
})

test('the popular posts stand beside the text on a wide screen, after the comments on a phone', async ({
  open,
  page,
}) => {
  await open('/posts/test-true/')
  // The web font gives the text another height.
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  const boxOf = async (role: 'complementary' | 'region', name: string) => {
    const box = await page.getByRole(role, { name }).boundingBox()
    if (box === null) throw new Error(`${name} is not shown`)
    return box
  }
  const title = await page.getByRole('heading', { level: 1 }).boundingBox()
  const wide = await boxOf('complementary', 'Popular posts from this blog')
  expect(wide.x).toBeGreaterThan((title?.x ?? 0) + (title?.width ?? 0))

  await page.setViewportSize({ width: 390, height: 800 })
  const comments = await boxOf('region', 'Comments')
  const narrow = await boxOf('complementary', 'Popular posts from this blog')
  expect(narrow.y).toBeGreaterThanOrEqual(comments.y + comments.height)
})

test('a list in a comment has its numbers, the comments themselves have none', async ({ page }) => {
  await page.goto('/posts/test-true/')
  const kinds = await page.evaluate(() => {
    const comment = document.querySelector('.comment .prose')
    comment?.insertAdjacentHTML('beforeend', '<ol><li>Tea</li></ol>')
    return [comment?.querySelector('li'), document.querySelector('.comments > ol > li')].map(
      (item) => item && getComputedStyle(item).listStyleType,
    )
  })
  expect(kinds).toEqual(['decimal', '""'])
})

test('nothing on the page is wider than a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  for (const path of ['/', '/posts/the-rota-is-a-promise/', '/posts/test-true/', '/about/']) {
    await page.goto(path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(360)
  }
})

for (const path of ['/archive/2026/', '/tags/', '/search/', '/posts/test-true/'])
  test(`a word longer than a phone is wide is broken at ${path}`, async ({ page, open }) => {
    await page.setViewportSize({ width: 360, height: 700 })
    await open(path)
    const widest = await page.evaluate(() => {
      const words = 'main :is(.archive, .related, .tags) a, main option'
      for (const element of document.querySelectorAll(words))
        element.textContent = 'Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunternehmen'
      return document.documentElement.scrollWidth
    })
    expect(widest).toBe(360)
  })

test('on paper a link says where it leads, unless its text does', async ({ page, open }) => {
  await open('/posts/test-true/')
  await page.emulateMedia({ media: 'print' })
  const said = await page.evaluate(() => {
    const text = document.querySelector('.post .prose')
    text?.insertAdjacentHTML(
      'beforeend',
      '<p><a href="https://example.org/a">Tea</a> <a class="bare" href="https://example.org/b">example.org/b</a>',
    )
    const links = [...document.querySelectorAll('.prose a[href^="https://example.org/"]')].slice(-2)
    return links.map((link) => getComputedStyle(link, '::after').content)
  })
  expect(said).toEqual(['" (https://example.org/a)"', 'none'])
})

test('on paper no line of code is cut off, and nothing stays folded', async ({ page, open }) => {
  await page.setViewportSize({ width: 500, height: 700 })
  await open('/posts/test-true/')
  await page.emulateMedia({ media: 'print' })
  const [beyond, height] = await page.evaluate(() => {
    const text = document.querySelector('.post .prose')
    text?.insertAdjacentHTML('beforeend', `<pre><code>${'tea '.repeat(200)}</code></pre>`)
    text?.insertAdjacentHTML('beforeend', '<details><summary>More</summary><p>Tea.</p></details>')
    const code = document.querySelector('.prose pre')
    return [
      code && code.scrollWidth - code.clientWidth,
      document.querySelector('.prose details p')?.getBoundingClientRect().height,
    ]
  })
  expect(beyond).toBe(0)
  expect(height).toBeGreaterThan(10)
})

test('on paper code begins where it stands, and only as much of it as is too long goes on', async ({
  page,
  open,
}) => {
  await open('/posts/test-true/')
  const pagesWith = async (lines: number): Promise<number> => {
    await page.evaluate((lines) => {
      const text = document.querySelector('.post .prose')
      if (text) text.innerHTML = `<p>Tea.</p><pre><code>${'tea\n'.repeat(lines)}</code></pre>`
    }, lines)
    const paper = await page.pdf({ format: 'A4' })
    return paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  }
  expect([await pagesWith(10), await pagesWith(70)]).toEqual([1, 2])
})

test('nothing moves while a post with an image loads', async ({ page }) => {
  await watchShifts(page)
  await page.goto('/posts/courage-to-speak/')
  await hydrated(page)
  await page.waitForLoadState('networkidle')
  expect(await shifted(page)).toBeLessThan(0.01)
})

for (const width of [412, 768, 1440])
  test(`nothing moves at a width of ${width} when the web font comes`, async ({ page }) => {
    await page.setViewportSize({ width, height: 823 })
    const release = await hold(page, '**/*.woff2')
    const asked = page.waitForRequest('**/*.woff2')
    await watchShifts(page)
    await page.goto('/posts/the-rota-is-a-promise/', { waitUntil: 'commit' })
    await hydrated(page)
    await asked
    expect(await loadedFonts(page)).toEqual([])
    release()
    await expect.poll(() => loadedFonts(page)).toContain('Literata')
    await page.waitForLoadState('networkidle')
    expect(await shifted(page)).toBeLessThan(0.01)
  })

test('nothing moves when what follows a short post comes after it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await watchShifts(page)
  await page.goto('/posts/test-true/')
  await hydrated(page)
  const link = page.getByRole('banner').getByRole('link').first()
  await link.evaluate((element) => element.setAttribute('href', '/posts/a-note-without-a-title/'))
  await link.click()
  await expect(page.getByRole('region', { name: 'Comments' })).toContainText('No comments yet')
  await page.waitForLoadState('networkidle')
  expect(await shifted(page)).toBeLessThan(0.01)
})

test('nothing moves when a title arrives later than what it stands in', async ({
  page,
  request,
}) => {
  const [before, after] = (await (await request.get('/search/')).text()).split(/(?<=<h1[^>]*>)/)
  const slowly = createServer(async (_, response) => {
    response.setHeader('content-type', 'text/html')
    response.write(before)
    await setTimeout(300)
    response.end(after)
  }).listen(0, '127.0.0.1')
  await once(slowly, 'listening')
  const { port } = slowly.address() as AddressInfo
  await page.route('/search/', (route) => route.continue({ url: `http://127.0.0.1:${port}` }))
  await watchShifts(page)
  await page.goto('/search/')
  await hydrated(page)
  expect(await shifted(page)).toBe(0)
  slowly.close()
})

/** From the next page on, adds up how far what was seen has moved, as Chromium's layout-shift entries say. */
const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      // TypeScript's DOM types don't know of their value.
      for (const entry of list.getEntries())
        shifts.push((entry as unknown as { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
const shifted = (page: Page): Promise<number> =>
  page.evaluate(() =>
    (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
  )
/** The families of fonts that came from the web. */
const loadedFonts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.fonts]
      .filter(({ family, status }) => status === 'loaded' && !family.includes(' as '))
      .map(({ family }) => family),
  )

test.describe('a blog of many languages', () => {
  test.use({ site: 'sub-path' })

  test('says the language and direction of each post', async ({ open, page }) => {
    await open('/blog/posts/masa/')
    const title = page.getByRole('heading', { level: 1, name: 'طاولة النجار' })
    await expect(title).toHaveAttribute('dir', 'rtl')
    await expect(title).toHaveAttribute('lang', 'ar')
  })

  test('sets what is aligned to one side there, whatever the direction', async ({ open, page }) => {
    await open('/blog/posts/masa/')
    for (const [text, side] of [
      ['إلى اليمين.', 'right'],
      ['To the left.', 'left'],
    ] as const)
      await expect(page.getByText(text)).toHaveCSS('text-align', side)
  })

  test('sets tables and definitions in from the side that the language begins at', async ({
    open,
    page,
  }) => {
    await open('/blog/posts/masa/')
    const sides = (element: string) =>
      page
        .getByRole('main')
        .locator(element)
        .first()
        .evaluate((element) => {
          const { paddingLeft, paddingRight, marginLeft, marginRight } = getComputedStyle(element)
          const widths = [paddingLeft, paddingRight, marginLeft, marginRight].map(Number.parseFloat)
          return widths.map((width) => width > 0)
        })
    expect(await sides('td')).toEqual([true, false, false, false])
    expect(await sides('dd')).toEqual([false, true, false, false])
  })

  test('never shows drafts and posts of the future', async ({ request }) => {
    for (const slug of ['not-yet', 'far-future']) {
      expect((await request.get(`/blog/posts/${slug}/`)).status()).toBe(404)
      expect((await request.get(`/blog/posts/${slug}.json`)).status()).toBe(404)
    }
    const list = await (await request.get('/blog/index.json')).text()
    expect(list).not.toMatch(/Not Yet|Far Future/)
  })
})
