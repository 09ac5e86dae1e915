/**
 * Every address of the site, written once. A path begins with "/" and is
 * relative to the blog's base (the path of `blog.json`'s `url`).
 */

export const homePath = (page = 1): string => (page === 1 ? '/' : `/page/${page}/`)
export const postPath = (slug: string): string => `/posts/${encodeURIComponent(slug)}/`
export const pagePath = (name: string): string => `/${encodeURIComponent(name)}/`
export const mediaPath = (file: string): string =>
  `/media/${file.split('/').map(encodeURIComponent).join('/')}`

/** All titles by year and month; those of a year, or of posts without a date. */
export const archivePath = (year?: string, page = 1): string =>
  `/archive/${year === undefined ? '' : `${year}/`}${page === 1 ? '' : `page/${page}/`}`
export const undated = 'undated'

export const tagsPath = '/tags/'
/** What a file's name may weigh in bytes, with room for an ending. */
const longestName = 200

/**
 * A "/" or a name of dots alone would be read as steps in the path, and one that ends like a file of
 * the site could be that file: look-alikes stand for them. A tag too long for the name of a file is
 * cut, and told from others by a number made of it. A name that was made so gives the same path again.
 */
export function tagPath(tag: string, page = 1): string {
  const name = tag
    .replaceAll('/', '∕')
    .replace(/^\.+$/, (dots) => '․'.repeat(dots.length))
    .replace(/\.(?=(json|html?)$)/i, '․')
  const encoded = encodeURIComponent(name)
  const short = encoded.length <= longestName ? encoded : encodeURIComponent(cutName(name))
  return `/tags/${short}/${page === 1 ? '' : `page/${page}/`}`
}

function cutName(name: string): string {
  let hash = 0
  let cut = ''
  let length = 0
  for (const letter of name) {
    hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0
    length += encodeURIComponent(letter).length
    if (length < longestName - 10) cut += letter
  }
  return `${cut}-${hash.toString(36)}`
}

export const searchPath = '/search/'

/** Whether the page at `path` is one by which posts are found. */
export const isFindingPath = (path: string): boolean =>
  /^\/(archive|tags|popular|search)\//.test(path)

/** The popular posts of a window, all of them; the window "all" needs no name. */
export const popularPath = (window: string, page = 1): string =>
  `/popular/${window === 'all' ? '' : `${window}/`}${page === 1 ? '' : `page/${page}/`}`

/** The feeds: of the newest posts, and the numbered ones of all those before (RFC 5005, section 4). */
export const feedPath = '/feed.xml'
export const jsonFeedPath = '/feed.json'
export const feedArchivePath = (number: number): string => `/feed/${number}.xml`
export const jsonFeedArchivePath = (number: number): string => `/feed/${number}.json`
export const tagFeedPath = (tag: string): string => `${tagPath(tag)}feed.xml`

/** Where other blogs' software has its feed, so that their subscribers stay. */
export const feedAliases = ['/rss.xml', '/atom.xml', '/feeds/posts/default']
export const feedFolderAlias = '/feed/'

export const sitemapPath = '/sitemap.xml'
export const sitemapPartPath = (number: number): string => `/sitemap-${number}.xml`
export const manifestPath = '/manifest.webmanifest'

/** The image that previews of the page at `path` show where it has no picture of its own. */
export const cardPath = (path: string): string =>
  `/cards${twinPath(path).replace(/\.json$/, '.png')}`

export const notFoundPath = '/404.html'
/** What stands in for pages that did not arrive, on the reader's device. */
export const offlinePath = '/offline.html'
export const workerPath = '/worker.js'
export const popularTwinPath = '/popular.json'
export const blogTwinPath = '/blog.json'

/** The address of the JSON that a move to the page at `path` fetches. */
export const twinPath = (path: string): string => ownTwins[path] ?? path.replace(/\/$/, '.json')

const ownTwins: Record<string, string> = {
  '/': '/index.json',
  // The sidebar's list has the other name.
  '/popular/': '/popular/all.json',
}

/** The file, below the site's root, that a static host answers a path with. */
export function fileAt(path: string): string {
  const file = decodePath(path).slice(1)
  if (file === '' || file.endsWith('/')) return `${file}index.html`
  return file
}

/** As `fileAt`, of an old address, which other hosts answer with a page whatever its name. */
export function pageFileAt(path: string): string {
  const file = fileAt(path)
  return /\.html?$/i.test(file) ? file : `${file}/index.html`
}

/** The id of a comment's element, and so its `#fragment`. */
export const commentAnchor = (id: string): string => `c-${id}`

/** Whether a page in `pages/` may not have this name, since its address belongs to the site itself. */
export const isReservedPageName = (name: string): boolean =>
  reservedPageName.test(name) || isOwnFile(`/${name}`)

const reservedPageName =
  /^(404|archive|assets|blog|feed|index|media|offline|page|popular|posts|search|tags)(\.(html|json))?$/i

