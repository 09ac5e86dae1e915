/**
 * Every address of the site, written once. A path begins with "/" and is
 * relative to the blog's base (the path of `blog.json`'s `url`).
 */

export const homePath = (page = 1): string => (page === 1 ? '/' : `/page/${page}/`)
export const postPath = (slug: string): string => `/posts/${encodeURIComponent(slug)}/`
export const pagePath = (name: string): string => `/${encodeURIComponent(name)}/`
export const mediaPath = (file: string): string =>
  `/media/${file.split('/').map(encodeURIComponent).join('/')}`

export const notFoundPath = '/404.html'
export const popularTwinPath = '/popular.json'
export const blogTwinPath = '/blog.json'

/** The address of the JSON that a move to the page at `path` fetches. */
export const twinPath = (path: string): string =>
  path === '/' ? '/index.json' : path.replace(/\/$/, '.json')

/** The id of a comment's element, and so its `#fragment`. */
export const commentAnchor = (id: string): string => `c-${id}`

/** Names that a page in `pages/` may not take: their addresses belong to the site itself. */
export const reservedPageNames = [
  '404',
  'archive',
  'assets',
  'blog',
  'feed',
  'index',
  'media',
  'page',
  'popular',
  'posts',
  'search',
  'tags',
]

const ownFiles =
  /^\/((assets|media|page)\/.*|(index|blog|popular|archive|tags)\.json|404\.html|feed\.(xml|json)|sitemap\.xml|robots\.txt|manifest\.webmanifest|favicon\.svg|_headers|_redirects)$/i

/** Whether the site writes files of its own at `path`, whatever its content. */
export const isOwnFile = (path: string): boolean => ownFiles.test(path)

/** The base that a blog at `url` is served under: "/" or "/blog/", always ending in "/". */
export const baseOf = (url: string | undefined): string =>
  encodeURI(
    decodePath(/^https?:\/\/[^/]+(\/.*)?$/i.exec(url ?? '')?.[1] ?? '').replace(/\/*$/, '/'),
  )

/** `path` as a browser asks its host for it: "/posts/a/" under the base "/blog/" is "/blog/posts/a/". */
export const underBase = (base: string, path: string): string => base + path.slice(1)

/** `path` with the blog's public address before it; only below the host where no address is known. */
export const publicAddress = (url: string | undefined, path: string): string =>
  url === undefined ? path : url.replace(/\/*$/, '') + path

/** Addresses with one key are one place on some host: letters' case and an ending "/" or "index.html" don't count. */
export const addressKey = (path: string): string =>
  path.toLowerCase().replace(/\/(index\.html)?$/, '')

/** `path` with its %-escapes read; as it is where they can't be. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/**
 * An old address as the file of this site that can keep it alive, always decoded: browsers copy
 * "/caf%C3%A9/" where people write "/café/". Undefined where none could, or one outside the site.
 */
export function aliasPath(written: string): string | undefined {
  if (/[?#]/.test(written)) return undefined
  const path = decodePath(written).normalize('NFC')
  const isWhole = /^\/[^?#\\\p{Cc}%]*$/u.test(path) && !/\/\.{1,2}(\/|$)/.test(path)
  return isWhole ? path : undefined
}

/** Whether a page of the app is at `path`: a list, a post, or one of the owner's pages. */
export const isSitePage = (path: string, pageNames: readonly string[]): boolean =>
  /^\/(page\/([2-9]|[1-9]\d+)\/|posts\/[^/]+\/)?$/.test(path) ||
  pageNames.some((name) => pagePath(name) === path)
