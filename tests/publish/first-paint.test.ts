import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow } from '../../src/publish/files-below.ts'
import { paintFirst } from '../../src/publish/first-paint.ts'
import { makeFolder } from './content-folder.ts'

const font = '@font-face{font-family:Serif;src:url(serif.woff2)}'

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
    const folder = makeFolder({ 'assets/app.css': `p{color:red}${font}` })
    const page = paintFirst(built(written), folder, base)
    const [head = '', later = ''] = page.split('<body>')
    expect(head).toContain('<style>p{color:red}</style>')
    expect(head).not.toMatch(/script|stylesheet/)
    const [fonts = ''] = filesBelow(folder)
    expect(readFileSync(join(folder, fonts), 'utf8')).toBe(font)
    expect(later).toContain(`import("${written}assets/app.js")`)
    expect(later).toContain(`href:"${written}${fonts}"`)
  },
)
