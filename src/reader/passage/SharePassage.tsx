import { useEffect, useRef, useState } from 'react'
import {
  focusableBeside,
  type Passage,
  prepareToShare,
  selectedPassage,
  sharePassage,
} from './passage.ts'

/** While a selection still changes, nothing stands in its way. */
const settled = 250

/**
 * Offers a link to the passage that is selected, just below its end. Tab leads to it, and from it on
 * with what comes after the passage; Escape sends it away.
 */
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
    const press = ({ type, target }: PointerEvent) => {
      if (target instanceof Node && offer.current?.contains(target)) return
      isPressed = type === 'pointerdown'
      look()
    }
    // A first selection fetched this.
    look()
    const moving = new ResizeObserver(() =>
      setPassage((offered) => offered && (selectedPassage() ?? offered)),
    )
    moving.observe(document.body)
    document.addEventListener('selectionchange', look, { signal })
    for (const type of ['pointerdown', 'pointerup', 'pointercancel'] as const)
      document.addEventListener(type, press, { signal })
    return () => {
      clearTimeout(timer)
      moving.disconnect()
      watching.abort()
    }
  }, [])

  useEffect(() => {
    if (passage === undefined) return
    const reach = (event: KeyboardEvent) => {
      // What lies above the page has keys of its own.
      if (document.activeElement?.closest('[popover]')) return
      const { key, shiftKey } = event
      const isThere = document.activeElement === button.current
      if (key === 'Tab' && (isThere || !shiftKey)) {
        event.preventDefault()
        if (!isThere) return button.current?.focus()
      } else if (key !== 'Escape') return
      setPassage(undefined)
      if (!isThere) return
      // Sent away, it leaves the reader where the text is.
      focusableBeside(passage, key === 'Tab' && !shiftKey)?.focus({
        preventScroll: key === 'Escape',
      })
    }
    document.addEventListener('keydown', reach)
    return () => document.removeEventListener('keydown', reach)
  }, [passage])

  useEffect(() => {
    if (outcome !== '') offer.current?.scrollIntoView({ block: 'nearest' })
  }, [outcome])

  if (passage === undefined) return null
  const share = async () => {
    button.current?.focus({ preventScroll: true })
    setOutcome(await sharePassage(title, new URL(url, window.location.href).href, passage))
  }
  return (
    <div
      ref={offer}
      className="passage"
      lang="en"
      style={{ top: passage.end.top, width: passage.end.right }}
    >
      <button
        ref={button}
        type="button"
        // Else a press would begin a new selection.
        onMouseDown={(event) => event.preventDefault()}
        onClick={share}
        onPointerEnter={prepareToShare}
        onFocus={prepareToShare}
        onBlur={() => setPassage(undefined)}
      >
        Share this passage
      </button>
      <span role="status">{outcome}</span>
    </div>
  )
}
