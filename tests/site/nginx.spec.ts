import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { siteFolder } from './sites.ts'
import { expect, test } from './test.ts'

/** The settings that the README gives, tried in the nginx of this machine, where it has one. */
test.describe.configure({ mode: 'serial' })
const isInstalled = spawnSync('nginx', ['-v']).status === 0
test.skip(!isInstalled, 'nginx is not installed')

let folder: string
let nginx: ChildProcess
let address: string

test.beforeAll(async ({ hosts }) => {
  test.skip(hosts.sample === undefined, 'the sample blog is gone')
  const [, settings = ''] = /```nginx\n(.*?)```/s.exec(readFileSync('README.md', 'utf8')) ?? []
  const port = await freePort()
  address = `http://127.0.0.1:${port}`
  folder = mkdtempSync(join(tmpdir(), 'lectern-nginx-'))
  const server = settings
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('/var/www/blog', siteFolder('sample'))
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''}
    pid ${folder}/pid; error_log ${folder}/errors; daemon off; events {}
    http { include /etc/nginx/mime.types; access_log off; ${server} }`,
  )
  nginx = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'errors')])
  await expect
    .poll(() =>
      fetch(address).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200)
})
test.afterAll(() => {
  nginx?.kill()
  if (folder !== undefined) rmSync(folder, { recursive: true })
})

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const place = server.address()
      server.close(() => resolve(typeof place === 'object' && place !== null ? place.port : 0))
    })
  })

const get = (path: string) => fetch(address + path, { redirect: 'manual' })

test('nginx serves posts, and leads to their addresses from those without a slash', async () => {
  const post = await get('/posts/test-true/')
  expect(await post.text()).toContain('<h1')
  expect((await get('/posts/test-true')).headers.get('location')).toMatch(/\/posts\/test-true\/$/)
})

test('nginx answers unknown addresses with the page for them', async () => {
  const missing = await get('/nowhere/')
  expect([missing.status, await missing.text()]).toEqual([
    404,
    expect.stringContaining('There is no page here'),
  ])
})

test('nginx says what files are, and keeps for good those named by their content', async () => {
  const typeOf = async (path: string) => (await get(path)).headers.get('content-type')
  expect(await typeOf('/feed.xml')).toContain('xml')
  expect(await typeOf('/feeds/posts/default')).toContain('xml')
  expect(await typeOf('/manifest.webmanifest')).toContain('application/manifest+json')
  const [script = ''] = /\/assets\/[^"]+\.js/.exec(await (await get('/')).text()) ?? []
  expect((await get(script)).headers.get('cache-control')).toContain('immutable')
  expect((await get('/')).headers.get('cache-control')).toBe('no-cache')
  const packed = await fetch(address + script, { headers: { 'accept-encoding': 'gzip' } })
  expect(packed.headers.get('content-encoding')).toBe('gzip')
})

test('nginx leads from the folder where WordPress has its feed to the feed', async () => {
  const moved = await get('/feed/')
  expect([moved.status, moved.headers.get('location')]).toEqual([
    301,
    expect.stringMatching(/\/feed\.xml$/),
  ])
})
