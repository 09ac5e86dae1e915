import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'], site: 'sub-path' })

const path = '/blog/posts/said-again/'
const offer = (page: Page) => page.getByRole('button', { name: 'Share this passage' })

/** Selects what the reader's hand would: from one place in the text to another. */
async function select(
  page: Page,
  from: [paragraph: number, offset: number],
  to: [paragraph: number, offset: number],
): Promise<void> {
  await page.evaluate(
    ({ from, to }) => {
      const text = (paragraph: number) =>
        document.querySelectorAll('.post > .prose > p')[paragraph]?.firstChild
      const [first, last] = [text(from[0]), text(to[0])]
      if (!first || !last) throw new Error('no such paragraph')
      document.getSelection()?.setBaseAndExtent(first, from[1], last, to[1])
    },
    { from, to },
  )
}

/** Selects words that stand in one text of the page, from the one to the other. */
const selectWords = (page: Page, place: string, from: string, to: string): Promise<void> =>
  page.locator(place).evaluate(
    (element, { from, to }) => {
      const place = (words: string, isEnd: boolean): [Node, number] => {
        const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        let before = 0
        const wanted = element.textContent.indexOf(words) + (isEnd ? words.length : 0)
        for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
          const length = node.textContent?.length ?? 0
          if (wanted < before + length + (isEnd ? 1 : 0)) return [node, wanted - before]
          before += length
        }
        throw new Error(`no "${words}"`)
      }
      document.getSelection()?.setBaseAndExtent(...place(from, false), ...place(to, true))
    },
    { from, to },
  )

/** Selects, and waits for what is offered then. */
async function selectWithOffer(...passage: Parameters<typeof select>): Promise<void> {
  await select(...passage)
  const [page] = passage
  await expect(offer(page)).toBeVisible()
}

const enlarge = (page: Page) =>
  page.evaluate(() => {
    document.documentElement.style.fontSize = '135%'
  })

/** The link to the selected passage, as it is copied. */
async function linkOf(page: Page): Promise<string> {
  await offer(page).click()
  await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeVisible()
  return page.evaluate(() => navigator.clipboard.readText())
}

/** The words that a browser marks at an address with a text fragment: those it scrolls to. */
async function markedParagraph(page: Page, link: string, host: string): Promise<string> {
  // A page with an opener, or one that is only moved within, is not scrolled to a text fragment.
  const fresh = await page.context().newPage()
  await fresh.setViewportSize({ width: 800, height: 300 })
  await fresh.goto(link.replace('https://example.org', host))
  await fresh.waitForFunction(() => window.scrollY > 0, undefined, { timeout: 5000 })
  const words = await fresh.evaluate(() => document.querySelector(':target')?.textContent ?? '')
  await fresh.close()
  return words
}

