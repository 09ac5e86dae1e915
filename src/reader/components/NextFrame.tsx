import { type ReactNode, startTransition, useEffect, useState } from 'react'
import { useLocation, useNavigationType } from 'react-router'

/**
 * What a move leaves to the frame after the one that shows the text. On the way back, and on the way
 * to a place in the page, all of it is there at once: the scroll is set by it.
 */
export function NextFrame({ children }: { children: ReactNode }) {
  const { hash } = useLocation()
  const isMoveToTop = useNavigationType() !== 'POP' && hash === ''
  const [isDue, setDue] = useState(!isMoveToTop)
  useEffect(() => {
    // A transition alone would begin before the text is painted.
    const show = () => setTimeout(startTransition, 0, () => setDue(true))
    const frame = requestAnimationFrame(show)
    return () => cancelAnimationFrame(frame)
  }, [])
  return isDue && children
}
