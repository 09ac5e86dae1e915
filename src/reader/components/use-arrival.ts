import { useEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'

/**
 * After a move within the app, focus is where a move onwards asked for it, or where a full load would have
 * brought the reader: at what the address's #fragment names, else at the new page's heading. Going back
 * leads to the link that the reader left by, if by keyboard; within a page, else, it leaves the focus
 * where it is. The scroll is the router's.
 */
export function useArrival(): void {
  const location = useLocation()
  const isReturn = useNavigationType() === 'POP'
  const departure = useRef(location)
  useEffect(() => {
    const { pathname } = departure.current
    if (location === departure.current) return
    departure.current = location
    const target =
      (isReturn
        ? document.links[history.state?.leftBy]
        : document.getElementById(location.state?.focus ?? '')) ??
      elementOf(location.hash) ??
      (isReturn && location.pathname === pathname
        ? null
        : document.querySelector<HTMLElement>('main h1'))
    if (target === null) return
    if (target.tabIndex < 0) target.tabIndex = -1
    // What the router could not scroll to, since it was not to be seen.
    const closed = target.closest('details:not([open])')
    closed?.setAttribute('open', '')
    target.focus({ preventScroll: closed === null })
  }, [location, isReturn])
}

function elementOf(hash: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)))
  } catch {
    return null
  }
}
