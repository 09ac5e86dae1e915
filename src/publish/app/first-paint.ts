import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { decodePath } from '../../core/addresses.ts'
import { digestOf } from '../digest.ts'

/**
 * Makes the built page show its text as early as a page without an app would: the stylesheet moves
 * into it (and out of the site in `folder`), so that the text needs no second request; the app, and
 * the styles that no first view needs, are asked for once the text is painted.
 */
export function paintFirst(html: string, folder: string, base: string): string {
  const [stylesheet, styles] = find(html, /<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/)
  const [script, app] = find(html, /\s*<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>/)
  // Vite encodes letters of other scripts in the page's addresses, and decodes those of its base.
  const file = join(folder, decodePath(styles).slice(decodePath(base).length))
  const css = readFileSync(file, 'utf8').trim()
  rmSync(file)
  const findingCss = css.match(finding)?.join('') ?? ''
  const laterCss = findingCss + (css.match(later)?.join('') ?? '')
  const laterName = `later-${digestOf(laterCss).slice(0, 8)}.css`
  writeFileSync(join(dirname(file), laterName), laterCss)

  return html
    .replace(
      stylesheet,
      () =>
        `<style>${css.replace(later, '').replace(finding, '')}</style><style>${findingCss}</style>`,
    )
    .replace(script, '')
    .replace('</body>', () => `${afterPaint(app, styles.replace(/[^/]+$/, laterName))}\n  </body>`)
}

function find(html: string, element: RegExp): [element: string, address: string] {
  const [whole, address] = element.exec(html) ?? []
  if (whole === undefined || address === undefined)
    throw new Error(`The built page has no ${element}`)
  return [whole, address]
}

/** In an element of its own, which `withoutFinding` takes from the pages that show none of it. */
const finding = /@layer finding\{.*?(?=@font-face|@layer|$)/gs

/** What the app shows, the colours of code, how the page prints, and web fonts: even while they are fetched, browsers lay text out more slowly. */
const later = /@font-face\{[^}]*\burl\([^}]*\}|@layer (?:app|print)\{.*?(?=@font-face|@layer|$)/gs

/** The head must not preload these: what comes before the first paint delays it. A tab in the background has none. */
const afterPaint = (app: string, styles: string): string =>
  `  <script>{const go=()=>{import("${app}");` +
  `document.head.append(Object.assign(document.createElement("link"),{rel:"stylesheet",href:"${styles}"}))};` +
  `document.hidden?go():requestAnimationFrame(()=>setTimeout(go))}</script>
    <noscript><link rel="stylesheet" href="${styles}"></noscript>`
