import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Makes the built page show its text as early as a page without an app would: the stylesheet moves
 * into it (and out of the site in `folder`), so that the text needs no second request; the app is
 * fetched beside the text, but runs only when that has been painted.
 */
export const paintFirst = (html: string, folder: string, base: string): string =>
  inlineStyles(startAfterPaint(html), folder, base)

function inlineStyles(html: string, folder: string, base: string): string {
  return html.replace(/<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g, (_, href: string) => {
    const file = join(folder, href.slice(base.length))
    const css = readFileSync(file, 'utf8').trim()
    rmSync(file)
    return `<style>${css}</style>`
  })
}

const startAfterPaint = (html: string): string =>
  html.replace(
    /<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>/,
    (_, src: string) =>
      `<link rel="modulepreload" fetchpriority="low" crossorigin href="${src}">` +
      `<script type="module">requestAnimationFrame(()=>setTimeout(()=>import("${src}")))</script>`,
  )
