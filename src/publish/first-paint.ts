import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { decodePath } from '../core/addresses.ts'
import { digestOf } from './digest.ts'

/**
 * Makes the built page show its text as early as a page without an app would: the stylesheet moves
 * into it (and out of the site in `folder`), so that the text needs no second request; the app and
 * the web fonts are asked for once the text is painted.
 */
export function paintFirst(html: string, folder: string, base: string): string {
  const [stylesheet, styles] = find(html, /<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/)
  const [script, app] = find(html, /\s*<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>/)
  // Vite encodes letters of other scripts in the page's addresses, and decodes those of its base.
  const file = join(folder, decodePath(styles).slice(decodePath(base).length))
  const css = readFileSync(file, 'utf8').trim()
  rmSync(file)
  const fonts = css.match(webFont)?.join('') ?? ''
  const fontsName = `fonts-${digestOf(fonts).slice(0, 8)}.css`
  writeFileSync(join(dirname(file), fontsName), fonts)

  return html
    .replace(stylesheet, () => `<style>${css.replace(webFont, '')}</style>`)
    .replace(script, '')
    .replace('</body>', () => `${afterPaint(app, styles.replace(/[^/]+$/, fontsName))}\n  </body>`)
}

function find(html: string, element: RegExp): [element: string, address: string] {
  const [whole, address] = element.exec(html) ?? []
  if (whole === undefined || address === undefined)
    throw new Error(`The built page has no ${element}`)
  return [whole, address]
}

/** Even while they are fetched, web fonts make browsers lay text out more slowly than others do. */
const webFont = /@font-face\{[^}]*\burl\([^}]*\}/g

/** The head must not preload these: what comes before the first paint delays it. A tab in the background has none. */
const afterPaint = (app: string, fonts: string): string =>
  `  <script>{const go=()=>{import("${app}");` +
  `document.head.append(Object.assign(document.createElement("link"),{rel:"stylesheet",href:"${fonts}"}))};` +
  `document.hidden?go():requestAnimationFrame(()=>setTimeout(go))}</script>
    <noscript><link rel="stylesheet" href="${fonts}"></noscript>`
