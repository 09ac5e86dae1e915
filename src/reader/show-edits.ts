import type { QueryClient } from '@tanstack/react-query'
import { belowBase, blogTwinPath, underBase } from '../core/addresses.ts'
import type { Router } from './follow-links.ts'

/** In dev alone: keeps the page true to the content folder, as the server tells what changed in it. */
export function showEdits(
  hot: NonNullable<ImportMeta['hot']>,
  router: Router,
  queryClient: QueryClient,
): void {
  hot.on('lectern:content', async () => {
    await queryClient.invalidateQueries()
    // What is at an address without a page, the server tells.
    const shown = queryClient.getQueryCache().findAll({ type: 'active' })
    const isGone = shown.some(({ state }) => state.status === 'error' && state.data !== undefined)
    if (isGone || router.state.errors !== null) window.location.reload()
  })
  hot.on('lectern:moved', async (base: string) => {
    const { pathname, search, hash } = window.location
    // The server starts again for it.
    while (!(await isServed(base))) await new Promise((resolve) => setTimeout(resolve, 200))
    const path = belowBase(import.meta.env.BASE_URL, pathname)
    window.location.href = underBase(base, path) + search + hash
  })
  // An edit may have come before the page could be told.
  void queryClient.invalidateQueries()
}

const isServed = (base: string): Promise<boolean> =>
  fetch(underBase(base, blogTwinPath)).then(
    ({ ok }) => ok,
    () => false,
  )
