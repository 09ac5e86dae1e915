import { expect, test } from 'vitest'
import { mapAddresses } from '../../../src/import/markdown/map-addresses.ts'

const moved = (markdown: string): string =>
  mapAddresses(markdown, {
    link: (href) => (href.startsWith('/old') ? href.replace('/old', '/new') : href),
    image: (src) => (src.startsWith('/old') ? src.replace('/old', '/pictures') : src),
  })

test.each([
  ['[tea](/old/a)', '[tea](/new/a)'],
  ['[tea]( /old/a  "Why" )', '[tea]( /new/a  "Why" )'],
  ["[tea](/old/a 'Why')", "[tea](/new/a 'Why')"],
  ['[tea](/old/a (Why))', '[tea](/new/a (Why))'],
  ['[tea](</old/a>)', '[tea](</new/a>)'],
  ['[tea](</old/a b> "Why")', '[tea](</new/a b> "Why")'],
  ['[tea](/old/a_(b)_(c))', '[tea](/new/a_(b)_(c))'],
  ['[tea](/old/a\\)b)', '[tea](</new/a)b>)'],
  ['[tea](/old?a=1&amp;b=2)', '[tea](/new?a=1&b=2)'],
  ['[tea](\n/old/a)', '[tea](\n/new/a)'],
  ['![cup](/old/a.png)', '![cup](/pictures/a.png)'],
  ['[![cup](/old/a.png)](/old/a)', '[![cup](/pictures/a.png)](/new/a)'],
  ['[a [b] c](/old/a)', '[a [b] c](/new/a)'],
  ['[`]`](/old/a)', '[`]`](/new/a)'],
  ['*[tea](/old/a)*, [rain](/old/b)', '*[tea](/new/a)*, [rain](/new/b)'],
  ['- [tea](/old/a)\n\n      [tea](/old/a)', '- [tea](/new/a)\n\n      [tea](/old/a)'],
  ['- item\n\n    [tea](/old/a)', '- item\n\n    [tea](/new/a)'],
  ['> [tea](/old/a)', '> [tea](/new/a)'],
  ['# [tea](/old/a)', '# [tea](/new/a)'],
  ['| a |\n|---|\n| [tea](/old/a) |', '| a |\n|---|\n| [tea](/new/a) |'],
  ['[^1]\n\n[^1]: See [tea](/old/a).', '[^1]\n\n[^1]: See [tea](/new/a).'],
  ['[^1]\n\n[^1]: One\n\n    [tea](/old/a)', '[^1]\n\n[^1]: One\n\n    [tea](/new/a)'],
  ['[tea][1]\n\n[1]: /old/a "Why"', '[tea][1]\n\n[1]: /new/a "Why"'],
  ['[1]: </old/a>\n[2]:\n   /old/b', '[1]: </new/a>\n[2]:\n   /new/b'],
  ['> [1]: /old/a', '> [1]: /new/a'],
  ['![cup][One]\n\n[ONE]: /old/a.png', '![cup][One]\n\n[ONE]: /pictures/a.png'],
  ['![one][]\n\n[one]: /old/a.png', '![one][]\n\n[one]: /pictures/a.png'],
  ['![one]\n\n[one]: /old/a.png', '![one]\n\n[one]: /pictures/a.png'],
  ['<a class=x href="/old/a">tea</a>', '<a class=x href="/new/a">tea</a>'],
  ["<a\n  href='/old/a?b&amp;c'>tea</a>", "<a\n  href='/new/a?b&amp;c'>tea</a>"],
  ['<a href=/old/a>tea</a>', '<a href="/new/a">tea</a>'],
  ['<IMG SRC="/old/a.png">', '<IMG SRC="/pictures/a.png">'],
  [
    '<picture>\n<source srcset="/old/a.webp 1x, /old/b.webp 2x"><img src="/old/a.png" />\n</picture>',
    '<picture>\n<source srcset="/old/a.webp 1x, /old/b.webp 2x"><img src="/pictures/a.png" />\n</picture>',
  ],
  ['<video src="/old/a.mp4" poster="/old/a.png">', '<video src="/new/a.mp4" poster="/old/a.png">'],
  [
    '<div>\n[tea](/old/a)\n\n[tea](/old/a)\n\n</div>',
    '<div>\n[tea](/old/a)\n\n[tea](/new/a)\n\n</div>',
  ],
  ['[tea](/old/a)\r\n\r\n![x](/old/b)\r\n', '[tea](/new/a)\r\n\r\n![x](/pictures/b)\r\n'],
])('%j becomes %j', (markdown, mapped) => {
  expect(moved(markdown)).toBe(mapped)
})

test.each([
  '```\n[tea](/old/a)\n```',
  '~~~ md\n[1]: /old/a\n~~~',
  '    [tea](/old/a)',
  '`[tea](/old/a)`',
  '``[a](/old/a) ` <a href="/old/a">``',
  '<!-- [tea](/old/a) <a href="/old/a"> -->',
  '<!--\n\n[tea](/old/a)\n\n-->',
  '\\[tea](/old/a)',
  'tea](/old/a)',
  '[tea] (/old/a)',
  '[tea](/old/a b)',
  '[tea](/old/a "Why)',
  '[tea](/old/a(b)',
  '[a [tea](b) c](/old/a)',
  '<p title="/old/a">',
  'See /old/a, and `code',
])('%j has no address, and stays', (markdown) => {
  expect(moved(markdown)).toBe(markdown)
})

test.each([
  ['<https://example.org/a>', 'https://example.net/b', '<https://example.net/b>'],
  ['<https://example.org/a_b>', '/posts/b/', '[https://example.org/a\\_b](/posts/b/)'],
  ['[tea](a)', 'b c', '[tea](<b c>)'],
  ['[tea](a)', 'b)c', '[tea](<b)c>)'],
  ['[tea](a)', 'b<c>', '[tea](b%3Cc%3E)'],
  ['[tea](a)', '?b&copy;', '[tea](?b&amp;copy;)'],
  ['<a href="a">tea</a>', '?b="c"&d', '<a href="?b=&quot;c&quot;&amp;d">tea</a>'],
])('in %j the address %j is written as Markdown needs it', (markdown, address, mapped) => {
  expect(mapAddresses(markdown, { link: () => address, image: (src) => src })).toBe(mapped)
})

test('what resolves to itself stays as it was written, to the byte', () => {
  const markdown =
    '[a]( <b&amp;c>  "d" ) ![e](f\\_g)\t\r\n<A HREF=x&amp;y>\n\n[1]:   /h   "i"\r\n\r\n\u{feff}\0 <https://j>  \n'
  const same = (address: string): string => address
  expect(mapAddresses(markdown, { link: same, image: same })).toBe(markdown)
})

test('mail addresses between angles are nobody’s to move', () => {
  const moved = { link: () => '/new', image: () => '/new' }
  expect(mapAddresses('<ada@example.org> <https://a.example>', moved)).toBe(
    '<ada@example.org> [https://a.example](/new)',
  )
})

test('addresses are resolved without the escapes of Markdown and HTML', () => {
  const seen: string[] = []
  const see = (address: string): string => {
    seen.push(address)
    return address
  }
  mapAddresses('[a](b\\_c&amp;d) ![e](<f g>) <a href="h&amp;i">\n\n[1]: j\\(k', {
    link: see,
    image: see,
  })
  expect(seen).toEqual(['b_c&d', 'f g', 'h&i', 'j(k'])
})