const ownFiles =
  /^\/((assets|cards|feed|media|page)\/.*|archive\/((\d{4}|undated)(\.json|\/.*)?)?|popular\/(((year|month|week|all)(\.json|\/.*)?|page\/.*))?|search\/([^/]+\.json)?|tags\/|(index|blog|popular|archive|search|tags)\.json|(404|offline)\.html|worker\.js|(feed|rss|atom)\.xml|feed\.(json|css)|feeds\/posts\/default|sitemap(-\d+)?\.xml|robots\.txt|manifest\.webmanifest|favicon\.svg|icon-\d+\.png|_headers|_redirects|\.nojekyll)$/i

/** Whether the site writes files of its own at `path`, whatever its content. */
export const isOwnFile = (path: string): boolean => ownFiles.test(path)

/** Whether a page at `path`, which may lack its last "/", would be in the place of one of the site's own files. */
export const isOwnAddress = (path: string): boolean => isOwnFile(path) || isOwnFile(`${path}/`)

/** The base that a blog at `url` is served under: "/" or "/blog/", always ending in "/". */
export const baseOf = (url: string | undefined): string =>
  encodeURI(
    decodePath(/^https?:\/\/[^/]+(\/.*)?$/i.exec(url ?? '')?.[1] ?? '').replace(/\/*$/, '/'),
  )

/** `path` as a browser asks its host for it: "/posts/a/" under the base "/blog/" is "/blog/posts/a/". */
export const underBase = (base: string, path: string): string => base + path.slice(1)

/** The opposite, of a path whose letters may be encoded or not; as it is where it is not under the base. */
export function belowBase(base: string, path: string): string {
  const before = [base, decodePath(base)].find((written) => path.startsWith(written))
  return before === undefined ? path : path.slice(before.length - 1)
}

/** `path` with the blog's public address before it; only below the host where no address is known. */
export const publicAddress = (url: string | undefined, path: string): string =>
  url === undefined ? path : url.replace(/\/*$/, '') + path

/** Addresses with one key are one place on some host: letters' case and an ending "/" or "index.html" don't count. */
export const addressKey = (path: string): string =>
  path.toLowerCase().replace(/\/(index\.html)?$/, '')

/** The same of a path that is percent-encoded. */
export const placeKey = (path: string): string => addressKey(decodePath(path))

/** Whether an address is of the web, of mail or the like, and no path. */
export const hasScheme = (address: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(address)

/** An address before its query and fragment, and those with what marks them. */
export const splitSuffix = (address: string): [path: string, suffix: string] => {
  const at = address.search(/[?#]/)
  return at === -1 ? [address, ''] : [address.slice(0, at), address.slice(at)]
}

/** `path` with its %-escapes read; as it is where they can't be. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/**
 * An old address as this site can keep it alive, always decoded: browsers copy "/caf%C3%A9/" where
 * people write "/café/". One with a query ("/?p=123") is no file, and lives on hosts alone that look
 * at queries. Undefined where none could, or one outside the site.
 */
export function aliasPath(written: string): string | undefined {
  const [, encoded = '', query = ''] =
    /^([^?#]*)(\?[\w-]+=[\w.~-]+(?:&[\w-]+=[\w.~-]+)*)?$/.exec(written) ?? []
  const path = decodePath(encoded).normalize('NFC')
  const isWhole =
    /^\/[^?\\\p{Cc}\p{Cs}%]*$/u.test(path) &&
    !/\/\.{1,2}(\/|$)/.test(path) &&
    path.split('/').every((name) => bytesOf(name) <= longestFileName)
  return isWhole ? path + query : undefined
}

/** As file systems count, with room for an ending. */
const longestFileName = 240
const bytesOf = (name: string): number => encodeURIComponent(name).replace(/%../g, '%').length

/** An alias as front matter has it, so that it is read as the same again. */
export const writtenAlias = (alias: string): string => alias.replaceAll('#', '%23')

/** Whether an alias has a query, and so can be no file. */
export const hasQuery = (alias: string): boolean => alias.includes('?')

/** Whether a page of the app is at `path`: a list, a post, or one of the owner's pages. */
export const isSitePage = (path: string, pageNames: readonly string[]): boolean =>
  sitePages.test(path) || pageNames.some((name) => pagePath(name) === path)

/** Whether the address is of a second page of a list, or a later one: how many there are is not told by it. */
export const isLaterPage = (path: string): boolean =>
  /\/page\/\d+\/$/.test(path) && sitePages.test(path)

const sitePages =
  /^\/((popular\/((year|month|week)\/)?)?(page\/([2-9]|[1-9]\d+)\/)?|posts\/[^/]+\/|archive\/((\d{4}|undated)\/(page\/([2-9]|[1-9]\d+)\/)?)?|tags\/([^/]+\/(page\/([2-9]|[1-9]\d+)\/)?)?|search\/)$/
