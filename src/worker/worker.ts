import { belowBase, homePath, offlinePath, twinPath, underBase } from '../core/addresses.ts'
import { keptAddress, keptCache } from '../core/kept.ts'

declare const self: ServiceWorkerGlobalScope
/** The files of the app below the base, which the build writes before this script: their names change with what they hold. */
declare const appFiles: readonly string[]

const scope = self.registration.scope
const base = new URL(scope).pathname
const home = new URL(underBase(base, homePath()), scope).href
const shell = new URL(underBase(base, offlinePath), scope).href
const kept = keptCache(base)
const app = `lectern app ${base}`
/** Of pages, twins and pictures, so many: the ones kept last. */
const mostKept = 400
/** How long the network has to bring a page that is kept as well, in milliseconds. */
const patience = 5000

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))
// The app tells what a page has shown already.
self.addEventListener('message', (event) => event.waitUntil(keepShown(event.data)))
self.addEventListener('fetch', (event) => {
  const { method, mode, destination, url } = event.request
  if (method !== 'GET' || !url.startsWith(scope)) return
  if (mode === 'navigate') event.respondWith(page(event))
  else if (isAppFile(url)) event.respondWith(appFile(url))
  else if (destination === 'image') event.respondWith(picture(event))
})

/** Keeps what a page needs that did not arrive, and what the reader has open: that came before the worker did. */
async function install(): Promise<void> {
  const response = await fetch(shell, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`${shell} answered ${response.status}`)
  const html = await response.text()
  for (const file of appFiles)
    if (html.includes(file) || isSmallPart(file)) await appFile(new URL(file, scope).href)
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

/** Takes charge of what is open, and forgets the files of earlier apps. */
async function activate(): Promise<void> {
  await self.registration.navigationPreload?.enable()
  const files = new Set([shell, ...appFiles.map((file) => new URL(file, scope).href)])
  const cache = await caches.open(app)
  for (const { url } of await cache.keys()) if (!files.has(url)) await cache.delete(url)
  await self.clients.claim()
}

async function keepShown(urls: readonly string[]): Promise<void> {
  for (const url of urls.filter((url) => url.startsWith(scope)))
    if (isAppFile(url)) await appFile(url)
    else if ((await find(kept, url)) === undefined) await keep(url, await fetch(url))
}

/** The page as it is now; else as it was; else what the app makes of its twin, or says that it did not arrive. */
async function page(event: FetchEvent): Promise<Response> {
  const address = keptAddress(event.request.url)
  const now = fetchPage(event, address)
  // One that comes too late to be shown is kept all the same.
  event.waitUntil(now.catch(() => {}))
  const before = (await find(kept, address)) ?? (await find(kept, `${address}/`))
  try {
    return await (before === undefined ? now : Promise.race([now, tooLate()]))
  } catch {
    return before ?? shellAt(address)
  }
}

async function fetchPage(event: FetchEvent, address: string): Promise<Response> {
  const preloaded: Response | undefined = await event.preloadResponse
  const response = preloaded ?? (await fetch(event.request))
  event.waitUntil(keepPage(address, response.clone()))
  return response
}

const tooLate = (): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), patience))

/** The page that says that none arrived; with its words taken out where the app will show the page after all. */
async function shellAt(address: string): Promise<Response> {
  const response = await find(app, shell)
  if (response === undefined) return Response.error()
  if ((await find(kept, twinAt(address))) === undefined) return response
  const html = await response.text()
  return asPage(html.replace(/(<main\b[^>]*>).*(?=<\/main>)/s, '$1'), response)
}

/** The address of the twin of the page at `address`. */
const twinAt = (address: string): string =>
  new URL(underBase(base, twinPath(belowBase(base, new URL(address).pathname))), scope).href

/** Browsers show no page that is marked as redirected, as one is on hosts that drop ".html". */
const asPage = (html: string, { headers }: Response): Response => new Response(html, { headers })

/** Of Vite's making, or an owner's: hosts are told that they never change. */
const isAppFile = (url: string): boolean => url.startsWith(`${scope}assets/`)

async function appFile(url: string): Promise<Response> {
  const before = await find(app, url)
  if (before !== undefined) return before
  const response = await fetch(url)
  if (response.ok) await (await caches.open(app)).put(url, response.clone())
  return response
}

async function picture(event: FetchEvent): Promise<Response> {
  const { url } = event.request
  try {
    const response = await fetch(event.request)
    event.waitUntil(keep(url, response.clone()))
    return response
  } catch (error) {
    const before = await find(kept, url)
    if (before !== undefined) return before
    throw error
  }
}

/** Hosts have answers vary with what a browser accepts; the address alone tells ours apart. */
const find = (cacheName: string, address: string): Promise<Response | undefined> =>
  caches.match(address, { cacheName, ignoreVary: true })

/** Keeps a page of ours, not what else the origin may have; forgets what is gone, with its twin. */
async function keepPage(address: string, response: Response): Promise<void> {
  if (response.status === 404 || response.status === 410) {
    const cache = await caches.open(kept)
    await cache.delete(address)
    await cache.delete(twinAt(address))
  } else if (response.ok && response.headers.get('content-type')?.startsWith('text/html')) {
    const html = await response.text()
    if (html.includes('<script id="state"')) await keep(address, asPage(html, response))
  }
}

/** Keeps an answer, and no more than so many but the home page; nothing where the device has no room. */
async function keep(address: string, response: Response): Promise<void> {
  const { status, headers } = response
  if (status !== 200 || /no-store|private/.test(headers.get('cache-control') ?? '')) return
  try {
    const cache = await caches.open(kept)
    await cache.put(address, response)
    const others = (await cache.keys()).filter(({ url }) => url !== home)
    for (const earlier of others.slice(0, -mostKept)) await cache.delete(earlier)
  } catch {}
}
