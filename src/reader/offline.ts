import { workerPath } from '../core/addresses.ts'
import { keptCache } from '../core/kept.ts'
import { hrefOf } from './links.ts'

const cacheName = keptCache(import.meta.env.BASE_URL)

/** Has the worker keep the pages that are visited from now on, and what this one has shown before the worker came. */
export async function keepPages(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register(hrefOf(workerPath))
    const shown = performance
      .getEntriesByType('resource')
      // Pictures, and the fonts that styles name.
      .filter((entry) => /img|css/.test((entry as PerformanceResourceTiming).initiatorType))
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage(shown.map(({ name }) => name))
  } catch {}
}

/** What the host answers, which is kept on the device; where it does not answer, what was kept before. */
export async function fetchOrRecall(address: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(address, init)
    if (response.ok) void keep(address, response.clone())
    return response
  } catch (error) {
    const kept = await globalThis.caches?.match(address, { cacheName, ignoreVary: true })
    if (kept === undefined) throw error
    return kept
  }
}

/** Nothing where the browser has no caches, as on a host without https, or no room. */
async function keep(address: string, response: Response): Promise<void> {
  try {
    await (await caches.open(cacheName)).put(address, response)
  } catch {}
}
