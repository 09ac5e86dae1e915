import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Puts the built stylesheet into the page itself, so that the text needs no second request, and
 * removes its file from the site in `folder`.
 */
export function inlineStyles(html: string, folder: string, base: string): string {
  return html.replace(/<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g, (_, href: string) => {
    const file = join(folder, href.slice(base.length))
    const css = readFileSync(file, 'utf8').trim()
    rmSync(file)
    return `<style>${css}</style>`
  })
}
