import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { publicAddress, sitemapPath } from '../core/addresses.ts'
import { plainTextOf } from '../core/text.ts'
import { plainError } from './plain-error.ts'

/** The paths of a site that is published, as its sitemap has them. */
export interface PublishedPages {
  /** Where the sitemap was found. */
  sitemap: string
  paths: string[]
  /** The address of the site, where it is another now. */
  movedFrom?: string | undefined
}

/** What an earlier build published. */
export interface BuiltPages {
  sitemap: string
  /** Their addresses, the site's own first; none where there is no sitemap. */
  pages: string[]
}

/** What the last build to `place` published. */
export function builtTo(place: string): BuiltPages {
  const sitemap = join(place, sitemapPath.slice(1))
  return { sitemap, pages: locationsBelow(sitemap) }
}

/** The paths of these as pages of the blog at `url`; undefined where there are none, or another blog's. */
export function publishedLocally(
  { sitemap, pages }: BuiltPages,
  url: string,
): PublishedPages | undefined {
  const base = publicAddress(url, '/')
  const [home] = pages
  if (home === undefined || !pages.every((page) => page.startsWith(base))) return undefined
  return {
    sitemap,
    paths: pages.map((page) => page.slice(base.length - 1)),
    movedFrom: home !== base && pages.every((page) => page.startsWith(home)) ? home : undefined,
  }
}

const locationsBelow = (sitemap: string): string[] =>
  existsSync(sitemap)
    ? locationsIn(readFileSync(sitemap, 'utf8')).flatMap((location) =>
        isPart(location)
          ? locationsBelow(join(dirname(sitemap), basename(location)))
          : asBrowsersHaveIt(location),
      )
    : []

const partsLimit = 1000

/**
 * What is published at `address`: a site, or its sitemap. Rejects with a sentence where no sitemap
 * can be had.
 */
export async function publishedAt(address: string): Promise<PublishedPages> {
  if (!(/^https?:\/\//i.test(address) && URL.canParse(address)))
    throw plainError(`found "${address}" after --against, expected an http(s) address`)
  const sitemap = /\.xml(\.gz)?$/i.test(new URL(address).pathname)
    ? address
    : new URL(sitemapPath.slice(1), address.replace(/\/*$/, '/')).href
  const { pathname } = new URL('.', sitemap)
  const pages: string[] = []
  const left = [sitemap]
  for (let parts = 0; left.length > 0 && parts < partsLimit; parts++) {
    const text = await fetchText(left.shift() ?? '')
    const locations = locationsIn(text).flatMap((location) =>
      URL.canParse(location, sitemap) ? new URL(location, sitemap).href : [],
    )
    if (/<sitemapindex/i.test(text)) left.push(...locations)
    else pages.push(...locations)
  }
  return { sitemap, paths: pages.map((location) => pathBelow(location, pathname)) }
}

async function fetchText(address: string): Promise<string> {
  const { status, bytes } = await fetchBytes(address)
  if (status !== 200) throw plainError(`${address} answers with ${status}, expected a sitemap`)
  const text = bytes.toString('utf8')
  if (!/<(urlset|sitemapindex)\b/i.test(text))
    throw plainError(`${address} is no sitemap: found no <urlset> or <sitemapindex> in it`)
  return text
}

async function fetchBytes(address: string): Promise<{ status: number; bytes: Buffer }> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(30_000) })
    const bytes = Buffer.from(await response.arrayBuffer())
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
    return { status: response.status, bytes: isPacked ? gunzipSync(bytes) : bytes }
  } catch (error) {
    const reason = error instanceof Error ? (error.cause ?? error) : error
    throw plainError(`${address} could not be fetched (${String(reason)})`)
  }
}

const locationsIn = (sitemap: string): string[] =>
  [...sitemap.matchAll(/<loc>\s*(?:<!\[CDATA\[(.*?)\]\]>|([^<]*?))\s*<\/loc>/gi)].map(
    ([, asItIs, escaped = '']) => asItIs?.trim() ?? plainTextOf(escaped),
  )

/** As `readSettings` has the blog's own address, however an earlier build wrote it. */
const asBrowsersHaveIt = (location: string): string =>
  URL.canParse(location) ? new URL(location).href : location

const isPart = (location: string): boolean => /\/sitemap-\d+\.xml$/.test(location)

/** The path of an address as seen from the site's own: "/blog/posts/a/" is "/posts/a/" in one at "/blog/". */
function pathBelow(location: string, base: string): string {
  const { pathname } = new URL(location)
  return pathname.startsWith(base) ? pathname.slice(base.length - 1) : pathname
}
