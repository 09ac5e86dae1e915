import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, useEffect } from 'react'
import { RouterProvider } from 'react-router'
import { followLinks, type Router } from './follow-links.ts'
import { notePlaces } from './same-place.ts'
import { searchOnSlash } from './search-shortcut.ts'

/** The reader, once its document is there. */
export function App({ router, queryClient }: { router: Router; queryClient: QueryClient }) {
  useEffect(() => followLinks(router, queryClient), [router, queryClient])
  useEffect(() => searchOnSlash(router), [router])
  useEffect(() => notePlaces(router), [router])
  useEffect(clickAgain, [])
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        {/* A move is shown in one frame: in a transition React would spread it over ten. */}
        <RouterProvider router={router} useTransitions={false} />
      </QueryClientProvider>
    </StrictMode>
  )
}

declare global {
  interface Window {
    /** The button that was clicked last, as the document's own script notes it until the app is there. */
    early?: HTMLElement | null
  }
}

function clickAgain(): void {
  window.onclick = null
  window.early?.click()
}
