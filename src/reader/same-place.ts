import type { Location } from 'react-router'
import type { Router } from './follow-links.ts'

/** What stood at the top of the window when it last came to a rest. */
interface Place {
  /** Which part of the page, and how much of its height was above. */
  part: number
  above: number
  /** Of the window and its type: while they are the same, everything is where it was. */
  measures: string
}

const places = new Map<string, Place>()

/** Entries that the browser made itself, for a #fragment typed into the address, all have one key. */
export const scrollKey = ({ key, pathname, hash }: Location): string =>
  key === 'default' ? pathname + hash : key

/** How long the page has rested when its place is noted, in milliseconds. */
const rest = 150

/** Notes where the reader has come to a rest on each page: as it is left, that would delay the next. Returns what ends it. */
export function notePlaces(router: Router): () => void {
  let timer: ReturnType<typeof setTimeout>
  const note = () => {
    const part = parts().findIndex((one) => one.getBoundingClientRect().bottom > 0)
    const box = boxOf(part)
    const key = scrollKey(router.state.location)
    if (box) places.set(key, { part, above: -box.top / box.height, measures: measuresNow() })
  }
  const noteSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(note, rest)
  }
  window.addEventListener('scroll', noteSoon, { passive: true })
  // Other type moves all, but need not scroll.
  const observer = new ResizeObserver(noteSoon)
  observer.observe(document.body)
  return () => {
    window.removeEventListener('scroll', noteSoon)
    observer.disconnect()
    clearTimeout(timer)
  }
}

/** Scrolls to what was at the top of a page that was left, where a phone was turned since, or the type is another. */
export function returnTo(location: Location): void {
  const place = places.get(scrollKey(location))
  if (place === undefined || place.measures === measuresNow()) return
  const box = boxOf(place.part)
  if (box) window.scrollBy(0, box.top + place.above * box.height)
}

const boxOf = (part: number): DOMRect | undefined => parts()[part]?.getBoundingClientRect()

const parts = (): Element[] => [...document.querySelectorAll('main :is(h1, h2, li, .prose > *)')]

function measuresNow(): string {
  const { fontSize, fontFamily, lineHeight } = getComputedStyle(document.body)
  return [window.innerWidth, fontSize, fontFamily, lineHeight].join()
}
