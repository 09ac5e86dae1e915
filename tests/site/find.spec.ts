import { expect, hold, hydrated, requestsOf, test } from './test.ts'

test('every post can be reached by links alone, in at most four clicks from the first page', async ({
  page,
}) => {
  await page.goto('/')
  const { all, reached } = await page.evaluate(async () => {
    const linksAt = async (path: string): Promise<string[]> => {
      const html = await (await fetch(path)).text()
      const links = new DOMParser()
        .parseFromString(html, 'text/html')
        .querySelectorAll('main a, header a')
      return [...links].map(
        (link) => new URL(link.getAttribute('href') ?? '', new URL(path, location.href)).pathname,
      )
    }
    const sitemap = await (await fetch('/sitemap.xml')).text()
    const all = [...sitemap.matchAll(/<loc>https?:\/\/[^/]+(\/posts\/[^<]+)</g)].map(
      ([, path]) => path ?? '',
    )
    const reached = new Set(['/'])
    let edge = ['/']
    for (let clicks = 1; clicks <= 4; clicks++) {
      const found = (await Promise.all(edge.map(linksAt))).flat()
      edge = [...new Set(found)].filter((path) => path.endsWith('/') && !reached.has(path))
      for (const path of edge) reached.add(path)
    }
    return { all, reached: [...reached] }
  })
  expect(all.length).toBeGreaterThan(10)
  expect(all.filter((path) => !reached.includes(path))).toEqual([])
})

test('from the archive a reader comes to a year, and to a post of it', async ({ open, page }) => {
  await open('/posts/be-amazing/')
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Archive' })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Archive' })).toBeFocused()
  await expect(page).toHaveTitle('Archive · Service First')
  await page
    .getByRole('main')
    .getByRole('link', { name: /^September \(1\)/ })
    .first()
    .click()
  await expect(page).toHaveURL('/archive/2026/#month-09')
  await page.getByRole('main').getByRole('link', { name: 'Be Amazing' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Be Amazing' })).toBeFocused()
})

