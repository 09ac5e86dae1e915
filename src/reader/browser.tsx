import { QueryClient } from '@tanstack/react-query'
import { startTransition } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { decodePath, notFoundPath, offlinePath, underBase } from '../core/addresses.ts'
import type { PageState } from '../core/prerender.ts'
import { App } from './App.tsx'
import { whenAtRest } from './at-rest.ts'
import { isThere, UnreachableError } from './fetch-twin.ts'
import type { Router } from './follow-links.ts'
import { isKept, keepPages } from './offline.ts'
import { readState, seed } from './page-state.ts'
import { createRoutes, dataOf, loadPage } from './routes.tsx'
import { showEdits } from './show-edits.ts'

const base = import.meta.env.BASE_URL

/** In steps, so that the page answers a reader's touch between them. */
async function start(root: HTMLElement): Promise<void> {
  await nextTask()
  nameEntry()
  const state = readState(document)
  const queryClient = new QueryClient()
  seed(queryClient, state)
  await nextTask()

  // Of the page that none arrived, the worker takes the words out where there is something to show instead.
  const isErrorPage =
    state.path === notFoundPath || (state.path === offlinePath && root.querySelector('h1') !== null)
  const isThisPage = isErrorPage || showsPageOf(state)
  if (isErrorPage) markLinksHere()
  if (isThisPage && !isErrorPage) {
    showShareableAddress(state)
    // The page's own script may be one that comes later: with its twin there, nothing else is fetched.
    // Where it does not come, the page stays as it is.
    try {
      await persistently(() => loadPage(queryClient, state.path))
    } catch {
      return
    }
  }
  const router = createBrowserRouter(createRoutes(queryClient, leadOn), {
    basename: base,
    ...(isThisPage && { hydrationData: dataOf(state) }),
  })
  /**
   * An old address may look like a page's, and a page may be kept whole, without its twin. At the address
   * that is opened, what there is has been shown; that may be that nothing arrived.
   */
  async function leadOn(address: string, isMissing: boolean): Promise<string | undefined> {
    const isOpening = !router.state.initialized
    if (isOpening && state.path === offlinePath) throw new UnreachableError(address)
    if (isOpening || !(await (isMissing ? isThere(address) : isKept(address)))) return undefined
    const onward = address + (router.state.navigation.location?.hash ?? '')
    if (onward !== window.location.href) return onward
    // Back has brought the browser there: asked to go there, it would look for the place on the page it shows.
    window.location.reload()
    return new Promise(() => {})
  }
  await nextTask()
  const app = <App router={router} queryClient={queryClient} />
  if (isThisPage) startTransition(() => void hydrateRoot(root, app))

  if (import.meta.env.PROD) whenAtRest(keepPages)
  // What was recalled meanwhile may be old.
  window.addEventListener('online', () => {
    queryClient.removeQueries({ type: 'inactive', fetchStatus: 'idle' })
    void queryClient.invalidateQueries()
  })
  if (import.meta.hot) showEdits(import.meta.hot, router, queryClient)
  if (isThisPage) return
  // A host that answers unknown addresses with another page's HTML: it makes way for the right one.
  await untilLoaded(router)
  for (const tag of document.querySelectorAll(otherPagesHead)) tag.remove()
  createRoot(root).render(app)
}

/** What the other page said of itself. */
const otherPagesHead =
  'title, meta:is([name=description], [name=robots], [name^=twitter], [property]), link:is([rel=canonical], [rel=alternate])'

const untilLoaded = (router: Router) =>
  new Promise<void>((resolve) => {
    if (router.state.initialized) resolve()
    else router.subscribe(({ initialized }) => initialized && resolve())
  })

/**
 * What fails once on the way may come later; the pauses are in milliseconds. Older browsers fail at once
 * again where it is a script (https://github.com/whatwg/html/issues/6768).
 */
async function persistently(load: () => Promise<void>): Promise<void> {
  for (const pause of [2000, 8000, 32_000])
    try {
      return await load()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  return load()
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve))

/** Hosts take several slashes for one. */
const asFolder = (path: string): string =>
  decodePath(path)
    .replace(/\/+/g, '/')
    .replace(/(\/index\.html|\/)?$/, '/')

const showsPageOf = ({ path }: PageState): boolean =>
  asFolder(window.location.pathname) === asFolder(underBase(base, path))

/** As the router names those that it makes: by its name, each has a place of its own to scroll back to. */
function nameEntry(): void {
  if (window.history.state === null)
    window.history.replaceState({ idx: 0, key: Math.random().toString(36).slice(2) }, '')
}

/** Made for an address of its own, the page doesn't say so, and React takes attributes over as they are. */
function markLinksHere(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a'))
    if (link.pathname === window.location.pathname) link.ariaCurrent = 'page'
}

/** Hosts also serve a page at /posts/a and /posts/a/index.html; the address to share is one. */
function showShareableAddress({ path }: PageState): void {
  const { pathname, search, hash } = window.location
  const shareable = underBase(base, path)
  if (pathname !== shareable)
    window.history.replaceState(window.history.state, '', shareable + search + hash)
}

const root = document.getElementById('root')
if (root !== null) void start(root)
