import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'

const button = (page: Page) => page.getByRole('button', { name: 'Reading settings' })
const panel = (page: Page) => page.getByRole('dialog', { name: 'Reading settings' })
const option = (page: Page, choice: string, name: string) =>
  page.getByRole('group', { name: choice }).getByRole('radio', { name, exact: true })

/** What the page looks like: colours, and sizes in pixels. */
const look = (page: Page) =>
  page.evaluate(() => {
    const style = getComputedStyle(document.documentElement)
    const text = getComputedStyle(document.querySelector('.prose p') ?? document.body)
    const lines = Number.parseFloat(text.lineHeight) / Number.parseFloat(text.fontSize)
    return {
      paper: style.backgroundColor,
      size: Number.parseFloat(style.fontSize),
      face: text.fontFamily.split(',')[0],
      lines: Math.round(lines * 10) / 10,
      around: document.querySelector<HTMLMetaElement>('meta[name=theme-color]')?.content,
    }
  })

const paper = { light: 'rgb(251, 249, 244)', dark: 'rgb(23, 21, 18)', sepia: 'rgb(244, 236, 216)' }

test('a reader chooses how pages look, on all of them and for good', async ({ open, page }) => {
  await open('/posts/test-true/')
  const usual = { paper: paper.light, size: 16, face: 'Literata', lines: 1.6, around: '#fbf9f4' }
  expect(await look(page)).toEqual(usual)
  await button(page).click()
  await expect(option(page, 'Colours', 'System')).toBeChecked()
  await option(page, 'Colours', 'Dark').check()
  expect(await look(page)).toEqual({ ...usual, paper: paper.dark, around: '#171512' })
  await option(page, 'Colours', 'Sepia').check()
  await option(page, 'Text size', 'Large').check()
  await option(page, 'Typeface', 'Sans serif').check()
  await option(page, 'Line spacing', 'Wide').check()
  const chosen = { paper: paper.sepia, face: 'system-ui', lines: 1.9, around: '#f4ecd8' }
  expect(await look(page)).toMatchObject(chosen)
  expect((await look(page)).size).toBeCloseTo(18.4)

  await open('/archive/')
  expect((await look(page)).paper).toBe(paper.sepia)
  await button(page).click()
  await expect(option(page, 'Text size', 'Large')).toBeChecked()
  await option(page, 'Colours', 'System').check()
  expect(await look(page)).toMatchObject({ paper: paper.light, around: '#fbf9f4' })
})

test('what is chosen in one tab holds in another, and is not undone there', async ({
  open,
  page,
}) => {
  await open('/posts/test-true/')
  await button(page).click()
  await expect(option(page, 'Colours', 'System')).toBeFocused()
  await page.keyboard.press('Escape')
  const other = await page.context().newPage()
  await other.goto(page.url())
  await button(other).click()
  await option(other, 'Colours', 'Dark').check()
  await expect.poll(async () => (await look(page)).paper).toBe(paper.dark)

  await button(page).click()
  await expect(option(page, 'Colours', 'Dark')).toBeChecked()
  await expect(option(page, 'Colours', 'Dark')).toBeFocused()
  await option(other, 'Typeface', 'Sans serif').check()
  await option(page, 'Text size', 'Large').check()
  await other.reload()
  expect(await look(other)).toMatchObject({ paper: paper.dark, face: 'system-ui' })
  expect((await look(other)).size).toBeCloseTo(18.4)

  await button(other).click()
  await option(other, 'Colours', 'System').check()
  await expect.poll(async () => (await look(page)).around).toBe('#fbf9f4')
})

test('what was chosen is there before anything is shown, without the app', async ({
  open,
  page,
  expectTrouble,
}) => {
  expectTrouble(/Failed to (load resource|fetch dynamically imported module)/)
  await open('/posts/test-true/')
  await button(page).click()
  await option(page, 'Colours', 'Dark').check()
  await page.route('**/assets/*', (route) => route.abort())
  await page.goto('/posts/be-amazing/', { waitUntil: 'commit' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect((await look(page)).paper).toBe(paper.dark)
})

test('the settings are worked by keyboard alone', async ({ open, page }) => {
  await open('/posts/test-true/')
  await button(page).focus()
  await page.keyboard.press('Enter')
  await expect(option(page, 'Colours', 'System')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(option(page, 'Colours', 'Dark')).toBeChecked()
  await page.keyboard.press('Tab')
  await expect(option(page, 'Text size', 'Usual')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(panel(page)).toBeHidden()
  await expect(button(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(option(page, 'Colours', 'Dark')).toBeFocused()
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(panel(page)).toBeHidden()
  await expect(button(page)).toBeFocused()
})

test('the settings make way for what has the focus', async ({ open, page }) => {
  await open('/')
  await page.getByRole('link', { name: 'Test True' }).first().click()
  // A page that arrives takes the focus, and with it a panel that is only on its way.
  await expect(page.getByRole('heading', { level: 1, name: 'Test True' })).toBeFocused()
  await button(page).click()
  await expect(panel(page)).toBeVisible()
  for (const key of ['Shift+Tab', 'Tab']) await page.keyboard.press(key)
  await expect(panel(page)).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).focus()
  await page.keyboard.press('Tab')
  await expect(panel(page)).toBeHidden()

  await button(page).click()
  await expect(option(page, 'Colours', 'System')).toBeFocused()
  await page.goBack()
  await expect(panel(page)).toBeHidden()
})

test('the button opens and closes the settings', async ({ open, page }) => {
  await open('/')
  for (const isOpen of [true, false, true, false]) {
    await button(page).click()
    await expect(panel(page)).toBeVisible({ visible: isOpen })
  }
})

test('a reader may do without the key that opens the search', async ({ open, page }) => {
  await open('/posts/test-true/')
  await button(page).click()
  await option(page, 'Search with “/”', 'Off').check()
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await open('/posts/be-amazing/')
  await page.keyboard.press('/')
  await page.waitForTimeout(200)
  await expect(page).toHaveURL('/posts/be-amazing/')
})

test('on paper, a page looks as it always does', async ({ open, page }) => {
  await open('/posts/test-true/')
  await button(page).click()
  await option(page, 'Colours', 'Dark').check()
  await option(page, 'Text size', 'Very large').check()
  await page.emulateMedia({ media: 'print' })
  expect(await look(page)).toMatchObject({ paper: 'rgb(255, 255, 255)', size: 16 })
})

test('a device that keeps nothing shows what was chosen all the same', async ({ open, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('not here', 'SecurityError')
      },
    })
  })
  await open('/posts/test-true/')
  await button(page).click()
  await option(page, 'Colours', 'Dark').check()
  expect((await look(page)).paper).toBe(paper.dark)
  await page.getByRole('link', { name: 'Be Amazing' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Be Amazing')
  expect((await look(page)).paper).toBe(paper.dark)
})

test('the button stands clear of the links, and the panel closes on a low screen', async ({
  open,
  page,
}) => {
  await open('/posts/test-true/')
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link')
  for (const width of [320, 500, 600, 640, 660]) {
    await page.setViewportSize({ width, height: 400 })
    const own = await button(page).boundingBox()
    if (own === null) throw new Error('there is no button')
    for (const link of await links.all()) {
      const box = await link.boundingBox()
      if (box === null) throw new Error('there is no link')
      const isClear = box.x + box.width <= own.x || own.y + own.height <= box.y
      expect(isClear, `at ${width} pixels`).toBe(true)
    }
  }
  await button(page).click()
  await expect(panel(page).getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 0.95 })
})
