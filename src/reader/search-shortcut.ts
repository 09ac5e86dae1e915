import { searchPath } from '../core/addresses.ts'
import type { Router } from './follow-links.ts'

export const searchBoxId = 'search-words'

/**
 * "/" brings the reader to the search box, wherever nothing is being written and unless the reading
 * settings say otherwise. Returns what ends it.
 */
export function searchOnSlash(router: Router): () => void {
  const listening = new AbortController()
  const open = (event: KeyboardEvent): void => {
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
    if (event.key !== '/' || !isPlain || isWriting(event.target) || isOff()) return
    event.preventDefault()
    const box = document.getElementById(searchBoxId)
    if (box !== null) box.focus()
    else void router.navigate(searchPath, { state: { focus: searchBoxId } })
  }
  document.addEventListener('keydown', open, { signal: listening.signal })
  return () => listening.abort()
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('input, textarea, select')

const isOff = (): boolean => getComputedStyle(document.body).getPropertyValue('--slash') !== ''
