import type { Locator, Page } from '@playwright/test'
import { expect, requestsOf, test } from './test.ts'

const neighbours = { name: 'Previous and next post' }
const popular = { name: 'Popular posts from this blog' }

test('with Save-Data, a page fetches nothing that was not asked for', async ({ open, page }) => {
  await open('/posts/be-amazing/')
  const asked = requestsOf(page)
  await page.getByRole('navigation', neighbours).getByRole('link').first().hover()
  await page.waitForTimeout(500)
  expect(asked).toEqual([])
})

test.describe('on a good connection', () => {
  test.use({ connection: { effectiveType: '4g' } })

  test('a page at rest fetches the JSON of the previous, the next and the posts whose links are on the screen', async ({
    open,
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 380 })
    const asked = requestsOf(page)
    await open('/posts/be-amazing/')
    const pages = [
      ...(await page.getByRole('navigation', neighbours).getByRole('link').all()),
      ...(await linksOnScreen(page)),
    ]
    const expected = new Set(await Promise.all(pages.map(twinOf)))
    expect(expected.size).toBeGreaterThan(3)
    const twins = () => asked.filter((path) => path.endsWith('.json'))
    await expect.poll(() => [...twins()].sort()).toEqual([...expected].sort())
    await page.waitForTimeout(300)
    expect(twins()).toHaveLength(expected.size)
  })

  test('a post whose link comes on the screen is fetched then', async ({ open, page }) => {
    await page.setViewportSize({ width: 412, height: 400 })
    const asked = requestsOf(page)
    await open('/posts/practice-builds-character/')
    const link = page.locator('article .prose').getByRole('link').first()
    await expect(link).not.toBeInViewport()
    const [previous] = await page.getByRole('navigation', neighbours).getByRole('link').all()
    if (previous === undefined) throw new Error('The post has no neighbour')
    await expect.poll(() => asked).toContain(await twinOf(previous))
    await page.waitForLoadState('networkidle')
    const twin = await twinOf(link)
    expect(asked).not.toContain(twin)
    await link.scrollIntoViewIfNeeded()
    await expect.poll(() => asked).toContain(twin)
  })

  test('a page that was moved to fetches its neighbours, too', async ({ open, page }) => {
    await page.setViewportSize({ width: 412, height: 400 })
    const asked = requestsOf(page)
    await open('/posts/practice-builds-character/')
    const previous = page.getByRole('navigation', neighbours).getByRole('link').first()
    const first = await twinOf(previous)
    await expect.poll(() => asked).toContain(first)
    const before = [...asked]
    await previous.click()
    await expect(previous).not.toHaveAttribute('href', first.replace('.json', '/'))
    const second = await twinOf(previous)
    expect(before).not.toContain(second)
    await expect.poll(() => asked).toContain(second)
  })

  test('what could not be fetched ahead is fetched when it is asked for', async ({
    open,
    page,
    expectTrouble,
  }) => {
    expectTrouble()
    let isDown = true
    await page.route('**/posts/be-amazing.json', (route) =>
      isDown ? route.abort() : route.continue(),
    )
    await open('/posts/test-true/')
    const link = page.getByRole('complementary', popular).getByRole('link', { name: 'Be Amazing' })
    await link.hover()
    await page.waitForTimeout(300)
    isDown = false
    await link.click()
    await expect(page.getByRole('heading', { level: 1, name: 'Be Amazing' })).toBeFocused()
  })
})

test.describe('on a slow connection', () => {
  test.use({ connection: { effectiveType: '3g' } })

  for (const [means, rest] of [
    ['pointer', 'hover'],
    ['focus', 'focus'],
  ] as const)
    test(`after a moment of ${means} on a link, a click needs no request, and nothing else was fetched`, async ({
      open,
      page,
    }) => {
      await open('/posts/practice-builds-character/')
      const link = page.locator('article .prose').getByRole('link').first()
      await link.scrollIntoViewIfNeeded()
      const path = (await link.getAttribute('href'))?.replace(/\/$/, '.json') ?? ''
      const before = requestsOf(page)
      await link[rest]()
      await expect.poll(() => before).toEqual([path])
      await page.waitForLoadState('networkidle')
      const after = requestsOf(page)
      await link.click()
      await expect(page.getByRole('heading', { level: 1, name: 'Test True' })).toBeFocused()
      expect(after.filter((asked) => asked.endsWith('.json'))).toEqual([])
    })
})

/** Those in the text and beside it that lead to posts. */
async function linksOnScreen(page: Page): Promise<Locator[]> {
  const links = await page.locator('main a[href*="/posts/"], aside a[href*="/posts/"]').all()
  const onScreen = await Promise.all(
    links.map((link) =>
      link.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect()
        return bottom > 0 && top < window.innerHeight
      }),
    ),
  )
  return links.filter((_, index) => onScreen[index])
}

const twinOf = async (link: Locator): Promise<string> =>
  ((await link.getAttribute('href')) ?? '').replace(/\/$/, '.json')
