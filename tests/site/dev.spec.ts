import { type ChildProcess, spawn } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, hydrated, test } from './test.ts'

/** `npm run dev` on a copy of the test blog, which these tests then edit. */
test.describe.configure({ mode: 'serial' })
let folder: string
let server: ChildProcess
let address: string
/** Of letters that addresses write their own way. */
const oddName = '100 % oak & C#, a+b@2x.svg'

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-dev-'))
  cpSync('tests/site/content', folder, { recursive: true })
  cpSync(join(folder, 'media/bench.svg'), join(folder, 'media', oddName))
  await start('.')
})

test.afterAll(() => {
  server.kill()
  for (const left of [folder, projectCopy()]) rmSync(left, { recursive: true, force: true })
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
  const oddFile = `${address}media/${encodeURIComponent(oddName)}`
  const range = 'bytes=5-2'
  expect((await request.get(oddFile, { headers: { range } })).status()).toBe(200)
  expect((await request.get(`${address}media/..%2fblog.json`)).status()).toBe(404)
  expect((await request.get(`${address}posts/glue%26C%2B%2B`)).url()).toBe(
    `${address}posts/glue%26C%2B%2B/`,
  )
})

test('dev shows drafts and posts of the future, marked as such', async ({ page }) => {
  for (const path of ['posts/not-yet/', 'tools/']) {
    await page.goto(address + path)
    await expect(page.getByRole('article').getByText('Draft, not published')).toBeVisible()
  }
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

test('where a post is open that gets another address, or goes, it is there no more', async ({
  page,
  expectTrouble,
}) => {
  expectTrouble()
  const missing = page.getByRole('heading', { level: 1, name: 'There is no page here' })
  const shown = page.getByText('Of elm.')
  write('posts/fourth-bench.md', '---\ntitle: The Fourth Bench\n---\n\nOf elm.\n')
  await expect(async () => {
    await page.goto(`${address}posts/fourth-bench/`)
    await expect(shown).toBeVisible({ timeout: 500 })
  }).toPass()
  await hydrated(page)
  write('posts/fourth-bench.md', '---\ntitle: The Fourth Bench\nslug: elm\n---\n\nOf elm.\n')
  await expect(missing).toBeVisible()
  await hydrated(page)
  write('posts/fourth-bench.md', '---\ntitle: The Fourth Bench\n---\n\nOf elm.\n')
  await expect(shown).toBeVisible()
  await hydrated(page)
  rmSync(join(folder, 'posts/fourth-bench.md'))
  await expect(missing).toBeVisible()
})

test('an edit that comes while a page is on its way shows', async ({ page }) => {
  const body = (text: string) => `---\ntitle: The Fifth Bench\n---\n\n${text}\n`
  write('posts/fifth-bench.md', body('Of ash.'))
  await expect
    .poll(async () => (await page.request.get(`${address}posts/fifth-bench/`)).status())
    .toBe(200)
  await page.route('**/reader/browser.tsx', async (route) => {
    write('posts/fifth-bench.md', body('Of yew.'))
    await expect
      .poll(async () => (await page.request.get(`${address}posts/fifth-bench.json`)).text())
      .toContain('Of yew.')
    await route.continue()
  })
  await page.goto(`${address}posts/fifth-bench/`)
  await expect(page.getByRole('main').getByText('Of yew.')).toBeVisible()
})

test('a picture is the new one where another takes its name, and the language that of the blog', async ({
  page,
  expectTrouble,
}) => {
  expectTrouble()
  const square = (size: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"></svg>`
  write('media/square.svg', square(40))
  write(
    'posts/sixth-bench.md',
    '---\ntitle: The Sixth Bench\n---\n\n![Square](../media/square.svg)\n',
  )
  const width = () =>
    page
      .getByRole('main')
      .getByRole('img', { name: 'Square' })
      .evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)
  await expect(async () => {
    await page.goto(`${address}posts/sixth-bench/`)
    expect(await width()).toBe(40)
  }).toPass()
  await hydrated(page)
  write('media/square.svg', square(60))
  await expect.poll(width).toBe(60)

  await hydrated(page)
  const settings = readFileSync(join(folder, 'blog.json'), 'utf8')
  write('blog.json', settings.replace('"en"', '"nl"'))
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl')
  write('blog.json', settings)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
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

test('an open page moves along to the path of a new public address', async ({
  page,
  expectTrouble,
}) => {
  expectTrouble()
  await page.goto(`${address}posts/second-bench/`)
  await hydrated(page)
  const settings = readFileSync(join(folder, 'blog.json'), 'utf8')
  write('blog.json', settings.replace('/blog/"', '/notes/"'))
  await page.waitForURL('**/notes/posts/second-bench/')
  await expect(page.getByRole('heading', { level: 1, name: 'The Second Bench' })).toBeVisible()
})

test('pages are rendered by the reader as its code is, and a fault in it is told by its own line', async ({
  request,
}) => {
  server.kill()
  const project = projectCopy()
  for (const part of ['package.json', 'package-lock.json', 'index.html', 'vite.config.ts', 'src'])
    cpSync(part, join(project, part), { recursive: true })
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'))
  const file = join(project, 'src/reader/pages/PostPage.tsx')
  const code = readFileSync(file, 'utf8')
  const edit = (part: string, instead: string) => {
    expect(code).toContain(part)
    writeFileSync(file, code.replace(part, instead))
  }

  await start(project)
  const shownOnceWatched = async () => {
    // Vite may not be watching yet when the file is written first.
    utimesSync(file, new Date(), new Date())
    return (await request.get(`${address}posts/second-bench/`)).text()
  }
  edit('Previous and next post', 'As it is now')
  await expect.poll(shownOnceWatched).toContain('As it is now')
  const [above = ''] = code.split('export function PostPage(')
  const line = above.split('\n').length
  edit('export function PostPage(', 'export const PostPage = broken\nfunction Unused(')
  await expect
    .poll(shownOnceWatched)
    .toMatch(new RegExp(`broken is not defined.*PostPage\\.tsx:${line}`))
  writeFileSync(file, code)
  await expect.poll(shownOnceWatched).toContain('Previous and next post')
})

const projectCopy = (): string => `${folder}-project`

async function start(project: string): Promise<void> {
  server = spawn(
    process.execPath,
    ['node_modules/vite/bin/vite.js', '--port', '0', '--host', '127.0.0.1'],
    { cwd: project, env: environment() },
  )
  address = await new Promise((resolve, reject) => {
    let said = ''
    server.stdout?.on('data', (text) => {
      said += text
      const found = /http:\/\/127\.0\.0\.1:\d+\/\w+\//.exec(said)
      if (found) resolve(found[0])
    })
    server.on('close', () => reject(new Error(said)))
  })
}

function environment(): NodeJS.ProcessEnv {
  const { NODE_ENV: _, ...env } = process.env
  return { ...env, LECTERN_CONTENT: folder, NO_COLOR: '1' }
}

const write = (file: string, text: string): void => writeFileSync(join(folder, file), text)
