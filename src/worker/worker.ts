import { keptAddress, patience } from '../core/kept.ts'
import {
  app,
  asPage,
  concernsPages,
  find,
  isFile,
  keep,
  keepAppFile,
  keepPage,
  kept,
} from './keep.ts'
import { home, isAppFile, scope, shell, twinAt } from './scope.ts'

declare const self: ServiceWorkerGlobalScope
/** The files of the app below the base, which the build writes before this script: their names change with what they hold. */
declare const appFiles: readonly string[]

/** So many files of earlier apps are kept: those of a few, since most files stay as they are. */
const mostEarlier = 20

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))
// The app tells what a page has shown already.
self.addEventListener('message', (event) => event.waitUntil(keepShown(event.data)))
self.addEventListener('fetch', (event) => {
  const { method, mode, destination, url } = event.request
  if (method !== 'GET' || !url.startsWith(scope)) return
  if (mode === 'navigate') event.respondWith(page(event))
  else if (isAppFile(url)) event.respondWith(appFile(event))
  else if (destination === 'image') event.respondWith(picture(event))
})

/** Keeps what a page needs that did not arrive, and what the reader has open: that came before the worker did. */
async function install(): Promise<void> {
  const response = await fetch(shell, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`${shell} answered ${response.status}`)
  const html = await response.text()
  for (const file of appFiles) {
    const url = new URL(file, scope).href
    const isWanted = html.includes(file) || isSmallPart(file) || (await find(app, url))
    if (isWanted) await keepAppFile(url)
  }
  // Last: an earlier worker may still show it, and needs what it names.
  await (await caches.open(app)).put(shell, asPage(html, response))

  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const pages = open.map(({ url }) => url).filter((url) => url.startsWith(scope))
  await Promise.allSettled(
    [home, ...pages].map(async (url) => keepPage(keptAddress(url), await fetch(url))),
  )
}

/** Of the app, what any page may ask for. */
const isSmallPart = (file: string): boolean => /\/(finding|SettingsPanel)-/.test(file)

/**
 * Takes charge of what is open, and forgets files of earlier apps: not those of the last ones, which
 * pages that were kept before need, and which come last, as each app has put its files anew.
 */
async function activate(): Promise<void> {
  await self.registration.navigationPreload?.enable()
  const files = new Set([shell, ...appFiles.map((file) => new URL(file, scope).href)])
  const cache = await caches.open(app)
  const earlier = (await cache.keys()).filter(({ url }) => !files.has(url))
  for (const { url } of earlier.slice(0, -mostEarlier)) await cache.delete(url)
  await self.clients.claim()
}

async function keepShown(urls: readonly string[]): Promise<void> {
  await Promise.allSettled(
    urls
      .filter((url) => url.startsWith(scope))
      .map(async (url) => {
        if (isAppFile(url)) await keepAppFile(url)
        else if ((await find(kept, url)) === undefined) await keep(url, await fetch(url))
      }),
  )
}

/** The page as it is now; else as it was; else what the app makes of its twin, or says that it did not arrive. */
async function page(event: FetchEvent): Promise<Response> {
  const address = keptAddress(event.request.url)
  const now = fetchPage(event, address)
  // One that comes too late to be shown is kept all the same.
  event.waitUntil(now.catch(() => {}))
  const before = (await find(kept, address)) ?? (await find(kept, `${address}/`))
  try {
    const response = await (before === undefined ? now : Promise.race([now, tooLate()]))
    if (response.status < 500) return response
    // A host in trouble hides nothing that is kept.
    return before ?? ((await isTwinKept(address)) ? shellAt(address) : response)
  } catch {
    return before ?? shellAt(address)
  }
}

async function fetchPage(event: FetchEvent, address: string): Promise<Response> {
  const preloaded: Response | undefined = await event.preloadResponse
  // Without a network, Firefox has preloaded an error, where others throw one.
  const isThere = preloaded !== undefined && preloaded.type !== 'error'
  const response = isThere ? preloaded : await fetch(event.request)
  if (concernsPages(response)) event.waitUntil(keepPage(address, response.clone()))
  return response
}

const tooLate = (): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), patience))

/** The page that says that none arrived; with its words taken out where the app will show the page after all. */
async function shellAt(address: string): Promise<Response> {
  const response = await find(app, shell)
  if (response === undefined) return Response.error()
  if (!(await isTwinKept(address))) return response
  const html = await response.text()
  // Its first frame waits for the end of a title.
  const withoutWords = html.replace(
    /(<main\b[^>]*>).*(?=<\/main>)/s,
    '$1<span id="page-title"></span>',
  )
  return asPage(withoutWords, response)
}

const isTwinKept = async (address: string): Promise<boolean> =>
  (await find(kept, twinAt(address))) !== undefined

async function appFile(event: FetchEvent): Promise<Response> {
  const { url } = event.request
  const before = await find(app, url)
  if (before !== undefined) return before
  const response = await fetch(event.request)
  if (isFile(response)) {
    const copy = response.clone()
    event.waitUntil(caches.open(app).then((cache) => cache.put(url, copy)))
  }
  return response
}

async function picture(event: FetchEvent): Promise<Response> {
  const { url } = event.request
  const before = () => find(kept, url)
  try {
    const response = await fetch(event.request)
    event.waitUntil(keep(url, response.clone()))
    return response.status < 500 ? response : ((await before()) ?? response)
  } catch (error) {
    const earlier = await before()
    if (earlier === undefined) throw error
    return earlier
  }
}
