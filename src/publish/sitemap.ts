import { publicAddress, sitemapPartPath, sitemapPath } from '../core/addresses.ts'
import { inParts } from '../core/in-parts.ts'
import { escapeXml } from './escape-xml.ts'

/** A page that search engines should know of, by its path. */
export interface SitemapEntry {
  path: string
  /** ISO 8601, a day or a time. */
  changed: string | undefined
}

/** More are refused (https://www.sitemaps.org/protocol.html). */
const sitemapLimit = 50_000

/** The sitemap's files by their paths: one, or an index and its parts. */
export function sitemapFiles(
  url: string,
  entries: readonly SitemapEntry[],
  limit = sitemapLimit,
): Map<string, string> {
  if (entries.length <= limit) return new Map([[sitemapPath, urlSet(url, entries)]])
  const parts = inParts(entries, limit).map((entries, part) => ({
    path: sitemapPartPath(part + 1),
    entries,
  }))
  const index = parts.map(({ path }) => `<sitemap><loc>${whole(url, path)}</loc></sitemap>`)
  return new Map([
    [sitemapPath, document('sitemapindex', index)],
    ...parts.map(({ path, entries }) => [path, urlSet(url, entries)] as const),
  ])
}

const urlSet = (url: string, entries: readonly SitemapEntry[]): string =>
  document(
    'urlset',
    entries.map(({ path, changed }) => {
      const lastmod = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`
      return `<url><loc>${whole(url, path)}</loc>${lastmod}</url>`
    }),
  )

const document = (root: string, lines: readonly string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join('\n')}
</${root}>
`

const whole = (url: string, path: string): string => escapeXml(publicAddress(url, path))
