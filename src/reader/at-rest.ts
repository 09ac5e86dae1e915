/** Acts once the page as it is now is painted, unless what it returns is called first. */
export function afterPaint(act: () => void): () => void {
  let isDue = true
  const paint = () => setTimeout(() => isDue && act())
  // A hidden page has no frames.
  if (document.hidden) paint()
  else requestAnimationFrame(paint)
  return () => {
    isDue = false
  }
}

/** Acts once the page is loaded and painted, and what follows the text is under way. Not every browser can say when it is idle. */
export function whenAtRest(act: () => void): void {
  const wait = () => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(act, { timeout: 5000 })
    else setTimeout(act, 500)
  }
  if (document.readyState === 'complete') afterPaint(wait)
  else window.addEventListener('load', () => afterPaint(wait), { once: true })
}
