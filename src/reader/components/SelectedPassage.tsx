import { useEffect } from 'react'
import { useLater } from '../use-later.ts'

/** What is offered for a passage of a post comes with the first selection that a reader makes. */
export function SelectedPassage(post: { title: string; url: string }) {
  const [SharePassage, fetchOffer] = useLater(fetchSharePassage)
  useEffect(() => {
    if (SharePassage !== undefined) return
    const look = () => document.getSelection()?.isCollapsed === false && fetchOffer()
    // A passage may have been selected before this script was there.
    look()
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  })
  return SharePassage && <SharePassage {...post} />
}

const fetchSharePassage = async () => (await import('../passage/SharePassage.tsx')).SharePassage
