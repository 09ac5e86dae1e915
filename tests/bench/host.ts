import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { decodePath } from '../../src/core/addresses.ts'

export interface Host {
  /** Without a "/" at its end. */
  address: string
  close: () => void
}

interface HostedFile {
  type: string
  tag: string
  /** By content coding. */
  bodies: Map<Coding, Buffer>
}
type Coding = 'br' | 'gzip' | 'identity'

/**
 * Serves any folder of static files as common hosts do: texts compressed, HTML and JSON asked for
 * again each time, everything else kept for good. `change` alters pages on their way out.
 */
export function serveFolder(folder: string, change = (html: string) => html): Promise<Host> {
  const files = new Map<string, HostedFile>()
  const hosted = (file: string): HostedFile => {
    const known = files.get(file)
    if (known !== undefined) return known
    const read = readHostedFile(file, change)
    files.set(file, read)
    return read
  }

  const server = createServer((request, response) => {
    const path = normalize(decodePath((request.url ?? '/').replace(/[?#].*$/s, '')))
    const place = join(folder, path)
    if (!path.endsWith('/') && isFolder(place)) {
      response.writeHead(301, { location: encodeURI(`${path}/`) }).end()
      return
    }
    const file = [place, join(place, 'index.html'), `${place}.html`].find(isFile)
    const missing = join(folder, '404.html')
    if (file !== undefined) send(request, response, 200, hosted(file))
    else if (isFile(missing)) send(request, response, 404, hosted(missing))
    else response.writeHead(404).end()
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      // An address of a server that listens at a port.
      const { port } = server.address() as AddressInfo
      resolve({
        address: `http://127.0.0.1:${port}`,
        close: () => {
          server.close()
          server.closeAllConnections()
        },
      })
    })
  })
}

const isFile = (place: string): boolean => existsSync(place) && statSync(place).isFile()
const isFolder = (place: string): boolean => existsSync(place) && statSync(place).isDirectory()

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
}

function readHostedFile(file: string, change: (html: string) => string): HostedFile {
  const type = types[extname(file).toLowerCase()] ?? 'application/octet-stream'
  const read = readFileSync(file)
  const body = type.startsWith('text/html') ? Buffer.from(change(read.toString('utf8'))) : read
  const bodies = new Map<Coding, Buffer>([['identity', body]])
  if (/^text\/|json|xml|wasm/.test(type)) {
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
    bodies.set('br', brotliCompressSync(body, quality)).set('gzip', gzipSync(body))
  }
  return { type, tag: createHash('sha1').update(body).digest('base64url'), bodies }
}

function send(
  { headers, method }: IncomingMessage,
  response: ServerResponse,
  status: number,
  { type, tag, bodies }: HostedFile,
): void {
  const accepted = String(headers['accept-encoding'] ?? '')
  const coding = (['br', 'gzip'] as const).find(
    (one) => bodies.has(one) && new RegExp(`\\b${one}\\b`).test(accepted),
  )
  const etag = `"${tag}-${coding ?? 'identity'}"`
  const askedEachTime = /html|json/.test(type)
  const always = {
    etag,
    vary: 'accept-encoding',
    'cache-control': askedEachTime ? 'no-cache' : 'public, max-age=31536000, immutable',
  }
  if (status === 200 && headers['if-none-match'] === etag) {
    response.writeHead(304, always).end()
    return
  }
  const body = bodies.get(coding ?? 'identity')
  response.writeHead(status, {
    ...always,
    'content-type': type,
    'content-length': body?.length ?? 0,
    ...(coding !== undefined && { 'content-encoding': coding }),
  })
  response.end(method === 'HEAD' ? undefined : body)
}
