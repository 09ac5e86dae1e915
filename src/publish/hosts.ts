import { createHash } from 'node:crypto'
import { feedAliases, underBase } from '../core/addresses.ts'
import type { BlogSettings } from '../core/blog.ts'
import { directionOf } from '../core/direction.ts'

/** A header of the answers whose paths, below the base, begin with `path` where that ends in "*". */
export interface HeaderRule {
  path: string
  headers: Record<string, string>
}

/** What hosts should say with each answer; `pages` are some that hold every inline script and style. */
export const headerRules = (pages: readonly string[]): HeaderRule[] => [
  {
    path: '/*',
    headers: {
      'Content-Security-Policy': contentSecurityPolicy(pages),
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'X-Content-Type-Options': 'nosniff',
    },
  },
  {
    path: '/assets/*',
    headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
  },
  ...feedAliases
    .filter((path) => !path.endsWith('.xml'))
    .map((path) => ({ path, headers: { 'Content-Type': 'application/xml; charset=utf-8' } })),
]

/**
 * The blog's own scripts and styles alone; pictures and sounds from anywhere, since posts have them
 * (https://www.w3.org/TR/CSP3/).
 */
function contentSecurityPolicy(pages: readonly string[]): string {
  const hashesOf = (element: RegExp) =>
    [...new Set(pages.flatMap((page) => [...page.matchAll(element)].map(([, text]) => text ?? '')))]
      .map((text) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`)
      .join('')
  return [
    "default-src 'none'",
    `script-src 'self'${hashesOf(/<script(?: type="module")?>(.*?)<\/script>/gs)}`,
    `style-src 'self'${hashesOf(/<style>(.*?)<\/style>/gs)}`,
    "img-src 'self' https: http: data:",
    "media-src 'self' https: http:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
}

/** `_headers`, as Netlify and Cloudflare Pages read it. */
export const headersFile = (rules: readonly HeaderRule[], base: string): string =>
  rules
    .map(({ path, headers }) =>
      [
        underBase(base, path),
        ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
        '',
      ].join('\n'),
    )
    .join('')

/** The rules of a `_headers` file, with the base in their paths. */
export function readHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = []
  for (const line of text.split('\n')) {
    const [, name, value = ''] = /^\s+([^:]+):\s*(.*)$/.exec(line) ?? []
    const rule = rules.at(-1)
    if (name !== undefined && rule !== undefined) rule.headers[name] = value
    else if (line.startsWith('/')) rules.push({ path: line.trim(), headers: {} })
  }
  return rules
}

/** What the rules say of the answer at `path`. */
export const headersAt = (rules: readonly HeaderRule[], path: string): Record<string, string> =>
  Object.assign(
    {},
    ...rules
      .filter((rule) =>
        rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path,
      )
      .map(({ headers }) => headers),
  )

/**
 * `_redirects`, as both read it: from the old path to the new. Queries, only Netlify looks at; where there
 * is a page without them, which the home page is to "/?p=12", it needs the "!".
 */
export const redirectsFile = (
  redirects: Iterable<readonly [old: string, path: string]>,
  base: string,
): string =>
  [...redirects]
    .map(([old, path]) => {
      const [place = '', query] = old.split('?')
      const from = [underBase(base, redirectSource(place)), ...(query?.split('&') ?? [])]
      return `${from.join(' ')} ${underBase(base, path)} ${query === undefined ? '301' : '301!'}\n`
    })
    .join('')

/** In `_redirects`, "*" and ":" would stand for parts of other addresses. */
const redirectSource = (path: string): string =>
  encodeURI(path).replaceAll('*', '%2A').replaceAll(':', '%3A').replaceAll('#', '%23')

export const robotsFile = (sitemap: string | undefined): string =>
  `User-agent: *\nAllow: /\n${sitemap === undefined ? '' : `\nSitemap: ${sitemap}\n`}`

/** What a browser needs to know of the blog to put it among a reader's apps (https://www.w3.org/TR/appmanifest/). */
export const manifestFile = (settings: BlogSettings, base: string): string =>
  JSON.stringify({
    id: base,
    name: settings.title,
    short_name: settings.title,
    description: settings.description,
    lang: settings.language,
    dir: directionOf(settings.language),
    start_url: base,
    scope: base,
    display: 'minimal-ui',
    background_color: '#fbf9f4',
    theme_color: '#fbf9f4',
    icons: [
      { src: underBase(base, '/icon-192.png'), sizes: '192x192', type: 'image/png' },
      { src: underBase(base, '/icon-512.png'), sizes: '512x512', type: 'image/png' },
      {
        src: underBase(base, '/icon-512.png'),
        sizes: '512x512',
        type: 'image/png',
        purpose: 'maskable',
      },
    ],
  })
