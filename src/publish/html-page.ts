import { directionOf } from '../core/direction.ts'
import { perKey } from '../core/per-key.ts'
import type { Prerendered } from '../core/prerender.ts'
import { escapeXml } from './escape-xml.ts'

/** `index.html` with a prerendered page in its places. */
export function fillTemplate(template: string, language: string, page: Prerendered): string {
  const parts: Record<string, string | undefined> = {
    '%lang%': language,
    '%dir%': directionOf(language),
    '<!--app-head-->': page.head,
    '<!--app-body-->': page.body,
    '<!--app-state-->': page.state,
  }
  return piecesOf(template)
    .map((piece) => parts[piece] ?? piece)
    .join('')
}

const piecesOf = perKey((template) =>
  template.split(/(%lang%|%dir%|<!--app-(?:head|body|state)-->)/),
)

/** `index.html` without what only those pages look like by which posts are found. */
export const withoutFinding = (template: string): string =>
  template.replace(/<style>@layer finding\{.*?<\/style>/s, '')

interface AliasPage {
  /** Where it leads to. */
  href: string
  /** The same with the host. */
  canonical: string
  /** What previews of the old address are to say that it is. */
  title?: string | undefined
  /** The title's language. */
  lang?: string | undefined
  /** The feed that was at the old address. */
  feed?: string | undefined
}

/**
 * The page at an old address: leads on at once. With JavaScript it takes the fragment and the query
 * along, but for "m", by which Blogger tells phones; a refresh, which would drop them, is for the rest.
 */
export function aliasPage({
  feed,
  title = 'This page has moved',
  lang,
  ...target
}: AliasPage): string {
  const href = escapeXml(target.href)
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title${lang === undefined ? '' : ` lang="${lang}"`}>${escapeXml(title)}</title>
    <noscript><meta http-equiv="refresh" content="0; url=${href}"></noscript>
    <link rel="canonical" href="${escapeXml(target.canonical)}">${
      feed === undefined
        ? ''
        : `
    <meta name="robots" content="noindex">
    <link rel="alternate" type="application/atom+xml" href="${escapeXml(feed)}">`
    }
  </head>
  <body>
    <p>This page has moved: <a href="${href}">read it at its new address</a>.</p>
    <script>${leadOn}</script>
  </body>
</html>
`
}

/** The same on all such pages, so that one hash allows it. */
const leadOn =
  "const to=new URL(document.links[0].href),q=new URLSearchParams(location.search);q.delete('m');to.search=q;to.hash=location.hash;location.replace(to)"
