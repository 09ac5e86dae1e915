import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { serveSite } from '../../src/publish/serve-site.ts'
import { makeFolder } from './content-folder.ts'

/** Asks for a path as it is written, which browsers and `fetch` would tidy up. */
async function serve() {
  const folder = makeFolder({ 'posts/tea/index.html': 'Tea', 'a.txt': '0123456789' })
  const server = await serveSite({ folder, base: '/', port: 0 })
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    const asking = request({ host: '127.0.0.1', port, path, headers, method }).end()
    const [answer] = await once(asking, 'response')
    const { statusCode, headers: told } = answer
    return { status: statusCode, location: told.location, body: await text(answer) }
  }
}

test('no address leads to another host', async () => {
  const ask = await serve()
  for (const path of [
    '//evil.example/..%2fposts/tea',
    '/\\evil.example/..%2fposts/tea',
    '//posts/tea',
  ]) {
    const { status, location = '' } = await ask(path)
    expect([path, status]).toEqual([path, 301])
    expect(new URL(location, 'http://blog.example').host).toBe('blog.example')
  }
})

test('what is not a question is refused', async () => {
  const ask = await serve()
  expect(await ask('/a.txt', {}, 'HEAD')).toMatchObject({ status: 200, body: '' })
  for (const method of ['POST', 'PUT', 'DELETE'])
    expect(await ask('/a.txt', {}, method)).toMatchObject({ status: 405, body: '' })
})

test('a part of a file can be asked for, and no request for one ends the server', async () => {
  const ask = await serve()
  const answers: [range: string, status: number, body: string][] = [
    ['bytes=2-4', 206, '234'],
    ['bytes=7-', 206, '789'],
    ['bytes=99-', 416, ''],
    ['bytes=4-2', 200, '0123456789'],
    ['bytes=-3', 200, '0123456789'],
    ['bytes=0-1,3-4', 200, '0123456789'],
    [`bytes=0-${2 ** 53}`, 200, '0123456789'],
  ]
  for (const [range, status, body] of answers)
    expect([range, await ask('/a.txt', { range })]).toMatchObject([range, { status, body }])
})
