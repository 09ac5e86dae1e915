import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readability } from '@mozilla/readability'
import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { type SiteName, siteFolder, sites } from './sites.ts'
import { expect, test } from './test.ts'

const pages: Record<SiteName, string[]> = {
  sample: [
    '/',
    '/posts/test-true/',
    '/posts/the-rota-is-a-promise/',
    '/posts/word-power/',
    '/about/',
    '/nowhere/',
  ],
  'sub-path': [
    '/blog/posts/second-bench/',
    '/blog/posts/untitled-thought/',
    '/blog/posts/much-discussed/',
  ],
}

declare global {
  interface Window {
    axe: typeof axe
    Readability: typeof Readability
  }
}

for (const site of Object.keys(pages) as SiteName[])
  test.describe('', () => {
    test.use({ site })

    for (const path of pages[site])
      test(`axe objects to nothing at ${path}, in the light or in the dark`, async ({
        open,
        page,
        expectTrouble,
      }) => {
        if (path === '/nowhere/') expectTrouble()
        await open(path)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          expect(await objectionsTo(page), colorScheme).toEqual([])
        }
      })
  })

test.describe('', () => {
  test.use({ site: 'sub-path' })

  test('names without a space are broken where a phone ends', async ({ open, page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await open('/blog/posts/much-discussed/')
    await page.evaluate(() => {
      for (const name of document.querySelectorAll('.comment strong, .masthead-title, .meta span'))
        name.textContent = 'christopher.montgomery.of.the.workshop@example.org'
    })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })
})

test('on a phone with the largest type, nothing is wider than the window, and the settings can be closed', async ({
  open,
  page,
}) => {
  // As many of their letters as a phone of 360 pixels shows at twice the size.
  const screen = { width: 180, height: 370 }
  await page.setViewportSize(screen)
  await open('/posts/test-true/')
  await page.getByRole('button', { name: 'Reading settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Reading settings' })
  await settings.getByRole('radio', { name: 'Very large' }).check()
  const close = settings.getByRole('button', { name: 'Close' })
  await expect(close).toBeInViewport({ ratio: 1 })
  await settings.getByRole('radio').first().focus()
  await expect(close).toBeInViewport({ ratio: 1 })
  await close.click()
  await expect(settings).toBeHidden()
  await expect(page.getByRole('region', { name: 'Comments' })).toContainText('A ward clerk')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(screen.width)
})

test('axe objects to nothing in the reading settings, nor to what can be chosen there', async ({
  open,
  page,
}) => {
  await open('/posts/word-power/')
  await page.getByRole('button', { name: 'Reading settings' }).click()
  for (const colours of ['Light', 'Dark', 'Sepia']) {
    await page.getByRole('radio', { name: colours }).check()
    expect(await objectionsTo(page), colours).toEqual([])
  }
})

test('axe objects to nothing where a page did not arrive', async ({
  open,
  page,
  expectTrouble,
}) => {
  expectTrouble()
  await page.route('**/posts/be-amazing.json', (route) => route.abort())
  await open('/')
  await page.getByRole('link', { name: 'Be Amazing' }).first().click()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  expect(await objectionsTo(page)).toEqual([])
})

/** The rules of axe that a page breaks, with the elements that do. */
async function objectionsTo(page: Page) {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() => window.axe.run())
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}

// Firefox's, and much like others'.
const readerMode = readFileSync('node_modules/@mozilla/readability/Readability.js', 'utf8')

for (const site of Object.keys(sites) as SiteName[])
  test.describe('', () => {
    test.use({ site, javaScriptEnabled: true })

    test(`the reader modes of browsers find the text of every post of the ${site} site, and no more`, async ({
      page,
      hosts,
    }) => {
      const files = htmlFiles(site).filter((file) => /\/posts\/[^/]+\/index\.html$/.test(file))
      expect(files.length).toBeGreaterThan(5)
      await page.goto(hosts[site] ?? '')
      await page.evaluate(readerMode)
      for (const file of files) {
        const texts = await page.evaluate(textsOf, readFileSync(file, 'utf8'))
        expect(texts.found, file).toContain(texts.start)
        for (const words of texts.beside) expect(texts.found, file).not.toContain(words)
      }
    })
  })

/** How a post begins, what is said of popular ones beside it, and what a reader mode takes for its text. */
function textsOf(html: string): { start: string; beside: string[]; found: string } {
  const tidy = (text?: string | null) => (text ?? '').replace(/\s+/g, ' ').trim()
  const page = new DOMParser().parseFromString(html, 'text/html')
  const start = tidy(page.querySelector('.prose')?.textContent).slice(0, 60)
  const excerpts = [...page.querySelectorAll('.popular-excerpt')]
  const beside = excerpts.map(({ textContent }) => tidy(textContent).slice(0, 30))
  return { start, beside, found: tidy(new window.Readability(page).parse()?.textContent) }
}

for (const site of Object.keys(sites) as SiteName[])
  test(`every page of the ${site} site is valid HTML`, async () => {
    const validator = new HtmlValidate(
      new StaticConfigLoader({ extends: ['html-validate:recommended'] }),
    )
    const files = htmlFiles(site)
    expect(files.length).toBeGreaterThan(5)
    for (const file of files) {
      const { results } = await validator.validateFile(file)
      const objections = results
        .flatMap(({ messages }) => messages)
        .map(({ ruleId, message, line }) => `${file}:${line} ${ruleId} ${message}`)
        // It may stand in a text (https://html.spec.whatwg.org/multipage/syntax.html#normal-elements).
        .filter((objection) => !objection.includes('no-raw-characters Raw ">"'))
      expect(objections).toEqual([])
    }
  })

const filesOf = (site: SiteName): string[] =>
  readdirSync(siteFolder(site), { recursive: true, encoding: 'utf8' })

const htmlFiles = (site: SiteName): string[] =>
  filesOf(site)
    .filter((file) => file.endsWith('.html'))
    .map((file) => join(siteFolder(site), file))
