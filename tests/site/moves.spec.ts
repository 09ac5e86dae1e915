import { expect, hold, hydrated, requestsOf, test } from './test.ts'

test('a click on the next post fetches one JSON and shows the post', async ({ open, page }) => {
  await open('/posts/be-amazing/')
  await page.mouse.wheel(0, 2000)
  const asked = requestsOf(page)
  const neighbours = page.getByRole('navigation', { name: 'Previous and next post' })
  await neighbours.getByRole('link', { name: /^Next/ }).click()

  const title = page.getByRole('heading', { level: 1 })
  await expect(title).toHaveText('Develop Performance Thru Service')
  await expect(page).toHaveTitle('Develop Performance Thru Service · Service First')
  await expect(page).toHaveURL('/posts/develop-performance-thru-service/')
  await expect(title).toBeFocused()
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  expect(asked.filter((path) => !path.includes('/media/'))).toEqual([
    '/posts/develop-performance-thru-service.json',
  ])
})

test('Back shows the page that was left, where it was left, without a request', async ({
  open,
  page,
}) => {
  await open('/')
  const link = page.getByRole('article').getByRole('link', { name: 'Courage to Speak' })
  await link.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const left = await page.evaluate(() => window.scrollY)
  expect(left).toBeGreaterThan(100)
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Courage to Speak' })).toBeFocused()

  const asked = requestsOf(page)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Service First' })).toBeFocused()
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(left)
  await expect(page).toHaveTitle('Service First')
  expect(asked.filter((path) => path.endsWith('.json'))).toEqual([])
})

test('Back leads who reads by keyboard to the link that they left by', async ({ open, page }) => {
  await open('/')
  const link = page.getByRole('article').getByRole('link', { name: 'Courage to Speak' })
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Courage to Speak' })).toBeFocused()
  await page.goBack()
  await expect(link).toBeFocused()
  await expect(link).toBeInViewport()
  await page.goForward()
  await expect(page.getByRole('heading', { level: 1, name: 'Courage to Speak' })).toBeFocused()
})

test('a link followed by keyboard is told from one that was clicked in Firefox, too', async ({
  open,
  page,
}) => {
  await open('/')
  const link = page.getByRole('article').getByRole('link', { name: 'Courage to Speak' })
  const title = page.getByRole('heading', { level: 1, name: 'Courage to Speak' })
  // As it makes a click of Enter; and of a press of the mouse.
  for (const [pointerType, place] of [
    ['', link],
    ['mouse', page.getByRole('heading', { level: 1 })],
  ] as const) {
    await link.evaluate((element, pointerType) => {
      const press = { bubbles: true, cancelable: true, detail: 1, pointerType }
      element.dispatchEvent(new PointerEvent('click', press))
    }, pointerType)
    await expect(title).toBeFocused()
    await page.goBack()
    await expect(place).toBeFocused()
  }
})

test('what the reader turns to just after a move keeps the focus', async ({ open, page }) => {
  await open('/posts/be-amazing/')
  const link = page.getByRole('complementary').getByRole('link').first()
  const name = (await link.textContent()) ?? ''
  // What was there once comes at once.
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeFocused()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Be Amazing' })).toBeFocused()
  await page.getByRole('link', { name, exact: true }).evaluate(async (link) => {
    const heading = () => document.querySelector('main h1')?.textContent
    const left = heading()
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }))
    // Not a frame later.
    for (let turn = 0; turn < 1000 && heading() === left; turn++) await null
    if (heading() === left) throw new Error('the move took longer than was meant')
    document.querySelector<HTMLElement>('.masthead-title')?.focus()
  })
  await page.waitForTimeout(300)
  await expect(page.locator('.masthead-title')).toBeFocused()
})

test('Back leads to the link beside the text, though more of the text comes a frame later', async ({
  open,
  page,
}) => {
  await open('/posts/be-amazing/')
  const popular = page.getByRole('complementary').getByRole('link').first()
  const name = (await popular.textContent()) ?? ''
  await popular.focus()
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeFocused()
  await page.goBack()
  await expect(
    page.getByRole('link', { name, exact: true }).and(page.locator(':focus')),
  ).toBeVisible()
})

