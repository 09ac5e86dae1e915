import { describe, expect, test } from 'vitest'
import { mapAddresses } from '../../../src/import/markdown/map-addresses.ts'
import { docusaurus, type Files, hexo, jekyll, readFiles } from './read-files.ts'

/** What opens and is never closed, or closes and opens again. */
const pieces = [
  '{%',
  '{% raw %}',
  '{% highlight x %}',
  '{{',
  '{{<',
  '{{< x >}}',
  '{{< highlight x >}}',
  '{{</*',
  '{:',
  '{: .x} ',
  '# x {#a}\n',
  ':::note\n',
  ':::note\n:::\n',
  '<!--',
  '{/*',
  '<A x={',
  '<A x={`',
  '<A/>\n',
  'import a from "b"\n',
  'export const a = {\n\n',
  '{"',
  '{% include "',
  '    x\n\n',
  '`',
  '![a](b c',
  '[a](b "',
  '[',
  '![',
  '[](',
  '<a href="',
  "<a b='",
  '[a]: <',
  '|a|b|\n|-|-|\n',
  '\n',
  ' ',
  '\t',
  '> ',
  '- ',
  '\\`',
  '{% codeblock %}',
]
const length = 40_000

/** Milliseconds: what takes a time that grows with the square of its length takes many times that. */
const patience = { timeout: 5000 }

describe.each<[string, Files, string]>([
  ['Hexo', hexo, 'source/_posts/evil.md'],
  ['Docusaurus', docusaurus, 'blog/evil.mdx'],
  ['a folder', {}, 'posts/evil.md'],
])('no text of %s takes long, however often it opens what it never closes', (_, site, name) => {
  test.each(pieces)('%j', patience, async (piece) => {
    const body = piece.repeat(length / piece.length)
    const { entries } = await readFiles({ ...site, [name]: `---\ntitle: Evil\n---\n${body}` })
    expect(entries).toContainEqual(expect.objectContaining({ title: 'Evil' }))
  })
})

test('any junk is read, and its addresses are left alone where they lead where they did', async () => {
  const same = (address: string): string => address
  let seed = 1
  const next = (limit: number): number => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % limit
  }
  const signs = [
    ...pieces,
    'word ',
    ')',
    ']',
    '}',
    '%}',
    '}}',
    '>',
    '-->',
    '*/}',
    '"',
    '---\n',
    '\r\n',
    'a: b\n',
    '\u{feff}',
    '\0',
    '😀',
  ]
  for (let round = 0; round < 300; round++) {
    const junk = Array.from({ length: next(60) }, () => signs[next(signs.length)]).join('')
    expect(mapAddresses(junk, { link: same, image: same })).toBe(junk)
    const { entries } = await readFiles({
      ...(round % 2 === 0 ? jekyll : docusaurus),
      '_posts/2016-05-01-junk.md': junk,
      'blog/2016-05-01-junk.mdx': `---\n${junk}\n---\n${junk}`,
    })
    expect(entries).toHaveLength(2)
  }
})

test('thousands of posts that refer to each other are read', async () => {
  const files: Files = { ...jekyll }
  for (let post = 0; post < 2000; post++)
    files[`_posts/2016-05-01-tea-${post}.md`] =
      `---\ntitle: Tea ${post}\n---\n[next]({% post_url 2016-05-01-tea-${(post + 1) % 2000} %})`
  const { entries } = await readFiles(files)
  expect(entries.at(-1)).toMatchObject({ text: '[next](/2016/05/01/tea-0.html)' })
})
