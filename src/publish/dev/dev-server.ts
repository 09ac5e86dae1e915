import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import sirv from 'sirv'
import type { Connect, ViteDevServer } from 'vite'
import { baseOf, decodePath } from '../../core/addresses.ts'
import type { Cache } from '../cache/cache.ts'
import { type Content, loadContent } from '../content/load-content.ts'
import { ContentError, describeWarnings } from '../content/problems.ts'
import { readSource } from '../content/read-sources.ts'
import { isFile, mayBePublished } from '../content/written-paths.ts'
import { answer, pathOf, type Served, serve } from './dev-answers.ts'
import { renderIn } from './render-page.ts'
import { watchFolder } from './watch-folder.ts'

/** Serves the site as a build would write it, made afresh from the content folder at every change. */
export function serveContent(
  server: ViteDevServer,
  folder: string,
  { cache, bundle }: { cache: Cache; bundle: string },
): () => void {
  const render = renderIn(server, bundle)
  // A large blog takes a while to be read: the address is told before.
  let content = renderedAhead(listening(server).then(load))
  const stopWatching = watchFolder(folder, (file) => {
    if (isEditorsOwn(file)) return
    const isEdit = cache.forget(file) && existsSync(join(folder, file))
    if (!isEdit) for (const list of ['texts', 'comments/']) cache.forget(list)
    reload(file)
  })
  server.httpServer?.on('close', stopWatching)
  let unanswered = 0
  let lastBusy = 0
  const noteBusy = () => {
    lastBusy = performance.now()
  }
  server.middlewares.use((_request, response, next) => {
    unanswered++
    response.once('close', () => {
      unanswered--
      noteBusy()
    })
    next()
  })

  function load(): Promise<Served> {
    return loadContent(folder, { now: new Date(), unpublished: true, cache }).then(serve)
  }
  function renderedAhead(loading: Promise<Served>): Promise<Served> {
    loading.then(
      (loaded) => void renderAhead(loaded),
      // The failure is shown by whoever waits for it; until then it must not end the process.
      () => {},
    )
    return loading
  }

  let isCacheSaved = false
  const warned = new Set<string>()
  /** Renders what nobody asked for yet while nobody asks: then it is there when asked for, and its warnings are known. */
  async function renderAhead(ahead: Served): Promise<void> {
    // Who edits, or starts dev, is about to look.
    noteBusy()
    const { posts, pages, warnings } = ahead.content
    for (const text of [...posts, ...pages]) {
      await nextTurn()
      while (unanswered > 0 || performance.now() - lastBusy < 1000) await wait(100)
      // A fault is shown by whoever asks for a page.
      if ((await content.catch(() => undefined)) !== ahead) return
      try {
        void text.rendered
      } catch {
        // Shown with the page that needs it.
      }
    }
    for (const warning of describeWarnings(warnings())) {
      if (!warned.has(warning)) server.config.logger.warn(warning)
      warned.add(warning)
    }
    if (!isCacheSaved) cache.save()
    isCacheSaved = true
  }

  let pending: NodeJS.Timeout | undefined
  let failed = false
  const changed = new Set<string>()
  /** Editors save in several steps; the last one counts. */
  function reload(file: string): void {
    changed.add(file)
    clearTimeout(pending)
    pending = setTimeout(() => {
      const files = [...changed]
      changed.clear()
      const loading = renderedAhead(
        content.then((served) => (reread(served, files) ? served : load()), load),
      )
      content = loading
      // One that was overtaken by a later edit has nothing to say any more.
      loading.then(
        (loaded) => content === loading && showEdit(loaded.content, files),
        (error: Error) => content === loading && showFailure(error),
      )
    }, 30)
  }
  /** Whether the edits are of posts' bodies alone: then the rest of the blog is what it was, however large. */
  function reread({ content: { posts } }: Served, files: readonly string[]): boolean {
    try {
      return files.every((file) => {
        const post = posts.find((post) => post.file === file)
        return post?.reread(cache.recall(file, () => readSource(folder, file, cache)))
      })
    } catch {
      // Loading it all tells what is wrong, with whatever else is.
      return false
    }
  }
  function showEdit({ settings }: Content, files: readonly string[]): void {
    const { hot } = server.environments.client
    const base = baseOf(settings.url)
    if (base !== server.config.base) {
      hot.send('lectern:moved', base)
      void server.restart()
    } else if (failed || files.some(isNoTwins)) hot.send({ type: 'full-reload' })
    else hot.send('lectern:content')
    failed = false
  }
  /** A document keeps the pictures and the language that it came with, whatever its twins say. */
  function isNoTwins(file: string): boolean {
    return (
      ['', 'media', 'blog.json'].includes(file) ||
      (mayBePublished(file) && isFile(join(folder, file)))
    )
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
  /** Those in `media/`, and those beside texts, whether or not a text that names them was rendered yet. */
  const sendFile: Connect.NextHandleFunction = (request, response, next) => {
    const path = pathOf(request)
    if (!path.startsWith('/media/')) return next()
    const send = (url: string, orElse: () => void) =>
      files(Object.assign(request, { url }), response, orElse)
    const fromMedia = () => send(path, next)
    const beside = decodePath(path).slice('/media/'.length)
    const isBeside = /^(posts|pages)\/(?!.*\.\.)/.test(beside) && mayBePublished(beside)
    if (isBeside) send(`/${encodeURI(beside)}`, fromMedia)
    else fromMedia()
  }
  const handle: Connect.NextHandleFunction = (request, response, next) => {
    content
      .then((served) => answer(render, served, request, response, next))
      .catch((error: Error) => {
        if (error instanceof ContentError) failed = true
        next(error)
      })
  }
  return () => {
    server.middlewares.use(sendFile)
    server.middlewares.use(handle)
  }
}

async function listening({ httpServer }: ViteDevServer): Promise<void> {
  await new Promise<unknown>((resolve) => httpServer?.once('listening', resolve) ?? resolve(null))
  await nextTurn()
}

/** Swap files and backups, which come and go beside the file that is edited. */
const isEditorsOwn = (file: string): boolean => /(^|\/)(\.[^/]|#[^/]*#$)|~$/.test(file)