test('a selected passage is shared as a link that browsers scroll to and mark', async ({
  open,
  page,
  hosts,
}) => {
  await open(path)
  await select(page, [2, 0], [2, 22])
  const link = await linkOf(page)
  expect(link).toMatch(/^https:\/\/example\.org\/blog\/posts\/said-again\/#:~:text=/)
  expect(await markedParagraph(page, link, hosts['sub-path'] ?? '')).toContain('third day')
})

test('what names a passage is there before the click that copies it', async ({ open, page }) => {
  await open(path)
  await selectWithOffer(page, [2, 0], [2, 22])
  const naming = page.waitForResponse(/fragment-generation/)
  await offer(page).hover()
  await naming
})

test('where what names passages does not arrive, the paragraph is shared', async ({
  open,
  page,
  expectTrouble,
}) => {
  expectTrouble()
  await page.route(/fragment-generation/, (route) => route.abort())
  await open(path)
  await selectWithOffer(page, [2, 0], [2, 22])
  const link = await linkOf(page)
  expect(link).toMatch(/\/blog\/posts\/said-again\/#[^:]+$/)
  expect(link).not.toMatch(/#main$/)
  // As items of a list have none.
  await page
    .locator('.post > .prose > p')
    .nth(3)
    .evaluate((paragraph) => paragraph.removeAttribute('id'))
  await selectWithOffer(page, [3, 0], [3, 22])
  expect(await linkOf(page)).toBe(link)
})

test('a link to a passage leads to it from within the site, too', async ({ open, page }) => {
  await open(path)
  await select(page, [2, 0], [2, 22])
  const { pathname, hash } = new URL(await linkOf(page))
  await open('/blog/')
  await page.evaluate((href) => {
    document.querySelector('main')?.insertAdjacentHTML('afterbegin', `<a href="${href}">There</a>`)
  }, pathname + hash)
  await page.getByRole('link', { name: 'There' }).click()
  await page.waitForURL(`**${pathname}`)
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0)
})

test('of a sentence that stands twice, the one that was selected is meant', async ({
  open,
  page,
  hosts,
}) => {
  await open(path)
  for (const [paragraph, neighbour] of [
    [1, 'second day'],
    [3, 'fourth day'],
  ] as const) {
    await select(page, [paragraph, 0], [paragraph, 'Nobody touched the vice.'.length])
    const link = await linkOf(page)
    expect(await markedParagraph(page, link, hosts['sub-path'] ?? '')).toContain(neighbour)
    await page.keyboard.press('Escape')
  }
})

test('words are found again beside which a line of the text ends', async ({
  open,
  page,
  hosts,
}) => {
  await open(path)
  const words = 'the door'
  const last = page.locator('.post > .prose > p').last()
  const at = ((await last.textContent()) ?? '').lastIndexOf(words)
  await select(page, [5, at], [5, at + words.length])
  const link = await linkOf(page)
  expect(link).toMatch(/text=[^,]*%20by-,/)
  expect(await markedParagraph(page, link, hosts['sub-path'] ?? '')).toContain('fifth day')
})

test('a passage over several paragraphs is named by its two ends', async ({ open, page }) => {
  await open(path)
  await select(page, [0, 4], [2, 22])
  expect(await linkOf(page)).toMatch(/#:~:text=[^,]+,[^,]+$/)
})

test('a paragraph selected by a triple click is named by its own words', async ({ open, page }) => {
  await open('/blog/posts/second-bench/')
  const paragraph = page.locator('.post > .prose p:has(+ h2)')
  await paragraph.click({ clickCount: 3 })
  const words = (await paragraph.textContent())?.toLowerCase() ?? ''
  const [, named = ''] = decodeURIComponent(await linkOf(page)).split('text=')
  expect(named).toBe(words.trim())
})

test('the first words of a comment lead back to it', async ({ open, page, hosts }) => {
  await open('/blog/posts/much-discussed/')
  await selectWords(page, '#c-1 > .comment > .prose', 'Through', 'Through')
  const link = await linkOf(page)
  expect(await markedParagraph(page, link, hosts['sub-path'] ?? '')).toBe('Through.')
})

for (const [from, to] of [
  ['const order', 'Table'],
  ['const order', 'undefined) {'],
  ['undefined) {', '\tClamp(order)'],
  ['Glue(order)', 'Clamp'],
  ['sand(it)\n', '  oil(it)'],
] as const)
  test(`code from "${from}" to "${to}" is found again`, async ({ open, page, hosts }) => {
    await open('/blog/posts/much-discussed/')
    await selectWords(page, '.post > .prose pre:last-of-type', from, to)
    const link = await linkOf(page)
    expect(await markedParagraph(page, link, hosts['sub-path'] ?? '')).toContain('order')
  })

test('the offer is reached by Tab, and sent away by Escape', async ({ open, page }) => {
  await open(path)
  await selectWithOffer(page, [2, 0], [2, 22])
  await page.keyboard.press('Escape')
  await expect(offer(page)).toBeHidden()
  await selectWithOffer(page, [2, 0], [2, 30])
  await page.keyboard.press('Tab')
  await expect(offer(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeVisible()
})

test('Tab leads to the offer once, and from there on with what comes after the passage', async ({
  open,
  page,
}) => {
  await open(path)
  await selectWithOffer(page, [2, 0], [2, 30])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.locator('.post-footer a').first()).toBeFocused()
  await expect(offer(page)).toBeHidden()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeFocused()

  await page.getByRole('link', { name: 'Archive' }).focus()
  await selectWithOffer(page, [2, 0], [2, 22])
  for (const key of ['Tab', 'Escape']) await page.keyboard.press(key)
  await expect(page.getByRole('button', { name: 'Reading settings' })).toBeFocused()
})

test('who sends the offer away stays with the passage', async ({ open, page }) => {
  await page.setViewportSize({ width: 800, height: 300 })
  await open(path)
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight / 2))
  const place = await page.evaluate(() => window.scrollY)
  await selectWithOffer(page, [2, 0], [2, 30])
  await offer(page).evaluate((button) => button.focus({ preventScroll: true }))
  await page.keyboard.press('Escape')
  await expect(offer(page)).toBeHidden()
  expect(await page.evaluate(() => window.scrollY)).toBe(place)
})

test('an offer that was sent away stays away, whatever happens to the page', async ({
  open,
  page,
}) => {
  await open(path)
  await selectWithOffer(page, [2, 0], [2, 30])
  await page.keyboard.press('Escape')
  await enlarge(page)
  await page.waitForTimeout(400)
  await expect(offer(page)).toBeHidden()
})

test('beside a passage, the settings keep their keys', async ({ open, page }) => {
  await open(path)
  await selectWithOffer(page, [2, 0], [2, 30])
  await page.getByRole('button', { name: 'Reading settings' }).press('Enter')
  await expect(page.getByRole('radio', { name: 'System' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('dialog').getByRole('radio', { name: 'Usual' }).first()).toBeFocused()
})

test('on a narrow page with large type, the offer and what it says are whole', async ({
  open,
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
  })
  await page.setViewportSize({ width: 320, height: 640 })
  await open(path)
  await enlarge(page)
  await select(page, [2, 0], [2, 5])
  await offer(page).click()
  const status = page.locator('.passage').getByRole('status')
  await expect(status).toContainText('https://')
  for (const part of [offer(page), status]) {
    const box = await part.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320)
  }
})

test('what Tab leads to, and its answer, come into a low window', async ({ open, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
  })
  await page.setViewportSize({ width: 320, height: 256 })
  await open(path)
  await selectWithOffer(page, [2, 0], [2, 5])
  await page.evaluate(() => {
    const passage = document.getSelection()?.getRangeAt(0).getBoundingClientRect()
    window.scrollBy(0, (passage?.bottom ?? 0) - window.innerHeight + 5)
  })
  await page.keyboard.press('Tab')
  await expect(offer(page)).toBeFocused()
  await expect(offer(page)).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Enter')
  const status = page.locator('.passage').getByRole('status')
  await expect(status).toContainText('https://')
  await expect(status).toBeInViewport({ ratio: 0.98 })
})

test('the offer follows its passage when the text moves', async ({ open, page }) => {
  await open(path)
  await select(page, [3, 0], [3, 30])
  const passage = () =>
    page.evaluate(() => document.getSelection()?.getRangeAt(0).getBoundingClientRect().bottom ?? 0)
  const gap = async () => ((await offer(page).boundingBox())?.y ?? 0) - (await passage())
  await expect.poll(gap).toBeGreaterThan(0)
  const before = await gap()
  await enlarge(page)
  await expect.poll(gap).toBeLessThan(before * 2)
  await expect.poll(gap).toBeGreaterThan(0)
})

test('the offer stays out of the way: below the passage, within the page, and not while selecting', async ({
  open,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await open(path)
  const paragraph = page.locator('.post > .prose > p').nth(2)
  await paragraph.scrollIntoViewIfNeeded()
  const box = await paragraph.boundingBox()
  if (box === null) throw new Error('the paragraph is not shown')
  await page.mouse.move(box.x + 2, box.y + 12)
  await page.mouse.down()
  await page.mouse.move(box.x + 120, box.y + 12, { steps: 3 })
  await page.waitForTimeout(400)
  await expect(offer(page)).toBeHidden()
  await page.mouse.up()
  const button = await offer(page).boundingBox()
  if (button === null) throw new Error('there is no offer')
  expect(button.y).toBeGreaterThan(box.y + 20)
  expect(button.x).toBeGreaterThanOrEqual(0)
  expect(button.x + button.width).toBeLessThanOrEqual(320)
})

test('what is selected outside the text, or by a slip, offers nothing', async ({ open, page }) => {
  await open(path)
  await page.getByRole('heading', { level: 1 }).selectText()
  await page.waitForTimeout(400)
  await expect(offer(page)).toBeHidden()
})
