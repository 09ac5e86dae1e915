import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { decodePath, fileAt } from '../core/addresses.ts'
import { fileSender } from './file-sender.ts'
import { headersAt, readHeaders } from './hosts.ts'

interface SiteToServe {
  /** The folder of a built site. */
  folder: string
  /** The path that it is served under, "/" or "/blog/". */
  base: string
  /** 0 takes any that is free. */
  port: number
}

/**
 * Serves a built site as a static host does: a folder's address ends in "/", an unknown one gets
 * `404.html` with status 404, and answers have the headers that the site's `_headers` says. While there
 * is no folder yet, it asks for patience. Rejects when the port is taken.
 */
export function serveSite({ folder, base, port }: SiteToServe): Promise<Server> {
  const sendFile = fileSender(folder, { etag: true, extensions: [] })
  const headersFile = join(folder, '_headers')

  const server = createServer((request, response) => {
    const [, pathname = '/', search = ''] = /^([^?]*)(.*)$/s.exec(request.url ?? '/') ?? []
    if (!pathname.startsWith(base)) {
      const redirect = pathname === '/' || `${pathname}/` === base
      response.writeHead(redirect ? 302 : 404, redirect ? { location: base } : {}).end()
      return
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end()
      return
    }
    if (!existsSync(folder)) {
      response.writeHead(503, { 'retry-after': '5' }).end('The site is being built.')
      return
    }
    const path = `/${pathname.slice(base.length)}`
    // Read each time: a build may have written it anew.
    const rules = existsSync(headersFile) ? readHeaders(readFileSync(headersFile, 'utf8')) : []
    const directory = join(folder, decodePath(path))
    if (!path.endsWith('/') && existsSync(join(directory, 'index.html'))) {
      // Two slashes would begin another host's address.
      const location = `${pathname.replace(/^[/\\]+/, '/')}/${search}`
      response.writeHead(301, { location }).end()
      return
    }
    const headers = { 'Cache-Control': 'no-cache', ...headersAt(rules, pathname) }
    response.setHeaders(new Headers(headers))
    sendFile(fileAt(path), request, response, () => {
      const page = join(folder, '404.html')
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
      response.end(existsSync(page) ? readFileSync(page) : 'Not found')
    })
  })

  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => resolve(server))
  })
}
