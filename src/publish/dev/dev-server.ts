import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Connect, ViteDevServer } from 'vite'
import { baseOf } from '../../core/addresses.ts'
import type { Cache } from '../cache/cache.ts'
import type { Content } from '../content/load-content.ts'
import { ContentError } from '../content/problems.ts'
import { isFile, mayBePublished } from '../content/written-paths.ts'
import { answer, type Served } from './dev-answers.ts'
import { LiveContent } from './live-content.ts'
import { AheadRenderer } from './render-ahead.ts'
import { renderIn } from './render-page.ts'
import { sendFiles } from './send-files.ts'

/** Serves the site as a build would write it, made afresh from the content folder at every change. */
export function serveContent(
  server: ViteDevServer,
  folder: string,
  { cache, bundle }: { cache: Cache; bundle: string },
): () => void {
  const render = renderIn(server, bundle)
  const ahead = new AheadRenderer(server, cache)
  let isClosed = false
  const renderAhead = (served: Served) => {
    const isServed = async () => !isClosed && (await live.current.catch(() => {})) === served
    void ahead.render(served.content, isServed)
  }
  // Then only all of it loaded anew shows that the fault is gone.
  let isFaultShown = false
  // A large blog takes a while to be read: the address is told before.
  const live = new LiveContent(folder, cache, listening(server), {
    loaded: renderAhead,
    edited: (served, files) => {
      showEdit(served.content, files)
      renderAhead(served)
    },
    failed: showFault,
  })
  server.httpServer?.on('close', () => {
    isClosed = true
    live.stop()
  })

  function showEdit({ settings }: Content, files: readonly string[]): void {
    const { hot } = server.environments.client
    const base = baseOf(settings.url)
    if (base !== server.config.base) {
      hot.send('lectern:moved', base)
      void server.restart()
    } else if (isFaultShown || files.some((file) => isNoTwins(folder, file)))
      hot.send({ type: 'full-reload' })
    else hot.send('lectern:content')
    isFaultShown = false
  }
  function showFault({ message }: Error): void {
    isFaultShown = true
    server.config.logger.error(message)
    server.environments.client.hot.send({ type: 'error', err: { message, stack: '' } })
  }
  const answerFromContent: Connect.NextHandleFunction = (request, response, next) => {
    live.current
      .then((served) => answer(render, served, request, response, next))
      .catch((error: Error) => {
        if (error instanceof ContentError) isFaultShown = true
        next(error)
      })
  }
  return () => {
    server.middlewares.use(sendFiles(folder))
    server.middlewares.use(answerFromContent)
  }
}

async function listening({ httpServer }: ViteDevServer): Promise<void> {
  await new Promise<unknown>((resolve) => httpServer?.once('listening', resolve) ?? resolve(null))
  await nextTurn()
}

/** A document keeps the pictures and the language that it came with, whatever its twins say. */
const isNoTwins = (folder: string, file: string): boolean =>
  ['', 'media', 'blog.json'].includes(file) || (mayBePublished(file) && isFile(join(folder, file)))
