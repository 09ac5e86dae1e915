import { twinPath } from '../core/addresses.ts'
import { hrefOf, linkOf } from './links.ts'

/** How long the pointer or the focus rests on a link that the reader means, in milliseconds. */
const dwell = 65
/** How long nothing comes on the screen or leaves it when the reader stops, in milliseconds. */
const restOfScrolling = 150
/** What may be fetched of pages that nobody asked for, in bytes on the wire for each page view. */
const budget = 50_000
/** Where the browser does not tell what a JSON weighed. */
const usualWeight = 5_000
const neighbours = 'main a:is([rel=prev], [rel=next])'
const posts = ':is(main, aside) a[href*="/posts/"]:not([rel=prev], [rel=next])'

/** Fetches what the page at the link's end needs, unless it is there; gives its path, or undefined for other links. */
export type Prefetch = (link: HTMLAnchorElement) => Promise<string | undefined>

/** Fetches a page's JSON when the reader seems to be about to open it. */
export function prefetchOnIntent(prefetch: Prefetch, signal: AbortSignal): void {
  for (const [type, delay] of [
    ['pointerover', dwell],
    ['focusin', dwell],
    ['pointerdown', 0],
  ] as const) {
    // Each for itself: what comes to lie under a resting pointer doesn't end what the focus is on.
    let pending: number | undefined
    const consider = (event: Event) => {
      window.clearTimeout(pending)
      const link = linkOf(event)
      if (link === null || connection()?.saveData) return
      pending = window.setTimeout(prefetch, delay, link)
    }
    document.addEventListener(type, consider, { signal })
  }
}

/**
 * Fetches the JSON of the previous and the next page, then that of posts whose links are, or come, on
 * the screen, one after the other, until `isOver` or the budget is spent. Call it when the page has
 * come to rest.
 */
export function prefetchNearby(prefetch: Prefetch, isOver: () => boolean): void {
  if (isOver() || !mayFetchUnasked()) return
  const waiting = new Set(document.querySelectorAll<HTMLAnchorElement>(neighbours))
  const dealtWith = new Set([window.location.pathname])
  let spent = 0
  let heaviest = 0
  let isFetching = false
  let pause: number | undefined

  const onScreen = new IntersectionObserver((entries) => {
    // Those that only flew past while the reader scrolled are not fetched.
    for (const { target, isIntersecting } of entries)
      if (target instanceof HTMLAnchorElement) waiting[isIntersecting ? 'add' : 'delete'](target)
    window.clearTimeout(pause)
    pause = window.setTimeout(fetchWaiting, restOfScrolling)
  })
  for (const link of document.querySelectorAll(posts)) onScreen.observe(link)

  async function fetchWaiting(): Promise<void> {
    if (isFetching) return
    isFetching = true
    for (const link of waiting) {
      // One that weighs as much as the heaviest so far has to fit in.
      if (isOver() || spent + heaviest > budget) return onScreen.disconnect()
      waiting.delete(link)
      onScreen.unobserve(link)
      if (dealtWith.has(link.pathname)) continue
      const path = await prefetch(link)
      if (path === undefined) continue
      dealtWith.add(link.pathname)
      const weight = weightOf(twinPath(path))
      spent += weight
      heaviest = Math.max(heaviest, weight)
    }
    isFetching = false
  }
  void fetchWaiting()
}

/** https://wicg.github.io/netinfo/, which not every browser has. */
interface Connection {
  saveData?: boolean
  effectiveType?: string
}

const connection = () => (navigator as { connection?: Connection }).connection

/** Not for readers who save data, nor on a slow connection. */
export const mayFetchUnasked = (): boolean =>
  !(connection()?.saveData || /2g|3g/.test(connection()?.effectiveType ?? ''))

function weightOf(path: string): number {
  const address = new URL(hrefOf(path), window.location.href).href
  const entries = performance.getEntriesByName(address, 'resource') as PerformanceResourceTiming[]
  return entries.at(-1)?.transferSize ?? usualWeight
}
