import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decodePath, placeKey, sitemapPath } from '../core/addresses.ts'
import { numberOf } from '../core/number-of.ts'
import { plainTextOf } from '../core/text.ts'
import type { HeldText } from './content/load-content.ts'
import { ContentError, type Problem } from './content/problems.ts'
import { plainError } from './plain-error.ts'

/** The paths of a site that is published, as its sitemap has them. */
export interface PublishedPages {
  /** Where the sitemap was found. */
  sitemap: string
  paths: string[]
  /** The address of the site, where it is another now. */
  movedFrom?: string | undefined
}

const partsLimit = 1000
const shown = 50

/**
 * Throws a ContentError that names the pages which were published and are neither there any more,
 * by the addresses that the site now has, nor given up on purpose. One that is held back is said to be.
 */
export function refuseLostPages(
  { sitemap, paths, movedFrom }: PublishedPages,
  {
    addresses,
    gone,
    held,
  }: { addresses: Iterable<string>; gone: readonly string[]; held: readonly HeldText[] },
): void {
  const kept = [...addresses, ...gone]
  const places = new Set(kept.map(placeOf))
  const lost = paths.filter((path) => !places.has(placeOf(path)))
  if (lost.length === 0) return
  if (movedFrom !== undefined)
    throw new ContentError({
      file: sitemap,
      message: `found a site at ${movedFrom}, of which ${numberOf(lost.length, 'page')} would be lost; expected "url" of blog.json to be that address, or those pages among the aliases (where nobody ever read it there, delete ${dirname(sitemap)})`,
    })
  const keptAt = new Map(kept.map((address) => [placeKey(address), address]))
  const heldAt = new Map(
    held.flatMap((text) => text.addresses.map((address) => [placeKey(address), text] as const)),
  )
  const whatOf = (path: string): string => {
    const now = keptAt.get(placeKey(path))
    if (now !== undefined)
      return `which is ${now} now, another address to most hosts; expected its letters as they were`
    const text = heldAt.get(placeKey(path))
    const why = text === undefined ? '' : ` (${text.file} is ${text.reason})`
    return `which no page answers to any more${why}; expected it among the aliases of a post or page, or in "gone" of blog.json`
  }
  const problems: Problem[] = lost
    .slice(0, shown)
    .map((path) => ({ file: sitemap, message: `found ${path}, ${whatOf(path)}` }))
  if (lost.length > shown)
    problems.push({ file: sitemap, message: `and ${lost.length - shown} more such pages` })
  const [last] = problems.splice(-1)
  if (last !== undefined) problems.push({ ...last, message: last.message + letGo(sitemap) })
  throw new ContentError(problems)
}

/** Of a folder, whose pages may never have had readers. */
const letGo = (sitemap: string): string =>
  /^https?:/.test(sitemap)
    ? ''
    : ` (where nobody ever read what is gone there, delete ${dirname(sitemap)})`

/** What hosts that tell letters' case apart look for. */
const placeOf = (path: string): string => decodePath(path).replace(/\/(index\.html)?$/, '')

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
  const { base } = baseAndPath(url)
  const [home] = pages
  if (home === undefined || !pages.every((page) => page.startsWith(base))) return undefined
  return {
    sitemap,
    paths: pages.map((page) => page.slice(base.length - 1)),
    movedFrom: home !== base && pages.every((page) => page.startsWith(home)) ? home : undefined,
  }
}

/** What to say of a site that was built for an address that is neither `url` nor below it, or where there is none now. */
export function leftBehind(
  { sitemap, pages: [home] }: BuiltPages,
  url: string | undefined,
): Problem | undefined {
  if (home === undefined || isNowhere(home)) return undefined
  if (url === undefined)
    return {
      file: sitemap,
      message: `found a site at ${home}, and no "url" in blog.json: this build takes the sitemap out, by which later ones would tell which pages are gone; expected "url" to be that address`,
    }
  const { base } = baseAndPath(url)
  if (withoutScheme(home).startsWith(withoutScheme(base))) return undefined
  return {
    file: sitemap,
    message: `found a site at ${home}, of which this one takes no address over; expected "url" of blog.json to be that address, or its host to lead on from there to ${base}, path by path (where somebody read it there)`,
  }
}

/** Hosts lead on from http: to https: by themselves. */
const withoutScheme = (address: string): string => address.replace(/^https?:/i, '')

/** Nobody has read anything there, such as the sample blog (https://www.rfc-editor.org/rfc/rfc2606#section-2). */
const isNowhere = (address: string): boolean =>
  /(^|\.)(example|invalid|localhost|test)$/.test(new URL(address).hostname)

const locationsBelow = (sitemap: string): string[] =>
  existsSync(sitemap)
    ? locationsIn(readFileSync(sitemap, 'utf8')).flatMap((location) =>
        isPart(location)
          ? locationsBelow(join(dirname(sitemap), basename(location)))
          : asBrowsersHaveIt(location),
      )
    : []

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
  const { pathname } = baseAndPath(new URL('.', sitemap).href)
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

const baseAndPath = (url: string) => {
  const base = url.replace(/\/*$/, '/')
  return { base, pathname: new URL(base).pathname }
}

/** The path of an address as seen from the site's own: "/blog/posts/a/" is "/posts/a/" in one at "/blog/". */
function pathBelow(location: string, base: string): string {
  const { pathname } = new URL(location)
  return pathname.startsWith(base) ? pathname.slice(base.length - 1) : pathname
}
