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
  (/^https?:\/\/[^/]+(\/.*)?$/i.exec(url ?? '')?.[1] ?? '').replace(/\/*$/, '/')

/** `path` as a browser asks its host for it: "/posts/a/" under the base "/blog/" is "/blog/posts/a/". */
export const underBase = (base: string, path: string): string => base + path.slice(1)

/** `path` with the blog's public address before it; only below the host where no address is known. */
export const publicAddress = (url: string | undefined, path: string): string =>
  url === undefined ? path : url.replace(/\/*$/, '') + path

/** Addresses with one key are one place on some host: letters' case and an ending "/" or "index.html" don't count. */
export const addressKey = (path: string): string =>
  path.toLowerCase().replace(/\/(index\.html)?$/, '')

/** Whether `path`, of a blog as it was, can be kept alive by a file of this site: one never outside it. */
export function canBeAlias(path: string): boolean {
  try {
    return /^\/[^?#\\\s]*$/.test(path) && !/\/\.{1,2}(\/|$)/.test(decodeURIComponent(path))
  } catch {
    return false
  }
}

/** Whether a page of the app is at `path`: a list, a post, or one of the owner's pages. */
export const isSitePage = (path: string, pageNames: readonly string[]): boolean =>
  /^\/(page\/\d+\/|posts\/[^/]+\/)?$/.test(path) ||
  pageNames.some((name) => pagePath(name) === path)
