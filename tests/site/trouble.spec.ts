import type { Route } from '@playwright/test'
import { expect, hydrated, test } from './test.ts'

const twin = '**/posts/be-amazing.json'
const failures: Record<string, (route: Route) => Promise<void>> = {
  'no network': (route) => route.abort('internetdisconnected'),
  'an answer of 500': (route) => route.fulfill({ status: 500, body: 'oops' }),
  'JSON that is cut off': (route) =>
    route.fulfill({ contentType: 'application/json', body: '{"id": "be-am' }),
  'HTML instead of JSON': (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Welcome to the hotel' }),
  'JSON of another kind': (route) =>
    route.fulfill({ contentType: 'application/json', body: '{"hello": "world"}' }),
}

test('a page that did not arrive is owned up to, and trying again shows it', async ({
  open,
  page,
  expectTrouble,
}) => {
  expectTrouble()
  for (const [name, fail] of Object.entries(failures))
    await test.step(name, async () => {
      await open('/posts/test-true/')
      await page.route(twin, fail)
      await page.getByRole('link', { name: 'Be Amazing' }).click()
      const apology = page.getByRole('heading', { level: 1, name: 'This page did not arrive' })
      await expect(apology).toBeFocused()
      await expect(page.getByRole('banner')).toBeVisible()
      await expect(page).toHaveURL('/posts/be-amazing/')

      await page.unroute(twin)
      await page.getByRole('button', { name: 'Try again' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Be Amazing' })).toBeFocused()
      await page.goBack()
      await expect(page.getByRole('heading', { level: 1, name: 'Test True' })).toBeVisible()
    })
})

test('where a later app writes other JSON, trying again opens the page afresh', async ({
  open,
  page,
  expectTrouble,
}) => {
  expectTrouble()
  await open('/posts/test-true/')
  await page.route(twin, (route) => route.fulfill({ json: { of: 'a later edition' } }))
  await page.getByRole('link', { name: 'Be Amazing' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page did not arrive')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Be Amazing')
  await expect(page).toHaveURL('/posts/be-amazing/')
})

test('trying again works for a place in a page, too', async ({ open, page, expectTrouble }) => {
  expectTrouble()
  await open('/posts/test-true/')
  await page.route(twin, (route) => route.abort())
  const link = page.getByRole('link', { name: 'Be Amazing' })
  await link.evaluate((element: HTMLAnchorElement) => {
    element.hash = '#comments'
  })
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page did not arrive')
  const failed = page.waitForEvent('requestfailed')
  await page.getByRole('button', { name: 'Try again' }).click()
  await failed
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page did not arrive')
  await page.unroute(twin)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Be Amazing')
  await expect(page.getByRole('region', { name: 'Comments' })).toBeFocused()
  await expect(page).toHaveURL('/posts/be-amazing/#comments')
})

test('a post that is gone by the time of the click is said to be missing', async ({
  open,
  page,
  expectTrouble,
}) => {
  expectTrouble()
  for (const gone of [twin, '**/posts/be-amazing/'])
    await page.route(gone, (route) => route.fulfill({ status: 404 }))
  await open('/posts/test-true/')
  await page.getByRole('link', { name: 'Be Amazing' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'There is no page here' })).toBeFocused()
  await expect(page).toHaveTitle('There is no page here · Service First')
  await page.getByRole('link', { name: 'See the newest posts' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Service First' })).toBeFocused()
})

test('where the app was built anew since, a page whose script is gone is opened afresh', async ({
  open,
  page,
  expectTrouble,
}) => {
  expectTrouble()
  await page.route('**/assets/finding-*.js', (route) => route.fulfill({ status: 404 }))
  await open('/posts/test-true/')
  const loaded = page.waitForEvent('load', { timeout: 15_000 })
  await page.getByRole('link', { name: 'Archive' }).click()
  await loaded
  await expect(page.getByRole('heading', { level: 1, name: 'Archive' })).toBeVisible()
  await expect(page).toHaveURL('/archive/')
})

test('so it is where the reader goes back to a place in it', async ({
  open,
  page,
  expectTrouble,
}) => {
  expectTrouble()
  await open('/archive/#main')
  await page.getByRole('link', { name: 'Test True' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Test True' })).toBeVisible()
  await page.reload()
  await hydrated(page)
  await page.route('**/assets/finding-*.js', (route) => route.fulfill({ status: 404 }))
  await page.evaluate(() => window.history.back())
  await expect(page.getByRole('heading', { level: 1, name: 'Archive' })).toBeVisible()
  await expect(page).toHaveURL('/archive/#main')
})

test('a link that is followed while the page before is on its way leads on from the one shown', async ({
  open,
  page,
}) => {
  await open('/posts/be-amazing/')
  await page.getByRole('link', { name: 'Archive' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Archive' })).toBeVisible()
  let arrive = () => {}
  const late = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route(twin, async (route) => {
    await late
    await route.continue()
  })
  await page.reload()
  await hydrated(page)
  await page.evaluate(() => window.history.back())
  await expect(page).toHaveURL('/posts/be-amazing/')
  await page.getByRole('link', { name: 'Tags' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Tags' })).toBeVisible()
  arrive()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Archive' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Be Amazing' })).toBeVisible()
})

test('where the script of the reading settings is gone, the page is opened afresh, and has them', async ({
  open,
  page,
  expectTrouble,
}) => {
  expectTrouble()
  await open('/posts/test-true/')
  await page.route('**/assets/SettingsPanel-*.js', (route) => route.fulfill({ status: 404 }))
  const loaded = page.waitForEvent('load', { timeout: 15_000 })
  await page.getByRole('button', { name: 'Reading settings' }).click()
  await loaded
  await page.unroute('**/assets/SettingsPanel-*.js')
  await hydrated(page)
  await page.getByRole('button', { name: 'Reading settings' }).click()
  await expect(page.getByRole('dialog', { name: 'Reading settings' })).toBeVisible()
})

test('what is searched for while the page before is on its way takes no place in the history but the search’s own', async ({
  open,
  page,
}) => {
  await open('/posts/be-amazing/')
  await page.getByRole('link', { name: 'Search' }).click()
  await expect(page.getByRole('searchbox')).toBeVisible()
  let arrive = () => {}
  const late = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route(twin, async (route) => {
    await late
    await route.continue()
  })
  await page.reload()
  await hydrated(page)
  await page.evaluate(() => window.history.back())
  await expect(page).toHaveURL('/posts/be-amazing/')
  await page.getByRole('searchbox').fill('truth')
  // Longer than typing rests before it is searched for.
  await page.waitForTimeout(400)
  await expect(page).toHaveURL('/posts/be-amazing/')
  arrive()
  await expect(page.getByRole('heading', { level: 1, name: 'Be Amazing' })).toBeVisible()
  await page.goForward()
  await expect(page.getByRole('heading', { level: 1, name: 'Search' })).toBeVisible()
  await expect(page).toHaveURL('/search/')
})

test('a host in trouble has not lost the pages whose script it does not send', async ({
  open,
  page,
  expectTrouble,
}) => {
  expectTrouble()
  await open('/posts/test-true/')
  for (const place of ['**/assets/finding-*.js', '**/archive/'])
    await page.route(place, (route) => route.fulfill({ status: 503 }))
  await page.getByRole('link', { name: 'Archive' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page did not arrive')
})

test('a page whose script failed once comes to life when it arrives', async ({
  open,
  page,
  expectTrouble,
}) => {
  expectTrouble()
  await page.route('**/assets/finding-*.js', (route) => route.abort(), { times: 1 })
  await open('/search/?q=candour')
  await expect(page.getByRole('searchbox')).toHaveValue('candour')
  await page.getByRole('button', { name: 'Reading settings' }).click()
  await expect(page.getByRole('dialog', { name: 'Reading settings' })).toBeVisible()
})

test('a bug in a page is owned up to, and the rest of the site still works', async ({
  open,
  page,
  expectTrouble,
}) => {
  expectTrouble(/a bug/)
  await open('/posts/trust-the-truth/')
  // Comments are put in threads, by a map of their ids, while the page renders: break just that.
  await page.evaluate(() => {
    const { values } = Map.prototype
    Map.prototype.values = function () {
      if (this.has('1') && this.has('5')) throw new Error('a bug')
      return values.call(this)
    }
  })
  await page.getByRole('link', { name: 'Test True' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: 'Something broke on this page' }),
  ).toBeFocused()
  await expect(page.getByRole('button', { name: 'Load it again' })).toBeVisible()
  // Without what broke: the page is loaded afresh.
  const loaded = page.waitForEvent('domcontentloaded')
  await page.getByRole('link', { name: 'See the newest posts' }).click()
  await loaded
  await expect(page.getByRole('heading', { level: 1, name: 'Service First' })).toBeVisible()
})

test('an unknown address is a kind page with status 404', async ({ open, page, expectTrouble }) => {
  expectTrouble()
  const response = await page.goto('/2011/05/lost.html')
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1, name: 'There is no page here' })).toBeVisible()
  await open('/2011/05/lost.html')
  await page.getByRole('link', { name: 'See the newest posts' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Service First' })).toBeFocused()
})

test('a host that shows the home page at every address can’t mislead the app', async ({
  page,
  request,
}) => {
  const home = await (await request.get('/')).text()
  await page.route('**/posts/test-true/', (route) =>
    route.fulfill({ contentType: 'text/html', body: home }),
  )
  await page.goto('/posts/test-true/')
  await expect(page.getByRole('heading', { level: 1, name: 'Test True' })).toBeVisible()
})

test('a host that shows the home page where there is none is asked once', async ({
  page,
  request,
  expectTrouble,
}) => {
  expectTrouble()
  const home = await (await request.get('/')).text()
  let asked = 0
  await page.route('**/posts/nowhere/', (route) => {
    asked++
    return route.fulfill({ contentType: 'text/html', body: home })
  })
  await page.goto('/posts/nowhere/')
  await expect(page.getByRole('heading', { level: 1, name: 'There is no page here' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(asked).toBe(1)
})
