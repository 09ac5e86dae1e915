import { dirname } from 'node:path'
import { decodePath, placeKey, publicAddress } from '../core/addresses.ts'
import { numberOf } from '../core/number-of.ts'
import type { HeldText } from './content/load-content.ts'
import { ContentError, type Problem } from './content/problems.ts'
import type { BuiltPages, PublishedPages } from './published-pages.ts'

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
  const base = publicAddress(url, '/')
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
