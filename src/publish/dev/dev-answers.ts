import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Connect } from 'vite'
import { decodePath, notFoundPath, twinPath, underBase } from '../../core/addresses.ts'
import type { PageState } from '../../core/prerender.ts'
import type { Content } from '../content/load-content.ts'
import { type SitePage, sharedTwins, sitePages } from '../twins/site-pages.ts'
import type { RenderPage } from './render-page.ts'

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
  render: RenderPage,
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
    return sendPage(render, content, response, {
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
  return sendPage(render, content, response, {
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
  render: RenderPage,
  content: Content,
  response: ServerResponse,
  page: PageState,
): Promise<void> {
  const html = await render(page, content.settings.language)
  response.writeHead(page.path === notFoundPath ? 404 : 200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
  })
  response.end(html)
}
