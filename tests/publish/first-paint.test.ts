import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { paintFirst } from '../../src/publish/app/first-paint.ts'
import { withoutFinding } from '../../src/publish/html-page.ts'
import { filesBelow } from '../../src/publish/list-files.ts'
import { makeFolder } from './content-folder.ts'

const later =
  '@layer app{.menu{color:red}}@layer print{@media print{@page{margin:2cm}p{color:#000}}}@font-face{font-family:Serif;src:url(serif.woff2)}'
const finding = '@layer finding{.list{color:blue}}'
const local = '@font-face{font-family:Stand-in;src:local(Georgia)}'

/** A page as Vite builds it for a blog at `base`. */
const built = (base: string) => `<head>
  <script type="module" crossorigin src="${base}assets/app.js"></script>
  <link rel="stylesheet" crossorigin href="${base}assets/app.css">
</head><body></body>`

test.each([
  ['/', '/'],
  ['/blog/', '/blog/'],
  ['/%C3%BCber/', '/über/'],
  ['/%C3%BCber/', '/%C3%BCber/'],
])(
  'a page built below %s has its styles in it, and asks for app and font later',
  (written, base) => {
    const folder = makeFolder({
      'assets/app.css': `@layer base{p{color:red}}${finding}${later}${local}`,
    })
    const page = paintFirst(built(written), folder, base)
    const [head = '', body = ''] = page.split('<body>')
    expect(head).toContain(
      `<style>@layer base{p{color:red}}${local}</style><style>${finding}</style>`,
    )
    expect(withoutFinding(page)).toBe(page.replace(`<style>${finding}</style>`, ''))
    expect(head).not.toMatch(/script|stylesheet/)
    const [styles = ''] = filesBelow(folder)
    expect(readFileSync(join(folder, styles), 'utf8')).toBe(finding + later)
    expect(body).toContain(`import("${written}assets/app.js")`)
    expect(body).toContain(`href:"${written}${styles}"`)
  },
)
