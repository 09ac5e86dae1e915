import { isSitePage, underBase } from '../core/addresses.ts'

const base = import.meta.env.BASE_URL

/** The `href` of a link to the site's page at `path`. */
export const hrefOf = (path: string): string => underBase(base, path)

/** The path, below the base, of the site's page that a link leads to; undefined where it leads elsewhere. */
export function sitePathOf(
  link: HTMLAnchorElement,
  pageNames: readonly string[],
): string | undefined {
  const { origin, pathname } = link
  if (origin !== window.location.origin || !pathname.startsWith(base)) return undefined
  const path = `/${pathname.slice(base.length)}`
  return link.target === '' && isSitePage(path, pageNames) ? path : undefined
}

/** The link that an event happened on or in. */
export const linkOf = (event: Event): HTMLAnchorElement | null =>
  event.target instanceof Element ? event.target.closest('a') : null
