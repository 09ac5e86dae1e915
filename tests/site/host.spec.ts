import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { expect, test } from './test.ts'

test.use({ site: 'sub-path' })

test('a folder’s address without its slash leads to the one with it', async ({ request }) => {
  const response = await request.get('/blog/posts/first-bench?a=1', { maxRedirects: 0 })
  expect(response.status()).toBe(301)
  expect(response.headers().location).toBe('/blog/posts/first-bench/?a=1')
})

test('an unknown address gets 404.html with status 404', async ({ request }) => {
  const response = await request.get('/blog/nowhere/')
  expect(response.status()).toBe(404)
  expect(await response.text()).toContain('There is no page here')
})

test('a slash too many in an address is none where hosts take several for one', async ({
  open,
  page,
}) => {
  await page.route('**/posts//first-bench/', async (route) => {
    const url = route.request().url().replace('posts//', 'posts/')
    await route.fulfill({ response: await route.fetch({ url }) })
  })
  await open('/blog/posts//first-bench/')
  await expect(page).toHaveURL(/\/blog\/posts\/first-bench\/$/)
  await expect(page.getByRole('heading', { level: 1, name: 'The First Bench' })).toBeVisible()
})

test('the host’s first page leads to the blog', async ({ request }) => {
  const response = await request.get('/', { maxRedirects: 0 })
  expect(response.headers().location).toBe('/blog/')
})

test('files say what they are, and only those named by their hash are kept for good', async ({
  request,
}) => {
  const html = await request.get('/blog/posts/first-bench/')
  expect(html.headers()['content-type']).toContain('text/html')
  expect(html.headers()['cache-control']).toBe('no-cache')
  const json = await request.get('/blog/posts/first-bench.json')
  expect(json.headers()['content-type']).toContain('application/json')
  const script = /"(\/blog\/assets\/[^"]+\.js)"/.exec(await html.text())?.[1] ?? ''
  expect((await request.get(script)).headers()['cache-control']).toContain('immutable')
})

test('a page answers whatever letters its address holds', async ({ request }) => {
  for (const tag of ['木工', 'C++', 'C#', 'Why?', '100%']) {
    const address = `/blog/tags/${encodeURIComponent(tag)}`
    expect((await request.get(`${address}/`)).status(), tag).toBe(200)
    expect((await request.get(`${address}.json`)).status(), tag).toBe(200)
  }
})

test('no address leads out of the site’s folder, and none ends the server', async ({
  request,
  hosts,
}) => {
  const { port } = new URL(hosts['sub-path'] ?? '')
  for (const path of [
    '/blog/../package.json',
    '/blog/..%2fpackage.json',
    '//[',
    '/blog/%',
    '/blog/%00',
  ])
    expect(await rawStatus(Number(port), path), path).toBe(404)
  expect((await request.get('/blog/')).status()).toBe(200)
})

/** As the path is written: clients that people use tidy it up first. */
const rawStatus = (port: number, path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', reject)
    socket.on('data', (data) => {
      socket.destroy()
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(data.toString())?.[1]))
    })
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
  })

test('a taken port is said to be taken, before the blog is built', async () => {
  const occupant = createServer().listen(0)
  const address = occupant.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const { code, said } = await start('--port', String(port))
  occupant.close()
  expect(code).toBe(1)
  expect(said).toMatch(new RegExp(`^Port ${port} is taken.*\n$`))
})

test('a misspelt option is told before the blog is built', async () => {
  expect(await start('--prot', '4174')).toEqual({
    code: 2,
    said: "Unknown option '--prot'\nUsage: npm start -- [--port NUMBER]   (4173, where none is named)\n",
  })
})

/** `npm start`, where it comes to an end, and all that it said. */
async function start(...words: string[]): Promise<{ code: unknown; said: string }> {
  const command = spawn(process.execPath, ['src/run.js', 'src/publish/start.ts', ...words])
  let said = ''
  for (const output of [command.stdout, command.stderr])
    output.on('data', (text) => {
      said += text
    })
  const [code] = await once(command, 'close')
  return { code, said }
}
