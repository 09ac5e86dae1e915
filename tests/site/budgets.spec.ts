import { brotliCompressSync, gzipSync } from 'node:zlib'
import { createBuilder, type Rolldown } from 'vite'
import { expect, test } from './test.ts'

/** All JavaScript of a post view on the wire, in bytes. */
const scriptBudget = 94_400

/** Of that, before it is minified, in bytes: so that a failure names what grew. */
const sourceBudgets: Record<string, number> = {
  'react-dom': 545_000,
  react: 18_000,
  scheduler: 10_000,
  'react-router': 136_000,
  '@tanstack/query-core': 63_000,
  '@tanstack/react-query': 6_000,
  valibot: 14_000,
  'src/reader': 52_400,
  'src/core': 12_850,
  // Fetched only when a reader selects a passage.
  'src/reader/passage': 6_650,
  // Fetched only when a reader shares it.
  'text-fragments-polyfill': 30_000,
  // Fetched only when a reader opens the reading settings.
  'src/reader/settings': 4_050,
  // Fetched only when a reader looks for posts.
  'src/reader/finding': 29_250,
  'src/core/search': 6_500,
  // Of these, the one of the blog's language.
  '@orama/stemmers': 450_000,
  'the bundler': 1_500,
}

/**
 * The HTML of a post on the wire, in bytes, by its parts: with the text of 700 words, some 2,500
 * bytes, it stays far below the 14 kB that a server sends before it waits for an answer.
 */
const htmlBudgets: Record<string, number> = {
  styles: 4_100,
  'popular posts': 1_500,
  'state for the app': 2_500,
  'all but the text': 9_350,
}

test('a post view asks for no more JavaScript than its budget', async ({ page, open }) => {
  const bodies: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body())
  })
  await open('/posts/test-true/')
  await page.waitForLoadState('networkidle')
  const sizes = (await Promise.all(bodies)).map((body) => brotliCompressSync(body).length)
  expect(sizes.length).toBeGreaterThan(0)
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(scriptBudget)
})

test('a page names nothing that a browser would fetch before it paints the text', async ({
  request,
}) => {
  const html = await (await request.get('/posts/test-true/')).text()
  const head = html.slice(0, html.indexOf('<body'))
  expect(head).toContain('<style>')
  expect(head).not.toMatch(
    /<script\b[^>]*\bsrc\b|\bimport\(|rel="?(?:stylesheet|preload|modulepreload)|\burl\(/,
  )
})

test('only the pages by which posts are found come with their styles, and look the same after a move', async ({
  open,
  page,
  request,
}) => {
  expect(await (await request.get('/posts/test-true/')).text()).not.toContain('@layer finding')
  const main = page.getByRole('main')
  for (const name of ['Archive', 'Tags', 'Search']) {
    await open('/posts/test-true/')
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click()
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(name)
    await page.waitForLoadState('networkidle')
    const moved = await main.boundingBox()
    await page.reload()
    await page.waitForLoadState('networkidle')
    expect(await main.boundingBox(), name).toEqual(moved)
  }
})

test('every kind of page has the title that its first frame waits for', async ({ request }) => {
  for (const path of [
    '/',
    '/posts/test-true/',
    '/about/',
    '/nowhere/',
    '/archive/',
    '/archive/2026/',
    '/page/2/',
    '/tags/trust/',
    '/offline.html',
    '/tags/',
    '/search/',
    '/popular/',
  ]) {
    const html = await (await request.get(path)).text()
    const [, id] = /rel:"expect",href:"#([^"]+)",blocking:"render"/.exec(html) ?? []
    expect(html.match(/<h1.*?<\/h1>/s)?.[0], path).toMatch(RegExp(`.<span id="${id}"></span></h1>`))
  }
})

test('the app makes no errors as it starts, for whose stacks V8 would parse it again', async ({
  page,
  open,
}) => {
  await page.addInitScript(() => {
    const made: string[] = []
    const note = (message: unknown) => made.push(String(message))
    globalThis.Error = new Proxy(Error, {
      apply: (target, self, [message, options]) => {
        note(message)
        return Reflect.apply(target, self, [message, options])
      },
      construct: (target, [message, options]) => {
        note(message)
        return new target(message, options)
      },
    })
    Object.assign(window, { errorsMade: made })
  })
  await open('/posts/test-true/')
  expect(await page.evaluate('errorsMade')).toEqual([])
})

test('no part of the JavaScript grows unnoticed', async () => {
  const builder = await createBuilder({ logLevel: 'silent', build: { write: false } })
  const { client } = builder.environments
  if (client === undefined) throw new Error('Vite has no client environment')
  // One environment and one output give one result.
  const { output } = (await builder.build(client)) as Rolldown.RolldownOutput
  const sizes: Record<string, number> = {}
  for (const chunk of output)
    for (const [id, { renderedLength }] of Object.entries('modules' in chunk ? chunk.modules : {}))
      sizes[partOf(id)] = (sizes[partOf(id)] ?? 0) + renderedLength
  expect(overBudget(sizes, sourceBudgets)).toEqual([])
})

test('no part of the HTML grows unnoticed', async ({ request }) => {
  const html = await (await request.get('/posts/test-true/')).text()
  const weightOf = (pattern: RegExp) => gzipSync(pattern.exec(html)?.[0] ?? '').length
  const sizes = {
    styles: weightOf(/<style>.*<\/style>/s),
    'popular posts': weightOf(/<aside.*<\/aside>/s),
    'state for the app': weightOf(/<script id="state".*?<\/script>/s),
    'all but the text': gzipSync(html.replace(/<div class="prose".*?<\/div>/s, '')).length,
  }
  for (const size of Object.values(sizes)) expect(size).toBeGreaterThan(200)
  expect(overBudget(sizes, htmlBudgets)).toEqual([])
})

/** The package or folder that a module is of. */
function partOf(id: string): string {
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id) ?? []
  return (
    name ??
    /src\/(reader\/(?:finding|passage|settings)|core\/search|[^/]+)/.exec(id)?.[0] ??
    'the bundler'
  )
}

/** What is heavier than it may be, or was not foreseen at all. */
const overBudget = (sizes: Record<string, number>, budgets: Record<string, number>): string[] =>
  Object.entries(sizes)
    .filter(([part, size]) => size > (budgets[part] ?? 0))
    .map(([part, size]) => `${part}: ${size} bytes of ${budgets[part] ?? 0}`)