test('what follows the text is there when the scroll depends on it', async ({ open, page }) => {
  await open('/')
  await page.evaluate(() => {
    const link = document.querySelector<HTMLAnchorElement>('main h2 a')
    if (link) link.href = '/posts/test-true/#comments'
  })
  await page.locator('main h2 a').first().click()
  await expect(page.getByRole('region', { name: 'Comments' })).toBeInViewport()
  const left = await page.evaluate(() => window.scrollY)
  const other = page.getByRole('complementary').getByRole('link').first()
  await other.evaluate(click)
  await expect(page.getByRole('heading', { level: 1, name: 'Test True' })).not.toBeAttached()
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  await page.goBack()
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(left)
})

for (const [kind, turn, style] of [
  ['the phone was turned', true, ''],
  ['the type is larger', false, 'font-size:135%'],
  ['the lines are wider apart', false, '--leading:1.9'],
] as const)
  test(`Back leads to the words that were left, though ${kind}`, async ({ open, page }) => {
    const atTop = () =>
      page.evaluate(() => {
        const all = [...document.querySelectorAll('.prose > *')]
        return all.find((part) => part.getBoundingClientRect().bottom > 0)?.textContent
      })
    await page.setViewportSize({ width: 740, height: 360 })
    await open('/posts/practice-builds-character/')
    await page.evaluate(() => window.scrollTo(0, 1500))
    const left = await atTop()
    // A reader reads.
    await page.waitForTimeout(300)
    await page.getByRole('banner').getByRole('link').first().evaluate(click)
    await expect(page.getByRole('heading', { level: 1, name: 'Service First' })).toBeVisible()
    if (turn) await page.setViewportSize({ width: 360, height: 740 })
    await page.evaluate((style) => {
      document.documentElement.style.cssText = style
    }, style)
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1, name: 'Practice Builds' })).toBeAttached()
    await expect.poll(atTop).toBe(left)
  })

test('each visit to a page in one tab has its own place, and a new one begins at the top', async ({
  open,
  page,
}) => {
  const scrollTo = (y: number) => page.evaluate((y) => window.scrollTo(0, y), y)
  const scrolled = () => page.evaluate(() => window.scrollY)
  const follow = async () => {
    await page.locator('main h2 a').first().evaluate(click)
    await expect(page.getByRole('region', { name: 'Comments' })).toBeVisible()
  }
  await open('/')
  await scrollTo(300)
  await follow()
  await open('/')
  expect(await scrolled()).toBe(0)
  await scrollTo(900)
  await follow()
  for (const place of [900, 0, 300]) {
    await page.goBack()
    await hydrated(page)
    await expect.poll(scrolled).toBe(place)
  }
})

for (const { kind, html } of [
  { kind: 'a long text', html: undefined },
  { kind: 'many short paragraphs', html: '<p>So it is.</p>'.repeat(80) },
])
  test(`the first frame of ${kind} leaves what is below the screen to the next, and nothing on it moves`, async ({
    open,
    page,
  }) => {
    await page.route('**/practice-builds-character.json', async (route) => {
      const twin = await (await route.fetch()).json()
      await route.fulfill({ json: { ...twin, content_html: html ?? twin.content_html } })
    })
    await open('/')
    const tops = page.evaluate(
      (): Promise<{ first: number[]; last: number[]; screen: number }> =>
        new Promise((resolve) => {
          const look = () =>
            [...document.querySelectorAll('h1, .prose > *')].map(
              (part) => part.getBoundingClientRect().top,
            )
          let first: number[] | undefined
          // A task that is queued in a frame runs after that frame was painted.
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => {
            first = look()
          }
          new MutationObserver(() => {
            if (!document.querySelector('h1')?.textContent.startsWith('Practice Builds')) return
            if (document.querySelector('.comments') === null)
              requestAnimationFrame(() => port2.postMessage(undefined))
            else if (first !== undefined) resolve({ first, last: look(), screen: innerHeight })
          }).observe(document.body, { childList: true, subtree: true })
        }),
    )
    const link = page.getByRole('link', { name: /^Practice Builds Character/ })
    await link.first().click()

    const { first, last, screen } = await tops
    const onScreen = last.filter((top) => top < screen)
    expect(onScreen.length).toBeGreaterThan(3)
    expect(first.slice(0, onScreen.length)).toEqual(onScreen)
    expect(first.at(-1)).not.toBe(last.at(-1))
  })

