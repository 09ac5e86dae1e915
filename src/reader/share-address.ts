/** Opens the system's share sheet. False where there is none, so that something else has to help. */
export async function shareBySystem(title: string, url: string): Promise<boolean> {
  if (!('share' in navigator)) return false
  try {
    await navigator.share({ title, url })
    return true
  } catch (error) {
    // The reader closed it.
    return error instanceof DOMException && error.name === 'AbortError'
  }
}

/** Puts an address where the reader can paste it from, and gives the words that say so. */
export async function copyAddress(url: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(url)
    return 'Link copied'
  } catch {
    return `The link could not be copied: ${url}`
  }
}
