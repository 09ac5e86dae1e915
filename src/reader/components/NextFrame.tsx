import {
  type ReactNode,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useState,
} from 'react'
import { UNSAFE_DataRouterStateContext, useLocation, useNavigationType } from 'react-router'
import { afterPaint } from '../at-rest.ts'

/** How many pixels below the top of the page the text of each post ended that was shown, at which width. */
const ends = new Map<string, number>()
const keyOf = (pathname: string): string => `${window.innerWidth} ${pathname}`

/**
 * What a move leaves to the frame after the one that shows the text. On the way to a place in the page,
 * and back to where more than the text was seen, all of it is there at once: the scroll is set by it.
 * On the way onwards, which begins at the top, the styles leave to it what of the text is below the screen.
 */
export function NextFrame({ children }: { children: ReactNode }) {
  const { pathname, hash } = useLocation()
  const isReturn = useNavigationType() === 'POP'
  // The router tells by no other name which scroll it is about to restore.
  const scroll = useContext(UNSAFE_DataRouterStateContext)?.restoreScrollPosition
  const [isDue, setDue] = useState(() =>
    isReturn
      ? typeof scroll !== 'number' ||
        scroll + window.innerHeight >= (ends.get(keyOf(pathname)) ?? 0)
      : hash !== '',
  )
  // A transition alone would begin before the text is painted.
  useEffect(() => afterPaint(() => startTransition(() => setDue(true))), [])
  const watch = useCallback(
    (place: HTMLElement | null) => {
      if (place === null) return
      const observer = new ResizeObserver(() =>
        ends.set(keyOf(pathname), place.getBoundingClientRect().top + window.scrollY),
      )
      observer.observe(place.parentElement ?? place)
      return () => observer.disconnect()
    },
    [pathname],
  )
  return (
    <div ref={watch} className={isDue || isReturn ? undefined : 'in-next-frame'}>
      {isDue && children}
    </div>
  )
}