for (const { left, name, isThere } of [
  { left: 'heading', name: 'in the text the text comes first', isThere: false },
  { left: 'navigation', name: 'below the text all of it comes at once', isThere: true },
] as const)
  test(`on the way back to a place ${name}, and the scroll stays`, async ({ open, page }) => {
    await page.setViewportSize({ width: 400, height: 500 })
    await open('/posts/test-true/')
    const places = {
      heading: page.getByRole('heading', { level: 1 }),
      navigation: page.getByRole('navigation', { name: 'Previous and next post' }),
    }
    await places[left].evaluate((place) => {
      place.scrollIntoView({ block: 'start' })
      window.scrollBy(0, 40)
    })
    if (isThere) await expect(places.navigation).toBeInViewport()
    else await expect(places.navigation).not.toBeInViewport()
    const before = await page.evaluate(() => window.scrollY)
    const other = page.getByRole('complementary').getByRole('link').first()
    await other.evaluate(click)
    await expect(places.heading).not.toHaveText('Test True')

    const first = page.evaluate(
      () =>
        new Promise((resolve) => {
          new MutationObserver(() => {
            if (document.querySelector('h1')?.textContent !== 'Test True') return
            const navigation = document.querySelector('[aria-label="Previous and next post"]')
            resolve({ isThere: navigation !== null, scroll: window.scrollY })
          }).observe(document.body, { childList: true, subtree: true })
        }),
    )
    await page.goBack()
    expect(await first).toEqual({ isThere, scroll: before })
    await expect(places.navigation).toBeAttached()
    expect(await page.evaluate(() => window.scrollY)).toBe(before)
  })

test('each place that was left in a post by a typed fragment is found again', async ({
  open,
  page,
}) => {
  await page.setViewportSize({ width: 400, height: 500 })
  await open('/posts/test-true/')
  const comments = page.getByRole('region', { name: 'Comments' })
  // In one go: the visit is left before a frame has shown where it was scrolled to.
  const left = await comments.evaluate((place) => {
    place.scrollIntoView({ block: 'start' })
    const scroll = window.scrollY
    window.location.hash = '#main'
    return scroll
  })
  await expect(comments).not.toBeInViewport()
  const other = page.getByRole('complementary').getByRole('link').first()
  await other.evaluate(click)
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Test True')
  await page.evaluate(() => window.history.go(-2))
  await expect(comments).toBeInViewport()
  expect(await page.evaluate(() => window.scrollY)).toBe(left)
})

test('a post that was prerendered is whole when the reader comes back to it', async ({
  open,
  page,
}) => {
  await open('/posts/test-true/')
  const body = page.locator('article .prose').first()
  const before = await body.innerHTML()
  await page.getByRole('link', { name: 'Be Amazing' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Be Amazing' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Test True' })).toBeVisible()
  expect(await body.innerHTML()).toBe(before)
  await expect(page.getByRole('region', { name: 'Comments' })).toContainText(
    'I tried it the plain way',
  )
})

test('a link inside a post moves within the app', async ({ open, page }) => {
  await open('/posts/practice-builds-character/')
  const link = page.locator('article .prose').getByRole('link').first()
  const href = await link.getAttribute('href')
  await page.evaluate(() => Object.assign(window, { sameDocument: true }))
  await link.click()
  await expect(page).toHaveURL(href ?? '')
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
})

