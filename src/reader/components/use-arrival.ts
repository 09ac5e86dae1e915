import { useEffect, useLayoutEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import { decodePath } from '../../core/addresses.ts'
import { afterPaint } from '../at-rest.ts'
import { returnTo } from '../same-place.ts'

/**
 * After a move within the app, focus is where a move onwards asked for it, or where a full load would have
 * brought the reader: at what the address's #fragment names, else at the new page's heading. Going back
 * leads to the link that the reader left by, if by keyboard; within a page, else, it leaves the focus
 * where it is. The scroll is the router's, unless what was there is elsewhere now.
 */
export function useArrival(): void {
  const location = useLocation()
  const isReturn = useNavigationType() === 'POP'
  const departure = useRef(location)
  // After the router's, which runs first: it is of what this one stands around.
  useLayoutEffect(() => {
    if (isReturn) returnTo(location)
  }, [location, isReturn])
  useEffect(() => {
    const { pathname } = departure.current
    if (location === departure.current) return undefined
    departure.current = location
    const { activeElement } = document
    // To set the focus takes a browser a while, which the page need not wait for.
    return afterPaint(() => {
      // Who took it meanwhile keeps it.
      if (![activeElement, document.body].includes(document.activeElement)) return
      const target =
        (isReturn
          ? linkLeftBy(history.state?.left ?? [])
          : document.getElementById(location.state?.focus || nothing)) ??
        document.getElementById(decodePath(location.hash.slice(1)) || nothing) ??
        (isReturn && location.pathname === pathname
          ? null
          : document.querySelector<HTMLElement>('main h1'))
      if (target === null) return
      if (target.tabIndex < 0) target.tabIndex = -1
      // The router could not scroll to what is folded away.
      const folded = [...document.querySelectorAll('details')].filter(
        (details) => !details.open && details.contains(target),
      )
      for (const details of folded) details.open = true
      target.focus({ preventScroll: folded.length === 0 })
    })
  }, [location, isReturn])
}

/** No element's id; of an empty one, Firefox warns. */
const nothing = ' '

/** The page's nth link may be another now, since some come a frame later: then the first that leads there. */
const linkLeftBy = ([place = -1, href]: [place?: number, href?: string]) =>
  [document.links[place], ...document.links].find((link) => link?.href === href)
