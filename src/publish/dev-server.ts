import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, sep } from 'node:path'
import sirv from 'sirv'
import { type Connect, isRunnableDevEnvironment, type ViteDevServer } from 'vite'
import {
  baseOf,
  decodePath,
  mediaPath,
  notFoundPath,
  twinPath,
  underBase,
} from '../core/addresses.ts'
import type { PageState, Prerender } from '../core/prerender.ts'
import { type Content, loadContent } from './content/load-content.ts'
import { ContentError, describeProblem } from './content/problems.ts'
import { fillTemplate } from './html-page.ts'
import { sharedTwins, sitePages } from './make-twins.ts'

/** Serves the site as a build would write it, made afresh from the content folder at every change. */
export function serveContent(
  server: ViteDevServer,
  folder: string,
  prerenderEntry: string,
): () => void {
  let content = load()
  server.watcher.add(folder)
  server.watcher.on('all', (_event, file) => {
    if (file.startsWith(folder + sep)) reload()
  })

  function load(): Promise<Content> {
    const loading = loadContent(folder, { now: new Date(), unpublished: true })
    loading.then(
      ({ warnings }) => {
        for (const warning of warnings) server.config.logger.warn(describeProblem(warning))
      },
      // The failure is shown by whoever waits for it; until then it must not end the process.
      () => {},
    )
    return loading
  }

  let pending: NodeJS.Timeout | undefined
  let failed = false
  /** Editors save in several steps; the last one counts. */
  function reload(): void {
    clearTimeout(pending)
    pending = setTimeout(() => {
      const loading = load()
      content = loading
      // One that was overtaken by a later edit has nothing to say any more.
      loading.then(
        (loaded) => content === loading && showEdit(loaded),
        (error: Error) => content === loading && showFailure(error),
      )
    }, 30)
  }
  function showEdit({ settings }: Content): void {
    const { hot } = server.environments.client
    if (baseOf(settings.url) !== server.config.base) void server.restart()
    else if (failed) hot.send({ type: 'full-reload' })
    else hot.send('lectern:content')
    failed = false
  }
  function showFailure(error: Error): void {
    failed = true
    server.config.logger.error(error.message)
    server.environments.client.hot.send({
      type: 'error',
      err: { message: error.message, stack: '' },
    })
  }

  const files = sirv(folder, { dev: true })
  function sendFile(
    publishedFiles: Content['publishedFiles'],
    request: IncomingMessage,
    response: ServerResponse,
    next: Connect.NextFunction,
  ): void {
    const path = pathOf(request)
    const beside = publishedFiles.get(mediaPath(decodePath(path).replace('/media/', '')))
    if (!path.startsWith('/media/')) {
      next()
      return
    }
    files(
      Object.assign(request, { url: beside === undefined ? path : `/${encodeURI(beside)}` }),
      response,
      next,
    )
  }
  const handle: Connect.NextHandleFunction = (request, response, next) => {
    content
      .then((current) => answer(server, current, prerenderEntry, request, response, next))
      .catch((error: Error) => {
        if (error instanceof ContentError) failed = true
        else server.ssrFixStacktrace(error)
        next(error)
      })
  }
  return () => {
    server.middlewares.use((request, response, next) => {
      content.then(
        ({ publishedFiles }) => sendFile(publishedFiles, request, response, next),
        () => next(),
      )
    })
    server.middlewares.use(handle)
  }
}

async function answer(
  server: ViteDevServer,
  content: Content,
  prerenderEntry: string,
  request: IncomingMessage,
  response: ServerResponse,
  next: Connect.NextFunction,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return next()
  const path = pathOf(request)
  const target = content.aliases.get(decodePath(path).normalize('NFC'))
  if (target !== undefined) {
    response.writeHead(302, { location: underBase(content.base, target) }).end()
    return
  }

  const shared = sharedTwins(content)
  const pages = sitePages(content)
  const page = pages.find((one) => sameAddress(one.path, path))
  if (page !== undefined) {
    const twins = { ...shared, [twinPath(page.path)]: page.twin() }
    return sendPage(server, content, prerenderEntry, response, {
      path: page.path,
      missing: false,
      twins,
    })
  }
  if (pages.some((one) => sameAddress(one.path, `${path}/`))) {
    response.writeHead(301, { location: underBase(content.base, `${path}/`) }).end()
    return
  }
  const twin = shared[path] ?? pages.find((one) => sameAddress(twinPath(one.path), path))?.twin()
  if (twin !== undefined) return sendJson(response, twin)
  if (path.endsWith('.json')) {
    response.writeHead(404).end()
    return
  }
  return sendPage(server, content, prerenderEntry, response, {
    path: notFoundPath,
    missing: true,
    twins: shared,
  })
}

/** Browsers leave characters as they are that we encode, and the other way round. */
const sameAddress = (a: string, b: string): boolean => decodePath(a) === decodePath(b)

const pathOf = ({ url = '/' }: IncomingMessage): string => url.replace(/[?#].*$/s, '')

function sendJson(response: ServerResponse, twin: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-cache' })
  response.end(JSON.stringify(twin))
}

async function sendPage(
  server: ViteDevServer,
  content: Content,
  prerenderEntry: string,
  response: ServerResponse,
  state: PageState,
): Promise<void> {
  const { ssr } = server.environments
  if (!isRunnableDevEnvironment(ssr)) throw new Error('The ssr environment can run no modules')
  const prerenderModule = await ssr.runner.import(join(server.config.root, prerenderEntry))
  // The entry's exports, as `src/reader/prerender.tsx` declares them.
  const { createPrerender } = prerenderModule as { createPrerender: (base: string) => Prerender }
  const page = await createPrerender(server.config.base)(state)
  const template = await server.transformIndexHtml(
    state.path,
    readFileSync(join(server.config.root, 'index.html'), 'utf8'),
  )
  response.writeHead(state.missing ? 404 : 200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
  })
  response.end(fillTemplate(template, content.settings.language, page))
}