test('the first Tab stop skips to the main content', async ({ open, page }) => {
  await open('/posts/test-true/')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to main content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await expect(page).toHaveURL('/posts/test-true/')
})

test('a post is opened by keyboard alone, and reading goes on from its title', async ({
  open,
  page,
}) => {
  await open('/')
  await page.getByRole('link', { name: 'Be Amazing' }).first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Be Amazing' })).toBeFocused()
})

test('the old page stays, with a progress line, until the new one is there', async ({
  open,
  page,
}) => {
  const release = await hold(page, '**/posts/be-amazing.json')
  await open('/posts/test-true/')
  await page.getByRole('link', { name: 'Be Amazing' }).click()
  await expect(page.locator('.progress')).toHaveCSS('opacity', '1')
  await expect(page.getByRole('heading', { level: 1, name: 'Test True' })).toBeVisible()
  await expect(page.getByText('Loading…')).toBeAttached()
  // Where the system chooses the colours, it is no background, which they have none of.
  await page.emulateMedia({ forcedColors: 'active' })
  expect(
    await page.locator('.progress').evaluate((line) => {
      const paper = getComputedStyle(document.documentElement).backgroundColor
      const { borderTopWidth, borderTopColor } = getComputedStyle(line)
      return borderTopWidth !== '0px' && borderTopColor !== paper
    }),
  ).toBe(true)
  release()
  await expect(page.getByRole('heading', { level: 1, name: 'Be Amazing' })).toBeVisible()
  await expect(page.locator('.progress')).toHaveCount(0)
})

