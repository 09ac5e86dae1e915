import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { type Connect, isRunnableDevEnvironment, type ViteDevServer } from 'vite'
import { decodePath, notFoundPath, twinPath, underBase } from '../../core/addresses.ts'
import type { PageState, Prerender } from '../../core/prerender.ts'
import { prerenderEntry } from '../app/built-app.ts'
import type { Content } from '../content/load-content.ts'
import { fillTemplate } from '../html-page.ts'
import { type SitePage, sharedTwins, sitePages } from '../twins/site-pages.ts'

/** The content and its pages, by their paths and those of their twins, both decoded. */
export interface Served {
  content: Content
  pages: ReadonlyMap<string, SitePage>
  twins: ReadonlyMap<string, SitePage>
}

export function serve(content: Content): Served {
  const pages = sitePages(content)
  return {
    content,
    pages: new Map(pages.map((page) => [decodePath(page.path), page])),
    twins: new Map(pages.map((page) => [decodePath(twinPath(page.path)), page])),
  }
}

/** Answers a request for a page or a twin as a host of the built site would. */
export async function answer(
  server: ViteDevServer,
  { content, pages, twins }: Served,
  request: IncomingMessage,
  response: ServerResponse,
  next: Connect.NextFunction,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return next()
  // Browsers leave characters as they are that we encode, and the other way round.
  const path = decodePath(pathOf(request))
  const old = path.normalize('NFC')
  const target = content.aliases.get(old) ?? content.aliases.get(`${old}/`)
  if (target !== undefined) {
    response.writeHead(302, { location: underBase(content.base, target) }).end()
    return
  }

  const shared: Record<string, unknown> = sharedTwins(content)
  const page = pages.get(path)
  if (page !== undefined)
    return sendPage(server, content, response, {
      path: page.path,
      twins: { ...shared, [twinPath(page.path)]: page.twin() },
    })
  const folder = pages.get(`${path}/`)
  if (folder !== undefined) {
    response.writeHead(301, { location: underBase(content.base, folder.path) }).end()
    return
  }
  const twin = shared[path] ?? twins.get(path)?.twin()
  if (twin !== undefined) return sendJson(response, twin)
  if (path.endsWith('.json')) {
    response.writeHead(404).end()
    return
  }
  return sendPage(server, content, response, {
    path: notFoundPath,
    twins: shared,
  })
}

export const pathOf = ({ url = '/' }: IncomingMessage): string => url.replace(/[?#].*$/s, '')

function sendJson(response: ServerResponse, twin: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-cache' })
  response.end(JSON.stringify(twin))
}

async function sendPage(
  server: ViteDevServer,
  content: Content,
  response: ServerResponse,
  state: PageState,
): Promise<void> {
  const { ssr } = server.environments
  if (!isRunnableDevEnvironment(ssr)) throw new Error('The ssr environment can run no modules')
  const entry = await ssr.runner.import(join(server.config.root, prerenderEntry))
  // The entry's exports, as `src/reader/prerender.tsx` declares them.
  const { createPrerender } = entry as { createPrerender: (base: string) => Prerender }
  const page = createPrerender(server.config.base)(state)
  const template = await server.transformIndexHtml(
    state.path,
    readFileSync(join(server.config.root, 'index.html'), 'utf8'),
  )
  response.writeHead(state.path === notFoundPath ? 404 : 200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
  })
  response.end(fillTemplate(template, content.settings.language, page))
}
