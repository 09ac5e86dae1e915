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

  test('a page at rest fetches the JSON of the previous, the next and the popular posts on the screen', async ({
    open,
    page,
  }) => {
    const height = 640
    await page.setViewportSize({ width: 1280, height })
    const asked = requestsOf(page)
    await open('/posts/be-amazing/')
    const links = [
      ...(await page.getByRole('navigation', neighbours).getByRole('link').all()),
      ...(await page.getByRole('complementary', popular).getByRole('link').all()),
    ]
    const expected: string[] = []
    for (const [index, link] of links.entries()) {
      const box = await link.boundingBox()
      const path = (await link.getAttribute('href'))?.replace(/\/$/, '.json') ?? ''
      if (index < 2 || (box !== null && box.y < height)) expected.push(path)
    }
    expect(expected.length).toBeGreaterThan(4)
    const twins = () => asked.filter((path) => path.endsWith('.json'))
    await expect.poll(() => [...twins()].sort()).toEqual([...new Set(expected)].sort())
    await page.waitForTimeout(300)
    expect(twins()).toHaveLength(new Set(expected).size)
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
