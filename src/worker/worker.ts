import { belowBase, homePath, offlinePath, twinPath, underBase } from '../core/addresses.ts'
import { keptAddress, keptCache } from '../core/kept.ts'

declare const self: ServiceWorkerGlobalScope
/** The files of the app below the base, which the build writes before this script: their names change with what they hold. */
declare const appFiles: readonly string[]

const base = new URL(self.registration.scope).pathname
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
  if (method !== 'GET' || !isOurs(url)) return
  if (mode === 'navigate') event.respondWith(page(event))
  else if (isOfApp(url)) event.respondWith(appFile(url))
  else if (destination === 'image') event.respondWith(picture(event))
})

/** Keeps what a page needs that did not arrive, and what the reader has open: that came before the worker did. */
async function install(): Promise<void> {
  const cache = await caches.open(app)
  const shell = await fetch(underBase(base, offlinePath), { cache: 'no-cache' })
  if (!shell.ok) throw new Error(`${shell.url} answered ${shell.status}`)
  const html = await shell.clone().text()
  await cache.put(underBase(base, offlinePath), shell)
  for (const file of appFiles)
    if (html.includes(file)) await appFile(new URL(file, self.registration.scope).href)

  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const addresses = [underBase(base, homePath()), ...open.map(({ url }) => url)].map(keptAddress)
  await Promise.allSettled(
    [...new Set(addresses)].map(async (address) => keep(address, await fetch(address))),
  )
}

/** Takes charge of what is open, and forgets the files of earlier apps. */
async function activate(): Promise<void> {
  await self.registration.navigationPreload?.enable()
  const cache = await caches.open(app)
  for (const { url } of await cache.keys())
    if (!isOfApp(url) && pathOf(url) !== offlinePath) await cache.delete(url)
  await self.clients.claim()
}

async function keepShown(urls: readonly string[]): Promise<void> {
  for (const url of urls.filter(isOurs))
    if (isOfApp(url)) await appFile(url)
    else if ((await find(kept, url)) === undefined) await keep(url, await fetch(url))
}

const isOurs = (url: string): boolean => {
  const { origin, pathname } = new URL(url)
  return origin === self.location.origin && pathname.startsWith(base)
}

/** Below the base. */
const pathOf = (url: string): string => belowBase(base, new URL(url).pathname)

const isOfApp = (url: string): boolean => appFiles.includes(pathOf(url).slice(1))

/** The page as it is now; else as it was; else what the app makes of its twin, or says that it did not arrive. */
async function page(event: FetchEvent): Promise<Response> {
  const address = keptAddress(event.request.url)
  const before = await find(kept, address)
  const now = fetchPage(event, address)
  // One that comes too late to be shown is kept all the same.
  event.waitUntil(now.catch(() => {}))
  try {
    return await (before === undefined ? now : Promise.race([now, tooLate()]))
  } catch {
    return before ?? shellAt(address)
  }
}

async function fetchPage(event: FetchEvent, address: string): Promise<Response> {
  const preloaded: Response | undefined = await event.preloadResponse
  const response = preloaded ?? (await fetch(event.request))
  if (isHtml(response)) event.waitUntil(keep(address, response.clone()))
  return response
}

const isHtml = ({ headers }: Response): boolean =>
  headers.get('content-type')?.startsWith('text/html') ?? false

const tooLate = (): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error('too late')), patience))

/** The page that says that none arrived; with its words taken out where the app will show the page after all. */
async function shellAt(address: string): Promise<Response> {
  const shell = await find(app, underBase(base, offlinePath))
  if (shell === undefined) return Response.error()
  const twin = new URL(address)
  twin.pathname = underBase(base, twinPath(pathOf(address)))
  if ((await find(kept, twin.href)) === undefined) return shell
  const html = await shell.text()
  return new Response(html.replace(/(<main\b[^>]*>).*(?=<\/main>)/s, '$1'), shell)
}

async function appFile(url: string): Promise<Response> {
  const before = await find(app, url)
  if (before !== undefined) return before
  const response = await fetch(url)
  if (response.ok) await (await caches.open(app)).put(url, response.clone())
  return response
}

async function picture(event: FetchEvent): Promise<Response> {
  try {
    const response = await fetch(event.request)
    event.waitUntil(keep(event.request.url, response.clone()))
    return response
  } catch (error) {
    const before = await find(kept, event.request.url)
    if (before !== undefined) return before
    throw error
  }
}

/** Hosts have answers vary with what a browser accepts; the address alone tells ours apart. */
const find = (cacheName: string, address: string): Promise<Response | undefined> =>
  caches.match(address, { cacheName, ignoreVary: true })

/** Keeps an answer, and no more than so many; nothing where the device has no room. What is gone is forgotten. */
async function keep(address: string, response: Response): Promise<void> {
  const { status } = response
  if (status !== 200 && status !== 404 && status !== 410) return
  try {
    const cache = await caches.open(kept)
    await cache.delete(address)
    if (status === 200) await cache.put(address, response)
    for (const earlier of (await cache.keys()).slice(0, -mostKept)) await cache.delete(earlier)
  } catch {}
}
