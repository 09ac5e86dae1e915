import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, hydrated, test } from './test.ts'

/** `npm run dev` on a copy of the test blog, which these tests then edit. */
test.describe.configure({ mode: 'serial' })
let folder: string
let server: ChildProcess
let address: string

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-dev-'))
  cpSync('tests/site/content', folder, { recursive: true })
  const { NODE_ENV: _, ...env } = process.env
  server = spawn(
    process.execPath,
    ['node_modules/vite/bin/vite.js', '--port', '0', '--host', '127.0.0.1'],
    {
      env: { ...env, LECTERN_CONTENT: folder, NO_COLOR: '1' },
    },
  )
  address = await new Promise((resolve, reject) => {
    let said = ''
    server.stdout?.on('data', (text) => {
      said += text
      const found = /http:\/\/127\.0\.0\.1:\d+\/blog\//.exec(said)
      if (found) resolve(found[0])
    })
    server.on('close', () => reject(new Error(said)))
  })
})

test.afterAll(() => {
  server.kill()
  rmSync(folder, { recursive: true, force: true })
})

test('dev serves the same pages, and their twins', async ({ page, request }) => {
  await page.goto(`${address}posts/first-bench/`)
  await hydrated(page)
  await expect(page.getByRole('heading', { level: 1, name: 'The First Bench' })).toBeVisible()
  await page.getByRole('link', { name: 'how it was mended' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'The Second Bench' })).toBeFocused()
  const twin = await (await request.get(`${address}posts/first-bench.json`)).json()
  expect(twin.title).toBe('The First Bench')
  expect((await request.get(`${address}posts/nothing.json`)).status()).toBe(404)
  expect((await request.get(`${address}media/bench.svg`)).status()).toBe(200)
  expect((await request.get(`${address}media/posts/clamp.svg`)).status()).toBe(200)
  expect((await request.get(`${address}posts/glue%26C%2B%2B`)).url()).toBe(
    `${address}posts/glue%26C%2B%2B/`,
  )
})

test('dev shows drafts and posts of the future, marked as such', async ({ page }) => {
  await page.goto(`${address}posts/not-yet/`)
  await expect(page.getByText('Draft, not published')).toBeVisible()
  await page.goto(`${address}posts/far-future/`)
  await expect(page.getByText('Scheduled, not yet published')).toBeVisible()
})

test('an edit shows at once, without a reload', async ({ page }) => {
  await page.goto(`${address}posts/first-bench/`)
  await hydrated(page)
  await page.evaluate(() => Object.assign(window, { sameDocument: true }))
  write('posts/first-bench.md', '---\ntitle: The Very First Bench\n---\n\nIt was a door.\n')
  await expect(page.getByRole('heading', { level: 1, name: 'The Very First Bench' })).toBeVisible()
  await expect(page.getByText('It was a door.')).toBeVisible()
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
})

test('an edit of the text alone shows wherever something is made of it', async ({ page }) => {
  const titled = (text: string) =>
    `---\ntitle: The Very First Bench\ndate: 2099-12-31\n---\n\n${text}\n`
  write('posts/first-bench.md', titled('It was a door.'))
  const entry = page.getByRole('article').filter({ hasText: 'The Very First Bench' })
  // The page may be asked for before the edit was noticed.
  await expect(async () => {
    await page.goto(address)
    await expect(entry.getByText('It was a door.')).toBeVisible({ timeout: 500 })
  }).toPass()
  await hydrated(page)
  write('posts/first-bench.md', titled('It was a gate. See [nothing](nothing.md).'))
  await expect(entry.getByText('It was a gate.')).toBeVisible()
  await entry.getByRole('link', { name: 'The Very First Bench' }).click()
  await expect(page.getByRole('main').getByText('It was a gate.')).toBeVisible()
  write('posts/first-bench.md', titled('It was a shutter.'))
  await expect(page.getByRole('main').getByText('It was a shutter.')).toBeVisible()
})

test('a post that comes is there, and one that goes is not, in a new folder too', async ({
  request,
}) => {
  const status = async (slug: string) => (await request.get(`${address}posts/${slug}/`)).status()
  expect(await status('third-bench')).toBe(404)
  mkdirSync(join(folder, 'posts/2025'))
  write('posts/2025/third-bench.md', 'Of oak.')
  await expect.poll(() => status('third-bench')).toBe(200)
  rmSync(join(folder, 'posts/2025'), { recursive: true })
  await expect.poll(() => status('third-bench')).toBe(404)
})

test('a folder that takes the place of the content is the content', async ({ page }) => {
  const before = `${folder}-before`
  const next = `${folder}-next`
  cpSync(folder, next, { recursive: true })
  writeFileSync(
    join(next, 'posts/first-bench.md'),
    '---\ntitle: The Bench From Elsewhere\n---\n\nHi.',
  )
  await page.goto(`${address}posts/first-bench/`)
  await hydrated(page)
  renameSync(folder, before)
  renameSync(next, folder)
  rmSync(before, { recursive: true })
  const title = page.getByRole('heading', { level: 1 })
  await expect(title).toHaveText('The Bench From Elsewhere')
  await hydrated(page)
  write('posts/first-bench.md', '---\ntitle: The Bench That Stayed\n---\n\nHi.')
  await expect(title).toHaveText('The Bench That Stayed')
})

test('a fault in the content is shown over the page, and goes away with it', async ({
  page,
  expectTrouble,
}) => {
  expectTrouble(/500|\[vite\]/)
  await page.goto(`${address}posts/first-bench/`)
  await hydrated(page)
  write(
    'posts/first-bench.md',
    '---\ntitle: The First Bench\ndate: yesterday\n---\n\nIt was a door.\n',
  )
  const overlay = page.locator('vite-error-overlay')
  await expect(overlay).toContainText('posts/first-bench.md:3: date: found "yesterday"')
  await page.reload()
  await expect(overlay).toContainText('posts/first-bench.md:3')
  // What is rendered ahead waits for a second's quiet, and must not end the server over the fault.
  await page.waitForTimeout(1500)
  write('posts/first-bench.md', '---\ntitle: The Mended Bench\n---\n\nIt was a door.\n')
  await expect(page.getByRole('heading', { level: 1, name: 'The Mended Bench' })).toBeVisible()
  await expect(overlay).toHaveCount(0)
})

const write = (file: string, text: string): void => writeFileSync(join(folder, file), text)
