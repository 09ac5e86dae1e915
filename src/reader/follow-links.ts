import type { QueryClient } from '@tanstack/react-query'
import type { createBrowserRouter } from 'react-router'
import { whenAtRest } from './at-rest.ts'
import { linkOf, sitePathOf } from './links.ts'
import { type Prefetch, prefetchNearby, prefetchOnIntent } from './prefetch.ts'
import { blogQuery } from './queries.ts'
import { loadPage } from './routes.tsx'

export type Router = ReturnType<typeof createBrowserRouter>

/**
 * All links are plain HTML, those of the app as well as those inside posts. The ones that lead to
 * pages of this site move within the app, and their JSON is fetched ahead where that is likely to
 * help; everything else (other sites, files, new tabs) stays the browser's. Returns what ends it.
 */
export function followLinks(router: Router, queryClient: QueryClient): () => void {
  const following = new AbortController()
  const { signal } = following
  const pathOf = (link: HTMLAnchorElement): string | undefined => {
    const blog = queryClient.getQueryData(blogQuery.queryKey)
    return sitePathOf(link, blog?.pages.map(({ name }) => name) ?? [])
  }

  const follow = (event: MouseEvent): void => {
    const link = linkOf(event)
    // Only the browser finds a passage: https://wicg.github.io/scroll-to-text-fragment/
    if (!link || !isPlainClick(event) || link.hash.includes(':~:')) return
    const path = pathOf(link)
    if (path === undefined) return
    event.preventDefault()
    if (isOnItsWayBack()) return void stay().then(() => link.dispatchEvent(clickLike(event)))
    const isHere = link.href === window.location.href
    rememberLeaving(link, event)
    void router.navigate(path + link.search + link.hash, { replace: isHere })
  }
  document.addEventListener('click', follow, { signal })

  const prefetch: Prefetch = async (link) => {
    const path = pathOf(link)
    // One that fails is fetched again, and its failure shown, when the reader goes there.
    if (path !== undefined) await loadPage(queryClient, path).catch(() => {})
    return path
  }
  prefetchOnIntent(prefetch, signal)

  let here = router.state.location.key
  /** Of the page's entry in the history. */
  let index: number = window.history.state?.idx
  /** Then the browser has the address of a page that is not there yet, by which links would be understood. */
  const isOnItsWayBack = () =>
    router.state.navigation.state !== 'idle' && window.history.state?.idx !== index
  /** Gives up going back; resolves when the page that is shown is the browser's again. */
  const stay = () =>
    new Promise<void>((resolve) => {
      const shown = index
      const stop = router.subscribe(({ navigation }) => {
        if (navigation.state !== 'idle' || window.history.state?.idx !== shown) return
        stop()
        resolve()
      })
      window.history.go(shown - window.history.state?.idx)
    })
  const prefetchFrom = (page: string): void =>
    whenAtRest(() => prefetchNearby(prefetch, () => page !== here || signal.aborted))
  prefetchFrom(here)
  const unsubscribe = router.subscribe(({ navigation, location }) => {
    if (navigation.state !== 'idle' || location.key === here) return
    here = location.key
    index = window.history.state?.idx
    prefetchFrom(here)
  })
  return () => {
    unsubscribe()
    following.abort()
  }
}

/** Not handled by anyone else, and not meant for a new tab or window. */
const isPlainClick = (event: MouseEvent): boolean =>
  !event.defaultPrevented &&
  event.button === 0 &&
  !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)

/** The detail tells whether a key was pressed or a button. */
const clickLike = ({ detail }: MouseEvent): MouseEvent =>
  new MouseEvent('click', { bubbles: true, cancelable: true, detail })

/** By which link the reader left the page, if by keyboard, is kept with the page's entry in the history. */
function rememberLeaving(link: HTMLAnchorElement, event: MouseEvent): void {
  // By the specification (https://www.w3.org/TR/uievents/#event-type-click), and in Firefox.
  const isByKeyboard = event.detail === 0 || ('pointerType' in event && event.pointerType === '')
  const left = isByKeyboard ? [[...document.links].indexOf(link), link.href] : undefined
  if (left ?? history.state?.left) history.replaceState({ ...history.state, left }, '')
}
