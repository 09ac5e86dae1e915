import { useState } from 'react'

/** Hands the page's address to the system's share sheet, or to the clipboard where there is none. */
export function ShareButton({ title, url }: { title: string; url: string }) {
  const [outcome, setOutcome] = useState('')
  const share = async () => {
    // Emptied first, so that a second copy is announced again.
    setOutcome('')
    setOutcome(await shareAddress(title, new URL(url, window.location.href).href))
  }
  return (
    <div className="share">
      <p role="status">{outcome}</p>
      <button type="button" onClick={share}>
        Share
      </button>
    </div>
  )
}

/** What to tell the reader: nothing where the share sheet was shown. */
async function shareAddress(title: string, url: string): Promise<string> {
  if ('share' in navigator) {
    try {
      await navigator.share({ title, url })
      return ''
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return ''
    }
  }
  try {
    await navigator.clipboard.writeText(url)
    return 'Link copied'
  } catch {
    return `The link could not be copied: ${url}`
  }
}
