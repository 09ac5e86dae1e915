import { expect, test } from 'vitest'
import { htmlOfMarkdown } from './content-folder.ts'

test.each([
  ['~~tea~~', '<p><del>tea</del></p>'],
  [
    'See https://example.org/tea.',
    '<p>See <a href="https://example.org/tea" class="bare">https://example.org/tea</a>.</p>',
  ],
  [
    'See www.example.org.',
    '<p>See <a href="http://www.example.org" class="bare">www.example.org</a>.</p>',
  ],
  [
    '[example.org/für](https://example.org/f%C3%BCr/)',
    '<p><a href="https://example.org/f%C3%BCr/" class="bare">example.org/für</a></p>',
  ],
  ['Read notes.md and tea.io', '<p>Read notes.md and tea.io</p>'],
  ['<ada@example.org>', '<p><a href="mailto:ada@example.org">ada@example.org</a></p>'],
  ['A <kbd>key</kbd> & <b>more</b>', '<p>A <kbd>key</kbd> &#x26; <b>more</b></p>'],
  ['<div>\n\n*tea*\n\n</div>', '<div>\n<p><em>tea</em></p>\n</div>'],
  ['one\\\ntwo', '<p>one<br>\ntwo</p>'],
])('%j is shown as %j', async (written, shown) => {
  expect(await htmlOfMarkdown(written)).toBe(shown)
})

test('task lists show boxes that are no form controls', async () => {
  const html = await htmlOfMarkdown('- [ ] boil\n- [x] pour\n- [y] drink\n- [z](/z)')
  expect(html).toContain('<li class="task">☐ boil</li>')
  expect(html).toContain('<li class="task">☑ pour</li>')
  expect(html).toContain('<li>[y] drink</li>')
  expect(html).toContain('<li><a href="/z">z</a></li>')
})

test('a table keeps its alignment, and scrolls in a frame of its own', async () => {
  const html = await htmlOfMarkdown('| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |')
  expect(html).toMatch(/^<div class="table" tabindex="0" role="group" aria-label="Table"><table>/)
  expect(html).toContain('<td class="align-left">1</td>')
  expect(html).toContain('<th class="align-center">b</th>')
  expect(html).toContain('<td class="align-right">3</td>')
})

test.each([
  ['1. a\n2. b', false],
  ['19. a\n20. b', false],
  ['99. a\n100. b', true],
  ['1848. a', true],
])('whether the numbers of %j want more room', async (text, isLong) => {
  expect((await htmlOfMarkdown(text)).includes('class="long-numbers"')).toBe(isLong)
})

test('footnotes are linked there and back', async () => {
  const html = await htmlOfMarkdown('Tea.[^why]\n\n[^why]: It is warm.')
  const there = /<sup class="footnote-ref"><a href="#([\w-]+)" id="([\w-]+)">/.exec(html)
  expect(html).toContain(`<li id="${there?.[1]}" class="footnote-item">`)
  expect(html).toContain(`<a href="#${there?.[2]}" class="footnote-backref" `)
})

test('screen readers are told of footnotes, and which reference a way back leads to', async () => {
  const html = await htmlOfMarkdown(
    'Tea[^why] and cups.[^who] Tea.[^why]\n\n[^why]: Warm.\n[^who]: Ours.',
  )
  expect(html).toContain('<div class="footnotes" role="doc-endnotes" aria-label="Footnotes">')
  expect(html.match(/(?<=class="footnote-backref" aria-label=")[^"]*/g)).toEqual([
    'Back to reference 1',
    'Back to reference 1-2',
    'Back to reference 2',
  ])
})

test('code in a language that is named and known is highlighted', async () => {
  const html = await htmlOfMarkdown('```js\nconst tea = 1 < 2\n```')
  expect(html).toContain('<span class="hljs-keyword">const</span>')
  expect(html).toMatch(
    /^<pre tabindex="0" role="group" aria-label="Code"><code class="language-js">/,
  )
})

test('what is preformatted and no code is not called code', async () => {
  expect(await htmlOfMarkdown('<pre>Roses are red</pre>')).toBe(
    '<pre tabindex="0">Roses are red</pre>',
  )
})

test.each([
  ['without a language', '```\nconst tea = 1 < 2\n```'],
  ['in a language that nobody knows', '```teapot\nconst tea = 1 < 2\n```'],
  ['that is indented', '    const tea = 1 < 2'],
])('code %s stays as it is', async (_, text) => {
  const html = await htmlOfMarkdown(text)
  expect(html).toContain('>const tea = 1 &#x3C; 2\n</code>')
  expect(html).not.toContain('<span')
})
