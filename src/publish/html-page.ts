import { directionOf } from '../core/direction.ts'
import type { Prerendered } from '../core/prerender.ts'

/** `index.html` with a prerendered page in its places. */
export function fillTemplate(template: string, language: string, page: Prerendered): string {
  const parts: Record<string, string> = {
    '%lang%': language,
    '%dir%': directionOf(language),
    '<!--app-head-->': page.head,
    '<!--app-body-->': page.body,
    '<!--app-state-->': page.state,
  }
  return template.replace(
    /%lang%|%dir%|<!--app-(?:head|body|state)-->/g,
    (place) => parts[place] ?? '',
  )
}

/** The page at an old address: leads on at once, with or without JavaScript. */
export function aliasPage(language: string, target: { href: string; canonical: string }): string {
  const href = escapeHtml(target.href)
  return `<!DOCTYPE html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <title>This page has moved</title>
    <meta http-equiv="refresh" content="0; url=${href}">
    <link rel="canonical" href="${escapeHtml(target.canonical)}">
    <meta name="robots" content="noindex">
  </head>
  <body>
    <p>This page has moved: <a href="${href}">read it at its new address</a>.</p>
  </body>
</html>
`
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