test('posts without a date have a place of their own in the archive', async ({ open, page }) => {
  await open('/archive/')
  await page.getByRole('link', { name: 'Without a date' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Posts without a date')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1)
})

test('a tag under a post leads to the posts that have it', async ({ open, page }) => {
  await open('/posts/trust-the-truth/')
  await page.getByRole('article').getByRole('link', { name: 'courage' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'courage' })).toBeFocused()
  await expect(page.getByRole('main').getByRole('article')).toHaveCount(4)
  await expect(page.locator('link[rel=alternate][href="/tags/courage/feed.xml"]')).toHaveCount(1)
})

test('nothing of the search is fetched before a reader searches', async ({ open, page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await open('/posts/be-amazing/')
  expect(asked.filter((path) => /search|finding|assets\/en-/.test(path))).toEqual([])
})

test('results come while a reader types, with the words marked in their sentence', async ({
  open,
  page,
}) => {
  await open('/posts/be-amazing/')
  await page.keyboard.press('/')
  const box = page.getByRole('searchbox', { name: 'Search this blog' })
  await expect(box).toBeFocused()
  await page.keyboard.type('kitchen po')
  await expect(page.getByRole('status')).toContainText('found for “kitchen po”')
  await expect(page).toHaveURL('/search/?q=kitchen+po')
  await expect(page).toHaveTitle('Search: kitchen po · Service First')
  await expect(box).toBeFocused()
  const result = page.getByRole('main').getByRole('article').first()
  await expect(result.locator('mark').first()).toHaveText(/^(kitchen|po)/i)
  const title = (await result.getByRole('link').textContent()) ?? ''

  // The post came with the result: opening it asks for nothing.
  const asked = requestsOf(page)
  await result.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused()
  expect(asked.filter((path) => path.endsWith('.json'))).toEqual([])

  await page.goBack()
  await expect(box).toHaveValue('kitchen po')
  await expect(page.getByRole('main').getByRole('article').first()).toContainText(title)
})

test('a shared search shows its results; a word is found by its stem', async ({ open, page }) => {
  await open('/search/?q=rota')
  await expect(page.getByRole('status')).toHaveText(/^\d+ posts found for “rota”$/)
  await expect(page.locator('mark', { hasText: 'rotas' }).first()).toBeVisible()
})

test('results move nothing that is on a phone’s screen', async ({ open, page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.addInitScript(() => {
    Object.assign(window, { moved: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Object.assign(window, {
          moved: Number('value' in entry && entry.value) + Number(Reflect.get(window, 'moved')),
        })
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await open('/search/?q=amazed')
  await expect(page.getByRole('status')).toContainText('found for')
  expect(await page.evaluate('moved')).toBeLessThan(0.01)
})

test('tags and years narrow a search', async ({ open, page }) => {
  await open('/search/?q=the+night')
  const results = page.getByRole('main').getByRole('article')
  await expect(results.first()).toBeVisible()
  const all = await results.count()
  await page.getByRole('combobox', { name: 'Tag' }).focus()
  await page.getByRole('combobox', { name: 'Tag' }).selectOption('coaching')
  await expect(page).toHaveURL('/search/?q=the+night&tag=coaching')
  await expect.poll(() => results.count()).toBeLessThan(all)
  await expect(page.getByRole('combobox', { name: 'Tag' })).toBeFocused()
})

test('of a year that narrows a search, posts of others are not found', async ({ open, page }) => {
  await open('/search/?q=the')
  const times = page.getByRole('main').getByRole('article').locator('time')
  await expect(times.nth(6)).toBeVisible()
  const yearsFound = () =>
    times.evaluateAll((all) => [
      ...new Set(all.map((time) => time.getAttribute('datetime')?.slice(0, 4))),
    ])
  expect((await yearsFound()).length).toBeGreaterThan(1)
  const choice = page.getByRole('combobox', { name: 'Year' })
  await choice.focus()
  const years = (await choice.getByRole('option').allTextContents()).slice(1)
  for (const year of years) {
    await choice.selectOption(year)
    await expect(page).toHaveURL(`/search/?q=the&year=${year}`)
    await expect.poll(yearsFound).toEqual([year])
  }
})

test('a post that is called so comes before those that only say so', async ({ open, page }) => {
  await open('/search/?q=power')
  const results = page.getByRole('main').getByRole('article')
  await expect(results.nth(1)).toBeVisible()
  await expect(results.first().getByRole('heading')).toHaveText('Word Power')
})

test('a tag that an address writes its own way, or that is gone, is shown as what narrows a search', async ({
  open,
  page,
}) => {
  const tag = page.getByRole('combobox', { name: 'Tag' })
  await open('/search/?q=the+night&tag=COACHING')
  await expect(tag).toHaveValue('coaching')
  await open('/search/?q=the+night&tag=zeppelins')
  await expect(tag).toHaveValue('zeppelins')
  await expect(page.getByRole('status')).toContainText('0 posts')
})

test('no letter is lost, however fast a reader types', async ({ open, page }) => {
  await open('/search/')
  const box = page.getByRole('searchbox')
  for (const delay of [20, 148, 155]) {
    await box.fill('')
    await box.pressSequentially('practice builds', { delay })
    await expect(box).toHaveValue('practice builds')
    await expect(page).toHaveURL('/search/?q=practice+builds')
  }
})

test('the box has the words of a search that Back leads to', async ({ open, page }) => {
  await open('/search/')
  const box = page.getByRole('searchbox')
  await box.fill('rota')
  await expect(page).toHaveURL('/search/?q=rota')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Search' }).click()
  await expect(box).toHaveValue('')
  await page.goBack()
  await expect(page.getByRole('status')).toContainText('found for “rota”')
  await expect(box).toHaveValue('rota')
})

test('what is written and chosen before the app is there stays, and is searched for', async ({
  page,
}) => {
  const release = await hold(page, '**/assets/*.js')
  await page.goto('/search/', { waitUntil: 'commit' })
  const box = page.getByRole('searchbox')
  await box.fill('rota')
  await page.getByRole('combobox', { name: 'Tag' }).selectOption('coaching')
  release()
  await hydrated(page)
  await expect(page).toHaveURL('/search/?q=rota&tag=coaching')
  await expect(box).toHaveValue('rota')
  await expect(page.getByRole('combobox', { name: 'Tag' })).toHaveValue('coaching')
  await expect(page.getByRole('status')).toContainText('for “rota”')
})

test('what an address asks for stays where more is chosen before the app is there', async ({
  page,
}) => {
  const release = await hold(page, '**/assets/*.js')
  await page.goto('/search/?q=team', { waitUntil: 'commit' })
  await page.getByRole('combobox', { name: 'Tag' }).selectOption('coaching')
  release()
  await hydrated(page)
  await expect(page).toHaveURL('/search/?q=team&tag=coaching')
  await expect(page.getByRole('searchbox')).toHaveValue('team')
})

test('a search is there again on the way back from another site', async ({ open, page }) => {
  await open('/search/?q=team')
  await page.getByRole('combobox', { name: 'Tag' }).selectOption('coaching')
  await expect(page).toHaveURL('/search/?q=team&tag=coaching')
  await page.goto('about:blank')
  await page.goBack()
  await hydrated(page)
  await expect(page.getByRole('status')).toContainText('for “team”')
  await expect(page).toHaveURL('/search/?q=team&tag=coaching')
  await expect(page.getByRole('searchbox')).toHaveValue('team')
})

test('a word that no post has is not found in shorter ones', async ({ open, page }) => {
  await open('/search/?q=forest')
  await expect(page.getByRole('status')).toHaveText('0 posts found for “forest”')
})

test('of a word that is being typed, what it may become is found and marked', async ({
  open,
  page,
}) => {
  await open('/search/?q=storeke')
  await expect(page.getByRole('main').locator('mark').first()).toHaveText(/^storekeeper/)
  await open('/search/?q=noticin')
  await expect(page.getByRole('main').locator('mark').first()).toHaveText(/^notic/)
})

for (const name of ['Search', 'Try again'])
  test(`"${name}" tries a search again that could not be loaded`, async ({
    open,
    page,
    expectTrouble,
  }) => {
    expectTrouble()
    await open('/search/')
    await page.route('**/search/*.json', (route) => route.abort())
    await page.getByRole('searchbox').fill('rota')
    await expect(page.getByRole('status')).toContainText('could not be loaded')
    await page.unroute('**/search/*.json')
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('status')).toContainText('found for “rota”')
    await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden()
  })

test('whoever has a search tried again is told of what comes of it, and goes on there', async ({
  open,
  page,
  expectTrouble,
}) => {
  expectTrouble()
  const status = page.getByRole('main').getByRole('status')
  const tryAgain = page.getByRole('button', { name: 'Try again' })
  await page.route('**/search/*.json', (route) => route.abort())
  await open('/search/?q=rota')
  await tryAgain.focus()
  await page.keyboard.press('Enter')
  await expect(tryAgain).toBeVisible()
  await expect(status).toBeFocused()
  await page.unroute('**/search/*.json')
  await page.keyboard.press('Tab')
  await expect(tryAgain).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(status).toContainText('found for “rota”')
  await expect(status).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(
    page.getByRole('main').getByRole('heading', { level: 2 }).first().getByRole('link'),
  ).toBeFocused()
})

test('a search goes on where the site was built anew since', async ({
  open,
  page,
  expectTrouble,
}) => {
  expectTrouble()
  // Hosts let browsers keep an index for a while that names pieces of a build before.
  await page.addInitScript(() => {
    const { fetch } = window
    window.fetch = (input, init) => {
      if (String(input).endsWith('/search/index.json'))
        document.documentElement.dataset.cache = init?.cache ?? ''
      return fetch(input, init)
    }
  })
  await page.route('**/search/index.json', async (route) => {
    const response = await route.fetch()
    const index = await response.json()
    index.terms = index.terms.map(([first]: string[]) => [first, 'gone'])
    await route.fulfill({ response, json: index })
    await page.unroute('**/search/index.json')
  })
  await open('/search/')
  await page.getByRole('searchbox').fill('rota')
  await expect(page.getByRole('status')).toContainText('found for “rota”')
  await expect(page.locator('html')).toHaveAttribute('data-cache', 'no-cache')
})

test('Search, pressed again, fetches nothing where nothing is missing', async ({ open, page }) => {
  await open('/search/?q=rota')
  await expect(page.getByRole('status')).toContainText('found for “rota”')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('searchbox').fill('rotas')
  await expect(page.getByRole('status')).toContainText('found for “rotas”')
  expect(asked.filter((url) => url.endsWith('index.json'))).toEqual([])
})

test('a tag or a year without a word asks for one', async ({ open, page }) => {
  await open('/search/?tag=trust')
  await expect(page.getByRole('status')).toHaveText('Type a word to look for.')
})

test('where nothing is found, a kind answer leads on', async ({ open, page }) => {
  await open('/search/?q=zeppelins')
  await expect(page.getByRole('status')).toHaveText('0 posts found for “zeppelins”')
  await page.getByRole('main').getByRole('link', { name: 'archive' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Archive' })).toBeVisible()
})

test('Escape leaves the search for where the reader was', async ({ open, page }) => {
  await open('/posts/be-amazing/')
  await page.keyboard.press('/')
  await page.getByRole('searchbox').fill('rota')
  await expect(page.getByRole('status')).toContainText('found')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL('/posts/be-amazing/')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the search page says what to do instead', async ({ page }) => {
    await page.goto('/search/')
    // Playwright's own ways to find text leave out what is in a noscript.
    await expect(page.locator('noscript p')).toContainText('Searching needs JavaScript')
    await expect(page.getByRole('searchbox')).toBeHidden()
    await page.locator('noscript a').click()
    await expect(page.getByRole('heading', { level: 1, name: 'Archive' })).toBeVisible()
  })
})

test.describe('under a sub-path', () => {
  test.use({ site: 'sub-path' })
  test('tags of any letters have pages, and texts in scripts without spaces are found', async ({
    open,
    page,
  }) => {
    await open('/blog/tags/')
    for (const link of await page.getByRole('main').getByRole('link').all()) {
      const answer = await page.request.get((await link.getAttribute('href')) ?? '')
      expect(answer.status()).toBe(200)
    }
    await open('/blog/search/?q=工作')
    await expect(page.getByRole('main').getByRole('article').first()).toBeVisible()
    await expect(page.locator('mark').first()).toBeVisible()
    await page.getByRole('searchbox').fill('工作台')
    await expect(page.getByRole('status')).toHaveText('1 post found for “工作台”')
    const found = page.getByRole('main').getByRole('article')
    await expect(found.getByRole('heading')).toHaveAttribute('lang', 'zh-Hans')
    await expect(found.locator('mark').first()).toHaveText('工作台')
    await expect(found.locator('p').last()).toHaveAttribute('lang', 'zh-Hans')
    // A syllable is a word, and has others after it.
    await page.getByRole('searchbox').fill('차')
    await expect(page.getByRole('status')).toHaveText('1 post found for “차”')
  })
})

test('who asks for more results goes on with the first of them', async ({ page }) => {
  await page.goto('/search/?q=the')
  const results = page.getByRole('main').getByRole('listitem')
  await expect(results).toHaveCount(10)
  await page.getByRole('button', { name: 'More results' }).press('Enter')
  await expect(results.nth(10).getByRole('link')).toBeFocused()
  await expect(page.getByRole('button', { name: 'More results' })).toHaveCount(0)
})

test('more results that come while the reader writes another query leave the focus there', async ({
  page,
}) => {
  await page.goto('/search/?q=the')
  const results = page.getByRole('main').getByRole('listitem')
  await expect(results).toHaveCount(10)
  let answer = () => {}
  const isAnswered = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/posts/*.json', async (route) => {
    await isAnswered
    await route.continue()
  })
  await page.getByRole('button', { name: 'More results' }).press('Enter')
  await page.getByRole('searchbox').focus()
  answer()
  await expect(results).toHaveCount(13)
  await expect(page.getByRole('searchbox')).toBeFocused()
})

test('Back from a result opened by keyboard leads to it', async ({ open, page }) => {
  await open('/search/?q=the')
  const result = page.getByRole('main').getByRole('article').nth(2).getByRole('link')
  await result.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Search')
  await page.goBack()
  await expect(result).toBeFocused()
})

test('Back from a result leads to all results that were there, and to where the reader was among them', async ({
  open,
  page,
}) => {
  await page.setViewportSize({ width: 412, height: 600 })
  await open('/search/?q=the')
  await page.getByRole('button', { name: 'More results' }).click()
  const result = page.getByRole('main').getByRole('listitem').last().getByRole('link')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(13)
  await result.scrollIntoViewIfNeeded()
  const scroll = await page.evaluate(() => window.scrollY)
  expect(scroll).toBeGreaterThan(600)
  await result.click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Search')
  await page.goBack()
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(13)
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(scroll)
})
