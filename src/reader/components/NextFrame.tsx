import { type ReactNode, startTransition, useEffect, useState } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import { visitKey } from './visit-key.ts'

/** Of each visit to a post, whether it was left with nothing but the text on the screen. */
const wasAbove = new Map<string, boolean>()

/**
 * What a move leaves to the frame after the one that shows the text. On the way to a place in the page,
 * and back to where more than the text was seen, all of it is there at once: the scroll is set by it.
 */
export function NextFrame({ children }: { children: ReactNode }) {
  const location = useLocation()
  const visit = visitKey(location)
  const isReturn = useNavigationType() === 'POP'
  const [isDue, setDue] = useState(isReturn ? !wasAbove.get(visit) : location.hash !== '')
  useEffect(() => {
    // A transition alone would begin before the text is painted.
    const show = () => setTimeout(startTransition, 0, () => setDue(true))
    const frame = requestAnimationFrame(show)
    return () => cancelAnimationFrame(frame)
  }, [])
  const watch = (place: HTMLElement | null) => {
    if (place === null) return
    const observer = new IntersectionObserver((seen) => {
      for (const { isIntersecting, boundingClientRect } of seen)
        wasAbove.set(visit, !isIntersecting && boundingClientRect.top > 0)
    })
    observer.observe(place)
    return () => observer.disconnect()
  }
  return <div ref={watch}>{isDue && children}</div>
}
