import { searchPath, workerPath } from '../core/addresses.ts'
import { keptAddress, keptCache, mayBeKept, patience } from '../core/kept.ts'
import { hrefOf } from './links.ts'
import { mayFetchUnasked } from './prefetch.ts'

const cacheName = keptCache(import.meta.env.BASE_URL)

/** Has the worker keep the pages that are visited from now on, and what this one has shown before the worker came. */
export async function keepPages(): Promise<void> {
  if (!('serviceWorker' in navigator && mayFetchUnasked())) return
  try {
    await navigator.serviceWorker.register(hrefOf(workerPath))
    const { active } = await navigator.serviceWorker.ready
    const shown = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    // What the app fetched it kept itself.
    const others = shown.filter(({ initiatorType }) => initiatorType !== 'fetch')
    active?.postMessage(others.map(({ name }) => name))
  } catch {}
}

/** What the host answers, which is kept on the device; where it does not answer, what was kept before. */
export async function fetchOrRecall(address: string, init: RequestInit): Promise<Response> {
  const fetching = fetch(address, init).then((response) => {
    // Also one that comes too late to be shown.
    void keep(address, response.clone())
    return response
  })
  try {
    const response = await Promise.race([fetching, recallLater(address)])
    return response.status >= 500 ? ((await recall(address)) ?? response) : response
  } catch (error) {
    const kept = await recall(address)
    if (kept === undefined) throw error
    return kept
  }
}

/** Whether the worker would show the page at `address` without a network. */
export const isKept = async (address: string): Promise<boolean> =>
  navigator.serviceWorker?.controller != null && (await recall(keptAddress(address))) !== undefined

/** The page at `address` is gone. */
export const forgetPage = (address: string): Promise<void> =>
  change((cache) => cache.delete(keptAddress(address)))

async function recall(address: string): Promise<Response | undefined> {
  try {
    return await caches.match(address, { cacheName, ignoreVary: true })
  } catch {
    return undefined
  }
}

/** Never, where nothing is kept. */
const recallLater = (address: string): Promise<Response> =>
  new Promise((resolve) => {
    setTimeout(async () => {
      const kept = await recall(address)
      if (kept !== undefined) resolve(kept)
    }, patience)
  })

async function keep(address: string, response: Response): Promise<void> {
  const { status, headers } = response
  // Some hosts have a page for everything.
  const isTwin = status === 200 && headers.get('content-type')?.includes('json')
  const isPrivate = status === 200 && !mayBeKept(headers.get('cache-control'))
  if (status === 404 || status === 410 || isPrivate) await change((cache) => cache.delete(address))
  // Of the search's index, the pieces are many, and none is of use alone. Without the worker, nobody would clear up.
  else if (isTwin && mayFetchUnasked() && !address.startsWith(hrefOf(searchPath)))
    await change((cache) => cache.put(address, response))
}

/** Nothing where the browser has no caches, as on a host without https, or no room. */
async function change(act: (cache: Cache) => Promise<unknown>): Promise<void> {
  try {
    await act(await caches.open(cacheName))
  } catch {}
}
