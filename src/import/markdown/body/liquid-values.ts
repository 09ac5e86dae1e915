import { textAt } from '../fields/fields.ts'
import type { BodyContext } from './body-context.ts'

/** What `{{ expression }}` says; undefined where that is not known. */
export function evaluateLiquid(expression: string, context: BodyContext): string | undefined {
  const [first = '', ...filters] = parted(expression)
  return filters.reduce<string | undefined>(
    (value, filter) => (value === undefined ? undefined : applyFilter(value, filter, context)),
    operand(first, context),
  )
}

/** By the bars that are in no quotes. */
const parted = (expression: string): string[] =>
  (expression.match(/(?:"[^"]*"|'[^']*'|[^|"'])+/g) ?? []).map((part) => part.trim())

function operand(
  written: string,
  { site, fields, address, text }: BodyContext,
): string | undefined {
  const [, , quoted] = /^(["'])(.*)\1$/s.exec(written) ?? []
  if (quoted !== undefined) return quoted
  const [, owner, name = ''] = /^(?:(site|page)\.)?([\w.-]+)$/.exec(written) ?? []
  if (owner === 'site') return siteValue(name, site)
  // Eleventy says "title" for what is "page.title" elsewhere.
  if (owner !== 'page' && site.generator !== 'eleventy') return undefined
  if (name === 'url' || written === 'page.url')
    return address?.startsWith(site.base) ? address.slice(site.base.length) : address
  if (name === 'date') return undefined
  return textAt(fields, name) ?? (name === 'fileSlug' ? text.slug : undefined)
}

function siteValue(name: string, site: BodyContext['site']): string | undefined {
  const host = site.home === undefined ? '' : new URL(site.home).origin
  const known: Record<string, string | undefined> = {
    url: host,
    baseurl: site.base,
    'github.url': host + site.base,
    title: site.title,
    description: site.description,
    author: site.author,
    'author.name': site.author,
  }
  return known[name] ?? textAt(site.settings, name)
}

function applyFilter(value: string, filter: string, context: BodyContext): string | undefined {
  const { site } = context
  const [, name = '', written = ''] = /^(\w+)\s*:?\s*(.*)$/s.exec(filter) ?? []
  const below = (path: string): string =>
    /^[a-z]+:|^\/\//i.test(path) ? path : `${site.base}/${path.replace(/^\/+/, '')}`
  if (name === 'relative_url') return below(value)
  if (name === 'absolute_url')
    return /^[a-z]+:/i.test(value) ? value : (siteValue('url', site) ?? '') + below(value)
  if (name === 'prepend' || name === 'append') {
    const other = operand(written, context)
    if (other === undefined) return undefined
    return name === 'prepend' ? other + value : value + other
  }
  return harmless.test(name) ? value.trim() : undefined
}

const harmless = /^(url|strip|escape|escape_once|xml_escape|uri_escape|markdownify|safe)$/