test('a post that was left is shown at once, without a progress line', async ({ open, page }) => {
  await open('/posts/test-true/')
  await page.getByRole('link', { name: 'Be Amazing' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Be Amazing' })).toBeVisible()
  await page.evaluate(() => {
    const watch = () => {
      if (document.querySelector('.progress') !== null) document.body.dataset.waited = ''
    }
    new MutationObserver(watch).observe(document.body, { childList: true, subtree: true })
  })
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Test True' })).toBeVisible()
  expect(await page.evaluate(() => 'waited' in document.body.dataset)).toBe(false)
})

test('tracking parameters and a fragment in an address do no harm', async ({ open, page }) => {
  await open('/posts/test-true/?utm_source=letter&fbclid=1#c-3')
  await expect(page.getByRole('heading', { level: 1, name: 'Test True' })).toBeVisible()
  await expect(page.locator('#c-3')).toBeInViewport()
})

test('a comment’s date is a link to the comment, within the page', async ({ open, page }) => {
  await open('/posts/test-true/')
  const asked = requestsOf(page)
  await page.locator('#c-5').getByRole('link').click()
  await expect(page).toHaveURL('/posts/test-true/#c-5')
  await expect(page.locator('#c-5')).toBeFocused()
  await expect(page.locator('#c-5')).toBeInViewport()
  expect(asked).toEqual([])
})

test('Back within a page takes the focus nowhere else', async ({ open, page }) => {
  await open('/posts/test-true/')
  await page.locator('#c-5').getByRole('link').click()
  await expect(page.locator('#c-5')).toBeFocused()
  await page.goBack()
  await expect(page).toHaveURL('/posts/test-true/')
  await expect(page.locator('#c-5')).toBeFocused()
})

test('a footnote leads there and back', async ({ open, page }) => {
  await open('/posts/word-power/')
  const reference = page.getByRole('link', { name: '[1]' })
  await reference.press('Enter')
  await expect(page).toHaveURL('/posts/word-power/#fn1')
  await expect(page.locator('#fn1')).toBeInViewport()
  await page.goBack()
  await expect(page).toHaveURL('/posts/word-power/')
  await expect(reference).toBeFocused()
})

test.describe('under a sub-path', () => {
  test.use({ site: 'sub-path' })

  test('moves, twins and images stay under it, in any script', async ({ open, page }) => {
    await open('/blog/')
    const asked = requestsOf(page)
    await page.getByRole('link', { name: '工作台的故事' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: '工作台的故事' })).toBeFocused()
    expect(asked).toEqual([`/blog/posts/${encodeURIComponent('工作台')}.json`])
    await page.getByRole('link', { name: /^Previous/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Glue & C++' })).toBeFocused()
    await page.getByRole('link', { name: /^Previous/ }).click()
    await expect(page.getByRole('img', { name: 'A low bench seen from the side' })).toBeVisible()
    await page.getByRole('link', { name: 'Workshop Notes' }).first().click()
    await expect(page).toHaveURL('/blog/')
    await page.getByRole('link', { name: 'Older posts' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Page 2' })).toBeFocused()
  })

  test('a link to a place that is folded away unfolds it', async ({ open, page }) => {
    const place = page.getByRole('heading', { name: 'The vice' })
    await open('/blog/posts/first-bench/')
    await page.getByRole('link', { name: 'its vice' }).click()
    await expect(place).toBeFocused()
    await expect(place).toBeInViewport()
  })

  test('the place that a link leads to is marked, after a move as after a load', async ({
    open,
    page,
  }) => {
    const place = page.getByRole('heading', { name: 'The vice' })
    const backgroundOf = () =>
      place.evaluate((element) => getComputedStyle(element).backgroundColor)
    await open('/blog/posts/first-bench/')
    await page.getByRole('link', { name: 'its vice' }).click()
    await expect(place).toBeFocused()
    const moved = await backgroundOf()
    await page.goto('about:blank')
    await open('/blog/posts/second-bench/#the-vice')
    await expect(place).toBeInViewport()
    expect(await backgroundOf()).toBe(moved)
    expect(moved).not.toBe('rgba(0, 0, 0, 0)')
  })

  test('a slug may hold signs that addresses encode', async ({ open, page }) => {
    await open('/blog/')
    await page.getByRole('link', { name: 'Glue & C++' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Glue & C++' })).toBeFocused()
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: 'Glue & C++' })).toBeVisible()
  })

  test('links for elsewhere are left to the browser', async ({ open, page, context }) => {
    await context.route(/^https:/, (route) => route.fulfill({ body: 'Elsewhere' }))
    await open('/blog/posts/glue&C++/')
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: 'the first bench' }).click({ modifiers: ['ControlOrMeta'] }),
    ])
    await expect(tab).toHaveURL(/first-bench/)
    await expect(page).toHaveURL(/glue/)
    await page.getByRole('link', { name: 'a drawing' }).click()
    await expect(page).toHaveURL('/blog/media/bench.svg')
    await page.goBack()
    await page.getByRole('link', { name: 'a maker' }).click()
    await expect(page).toHaveURL('https://example.com/glue')
  })

  test('a fragment typed into the address scrolls there and stays', async ({ open, page }) => {
    await page.setViewportSize({ width: 800, height: 300 })
    await open('/blog/posts/second-bench/')
    await page.evaluate(() => {
      window.location.hash = '#legs'
    })
    await page.waitForTimeout(200)
    await expect(page.getByRole('heading', { name: 'Legs' })).toBeInViewport()
  })

  test('a link in a text to an old address leads to the post at once', async ({ open, page }) => {
    await open('/blog/posts/first-bench/')
    const link = page.getByRole('link', { name: 'old address' })
    await expect(link).toHaveAttribute('href', '/blog/posts/first-bench/')
  })

  test('an old address leads to the post, also without JavaScript', async ({ browser, hosts }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    for (const old of ['2024/03/first-bench.html', 'archive/first-bench/', '2003/b%C3%A4nk.aspx']) {
      await page.goto(`${hosts['sub-path']}/blog/${old}`)
      await expect(page).toHaveURL(/\/blog\/posts\/first-bench\/$/)
    }
    await context.close()
  })
})

/** A click of Playwright's would scroll there first. */
const click = (link: Element) => link instanceof HTMLElement && link.click()
