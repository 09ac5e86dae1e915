import type { Router } from './follow-links.ts'

/** What stood at the top of the window when a page was left. */
interface Place {
  /** Which part of the page, and how much of its height was above. */
  part: number
  above: number
  /** Of the window and its type: while they are the same, everything is where it was. */
  measures: string
}

const places = new Map<string, Place>()

/** Notes where the reader is on each page that is left. Returns what ends it. */
export function notePlaces(router: Router): () => void {
  let { key } = router.state.location
  return router.subscribe(({ location }) => {
    if (location.key === key) return
    // The page that is left is still there.
    const part = parts().findIndex((one) => one.getBoundingClientRect().bottom > 0)
    const box = boxOf(part)
    if (box) places.set(key, { part, above: -box.top / box.height, measures: measuresNow() })
    key = location.key
  })
}

/** Scrolls to what was at the top when the page was left, where a phone was turned since, or the type is another. */
export function returnTo(key: string): void {
  const place = places.get(key)
  if (place === undefined || place.measures === measuresNow()) return
  const box = boxOf(place.part)
  if (box) window.scrollBy(0, box.top + place.above * box.height)
}

const boxOf = (part: number): DOMRect | undefined => parts()[part]?.getBoundingClientRect()

const parts = (): Element[] => [...document.querySelectorAll('main :is(h1, h2, li, .prose > *)')]

const measuresNow = (): string =>
  window.innerWidth + getComputedStyle(document.documentElement).fontSize
