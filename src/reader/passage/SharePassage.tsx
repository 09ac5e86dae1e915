import { useEffect, useRef, useState } from 'react'
import { type Passage, selectedPassage, sharePassage } from './passage.ts'

/** While a selection still changes, nothing stands in its way. */
const settled = 250

/** Offers a link to the passage that is selected, just below its end. Tab leads to it, Escape sends it away. */
export function SharePassage({ title, url }: { title: string; url: string }) {
  const [passage, setPassage] = useState<Passage>()
  const [outcome, setOutcome] = useState('')
  const offer = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    const watching = new AbortController()
    const { signal } = watching
    // That may have been while the pointer still draws the selection.
    let isPressed = document.querySelector(':active') !== null
    let timer: ReturnType<typeof setTimeout>
    const look = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        // The offer stays while the reader is at it, even if a touch took the selection away.
        if (isPressed || offer.current?.contains(document.activeElement)) return
        setOutcome('')
        setPassage(selectedPassage())
      }, settled)
    }
    const press = (pressed: boolean) => (event: PointerEvent) => {
      if (event.target instanceof Node && offer.current?.contains(event.target)) return
      isPressed = pressed
      look()
    }
    // A first selection fetched this.
    look()
    document.addEventListener('selectionchange', look, { signal })
    document.addEventListener('pointerdown', press(true), { signal })
    document.addEventListener('pointerup', press(false), { signal })
    document.addEventListener('pointercancel', press(false), { signal })
    return () => {
      clearTimeout(timer)
      watching.abort()
    }
  }, [])

  useEffect(() => {
    if (passage === undefined) return
    const reach = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setPassage(undefined)
      if (event.key !== 'Tab' || event.shiftKey || document.activeElement === button.current) return
      event.preventDefault()
      button.current?.focus({ preventScroll: true })
    }
    document.addEventListener('keydown', reach)
    return () => document.removeEventListener('keydown', reach)
  }, [passage])

  if (passage === undefined) return null
  const share = async () => {
    button.current?.focus({ preventScroll: true })
    setOutcome(await sharePassage(title, new URL(url, window.location.href).href, passage))
  }
  return (
    <div ref={offer} className="passage" style={{ top: passage.end.top, left: passage.end.right }}>
      <button
        ref={button}
        type="button"
        // Else a press would begin a new selection.
        onMouseDown={(event) => event.preventDefault()}
        onClick={share}
        onBlur={() => setPassage(selectedPassage())}
      >
        Share this passage
      </button>
      <span role="status">{outcome}</span>
    </div>
  )
}
