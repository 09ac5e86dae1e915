import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { isSitePage } from '../../core/addresses.ts'
import type { BlogTwin } from '../../core/twins.ts'

/**
 * Links inside posts are plain HTML; those that lead to pages of this site move within the app
 * all the same. Everything else (other sites, files, new tabs) stays the browser's.
 */
export function useSiteLinks({ pages }: BlogTwin): void {
  const navigate = useNavigate()
  useEffect(() => {
    const names = pages.map(({ name }) => name)
    const follow = (event: MouseEvent) => {
      const anchor = event.target instanceof Element ? event.target.closest('a') : null
      if (
        anchor === null ||
        !isPlainClick(event) ||
        anchor.target !== '' ||
        anchor.hasAttribute('download')
      )
        return
      const { origin, pathname, search, hash } = anchor
      const base = import.meta.env.BASE_URL
      if (
        !anchor.hasAttribute('href') ||
        origin !== window.location.origin ||
        !pathname.startsWith(base)
      )
        return
      const path = `/${pathname.slice(base.length)}`
      if (!isSitePage(path, names)) return
      event.preventDefault()
      const isHere = anchor.href === window.location.href
      void navigate(path + search + hash, { replace: isHere })
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [navigate, pages])
}

/** Not yet handled (by a `Link`), and not meant for a new tab or window. */
const isPlainClick = (event: MouseEvent): boolean =>
  !event.defaultPrevented &&
  event.button === 0 &&
  !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
