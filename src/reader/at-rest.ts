/** Acts once the page is loaded and painted, and what follows the text is under way. Not every browser can say when it is idle. */
export function whenAtRest(act: () => void): void {
  const wait = () => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(act, { timeout: 5000 })
    else setTimeout(act, 500)
  }
  const paint = () => requestAnimationFrame(() => setTimeout(wait))
  if (document.readyState === 'complete') paint()
  else window.addEventListener('load', paint, { once: true })
}
