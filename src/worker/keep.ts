import { keptCache, mayBeKept } from '../core/kept.ts'
import { base, home, twinAt } from './scope.ts'

/** Of pages, twins and pictures. */
export const kept = keptCache(base)
/** Of the app's files, and the shell. */
export const app = `lectern app ${base}`
/** So many are kept: the last ones. */
const mostKept = 400

/** Hosts have answers vary with what a browser accepts; the address alone tells ours apart. Nothing in a damaged cache. */
export const find = (cacheName: string, address: string): Promise<Response | undefined> =>
  caches.match(address, { cacheName, ignoreVary: true }).catch(() => undefined)

/** Keeps an answer that may be kept, and no more than so many but the home page; nothing where the device has no room. */
export async function keep(address: string, response: Response): Promise<void> {
  const { status, headers } = response
  if (status !== 200) return
  try {
    const cache = await caches.open(kept)
    if (!mayBeKept(headers.get('cache-control'))) return void (await cache.delete(address))
    await cache.put(address, response)
    const others = (await cache.keys()).filter(({ url }) => url !== home)
    for (const earlier of others.slice(0, -mostKept)) await cache.delete(earlier)
  } catch {}
}

/** Whether an answer to a visit is one that `keepPage` has to see; a large file is none. */
export const concernsPages = (response: Response): boolean =>
  isGone(response) || (response.ok && isHtml(response))

/** Keeps a page of ours, not what else the origin may have; forgets what is gone, with its twin. */
export async function keepPage(address: string, response: Response): Promise<void> {
  if (isGone(response)) {
    const cache = await caches.open(kept)
    await cache.delete(address)
    await cache.delete(twinAt(address))
  } else if (concernsPages(response)) {
    const html = await response.text()
    if (html.includes('<script id="state"')) await keep(address, asPage(html, response))
  }
}

/** Keeps a file of the app as the last one; it is fetched, unless it is there. Throws where it can't be had, or can't be kept. */
export async function keepAppFile(url: string): Promise<void> {
  const response = (await find(app, url)) ?? (await fetch(url))
  if (!isFile(response)) throw new Error(`${url} answered ${response.status}`)
  await (await caches.open(app)).put(url, response)
}

/** Some hosts answer with their home page what is not there yet. */
export const isFile = (response: Response): boolean => response.ok && !isHtml(response)

/** Browsers show no page that is marked as redirected, as one is on hosts that drop ".html". */
export const asPage = (html: string, { headers }: Response): Response =>
  new Response(html, { headers })

const isGone = ({ status }: Response): boolean => status === 404 || status === 410

const isHtml = ({ headers }: Response): boolean =>
  headers.get('content-type')?.startsWith('text/html') ?? false
