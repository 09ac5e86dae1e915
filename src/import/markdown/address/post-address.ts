import { decodePath } from '../../../core/addresses.ts'
import { aliasFields } from '../fields/field-names.ts'
import { isFalse, textAt, textsAt } from '../fields/fields.ts'
import type { Generator } from '../site/find-site.ts'
import type { Site } from '../site/site.ts'
import type { AddressRule, Placed } from './address-rule.ts'
import { hexoRule } from './hexo-address.ts'
import { hugoRule } from './hugo-address.ts'
import { jekyllRule, jekyllStyle } from './jekyll-address.ts'
import { astroRule, docusaurusRule, eleventyRule, gatsbyRule } from './path-address.ts'
import { fillPermalink, joinPath } from './permalink.ts'
import { fillTemplate } from './template-permalink.ts'

const rules: Record<Generator, (placed: Placed) => AddressRule> = {
  jekyll: jekyllRule,
  hexo: hexoRule,
  hugo: hugoRule,
  docusaurus: docusaurusRule,
  astro: astroRule,
  eleventy: eleventyRule,
  gatsby: gatsbyRule,
  plain: () => ({ pattern: undefined, values: {} }),
}

/** Where a text stood, its permalink first: paths of its host, or whole addresses where so written. */
export function addressesOf(placed: Placed): string[] {
  const { fields, site } = placed
  const permalinks = permalinksOf(placed)
  const old = textsAt(fields, ...aliasFields).flatMap(
    (written) => resolveAlias(written, permalinks[0], placed) ?? [],
  )
  const canonical = textsAt(fields, 'canonicalurl', 'canonical').filter(
    (address) => site.home !== undefined && address.startsWith(site.home),
  )
  return [
    ...new Set([...permalinks, ...old].map((path) => withBase(path, site.base)).concat(canonical)),
  ]
}

function permalinksOf(placed: Placed): string[] {
  if (isFalse(placed.fields, 'permalink')) return []
  const own = ownPermalink(placed)
  if (own !== undefined && isWhole(own)) return [own]
  return [...new Set(daysOf(placed).flatMap((date) => permalinkOn(date, own, placed) ?? []))]
}

function permalinkOn(date: string | undefined, own: string | undefined, placed: Placed) {
  const { pattern, values } = rules[placed.site.generator]({ ...placed, date })
  const wanted = own ?? pattern
  if (wanted === undefined) return undefined
  return fillPermalink(wanted, values)?.replace(/\/index\.html?$/i, '/')
}

/** A time late in the day is of the next one in the zone that most sites are built in: UTC. */
function daysOf({ date, site }: Placed): (string | undefined)[] {
  const isMoved = site.generator === 'jekyll' && date !== undefined && /[+-]\d{2}:\d{2}$/.test(date)
  return isMoved ? [date, new Date(date).toISOString()] : [date]
}

function ownPermalink({ text, fields, date, site }: Placed): string | undefined {
  const permalink = textAt(fields, 'permalink')
  if (permalink !== undefined) {
    const filled = fillTemplate(permalink, { text, fields, date })
    const styled = site.generator === 'jekyll' && filled ? jekyllStyle(filled) : filled
    if (styled !== undefined) return styled
  }
  const url = textAt(fields, 'url')
  if (url !== undefined && isWhole(url) ? isOfSite(url, site) : isPath(url, site)) return url
  const path = textAt(fields, 'path')
  return path?.startsWith('/') ? path : undefined
}

const isWhole = (address: string): boolean => /^https?:/i.test(address)

/** The "url" of a post may be that of what it is about. */
const isOfSite = (address: string, { home }: Site): boolean =>
  home !== undefined && URL.canParse(address) && new URL(address).host === new URL(home).host

/** Hugo takes any text for a path. */
const isPath = (url: string | undefined, { generator }: Site): boolean =>
  url !== undefined && (url.startsWith('/') || generator === 'hugo')

/** Hugo's aliases may begin where the post stands; elsewhere only what begins with "/" is a path. */
function resolveAlias(
  written: string,
  permalink: string | undefined,
  { site }: Placed,
): string | undefined {
  if (/^(\/|https?:\/\/)/i.test(written)) return written
  if (site.generator !== 'hugo')
    return /^[\w./-]*[/.][\w./-]*$/.test(written) ? joinPath(written) : undefined
  const start = `http://localhost${(permalink ?? '/').replace(/\/$/, '')}`
  return URL.canParse(written, start) ? decodePath(new URL(written, start).pathname) : undefined
}

const withBase = (path: string, base: string): string =>
  path.startsWith('/') && !path.startsWith('//') ? base + path : path
