import { expect, test } from 'vitest'
import { astro, bodyFrom, docusaurus, jekyll, postFrom } from './read-files.ts'

test.each([
  ['Tea.\n\n<!--more-->\n\nMore.', 'Tea.\n\n<!--more-->\n\nMore.'],
  ['Tea.\n<!-- More -->\nMore.', 'Tea.\n<!--more-->\nMore.'],
  ['Tea. <!-- more --> More.', 'Tea.\n\n<!--more-->\n\nMore.'],
  ['Tea.\n\n<!-- truncate -->\n\nMore.', 'Tea.\n\n<!--more-->\n\nMore.'],
  [
    '`<!--more-->`\n\n```\n<!--more-->\n```\n\n<!-- excerpt -->\n',
    '`<!--more-->`\n\n```\n<!--more-->\n```\n\n<!--more-->\n',
  ],
])('the excerpt of %j ends where it did', async (body, marked) => {
  expect(await bodyFrom('posts/tea.md', body)).toBe(marked)
})

test("a site's own mark ends the excerpt", async () => {
  const site = { '_config.yml': 'excerpt_separator: "~~~ cut ~~~"\n' }
  expect(
    await bodyFrom('_posts/2016-05-01-tea.md', 'Tea.\n\n~~~ cut ~~~\n\nMore.', site),
  ).toContain('Tea.\n\n<!--more-->\n\nMore.')
})

test.each([
  ['Tea.\n{: .warm}\n\nMore.', 'Tea.\n\n\nMore.'],
  ['[tea](/tea){:target="_blank"} and *rain*{: .wet}', '[tea](/tea) and *rain*'],
  ['* TOC\n{:toc}\n\nTea.', 'Tea.'],
  ['1. This goes\n{:toc .wide}\n\nTea.', 'Tea.'],
  ['## Tea\n{: .no_toc }\n\nMore.', '## Tea\n\n\nMore.'],
  ['## Tea {: #warm}', '## Tea <a id="warm"></a>'],
  ['## Tea {#warm .hot}', '## Tea <a id="warm"></a>'],
  ['{::options parse_block_html="true" /}\n\nTea.', 'Tea.'],
])('the attributes in %j go', async (body, plain) => {
  expect((await bodyFrom('_posts/2016-05-01-tea.md', body, jekyll)).replace(/^\n+/, '')).toBe(plain)
})

test.each([
  '`{: .warm}`',
  '```\n{: .warm}\n```',
  'A set {#a, #b} and {.b} and {:} stay',
  'An emoticon {:-)',
])('%j holds no attributes', async (body) => {
  expect(await bodyFrom('posts/tea.md', body)).toBe(body)
})

test.each([
  [':::note\nWarm *tea*.\n:::\nMore.', '> **Note**\n>\n> Warm *tea*.\n\nMore.'],
  [':::tip Drink up\nWarm.\n:::', '> **Drink up**\n>\n> Warm.'],
  [':::tip[Drink *up*]\nWarm.\n:::', '> **Drink *up***\n>\n> Warm.'],
  [':::info{title="Drink"}\nWarm.\n:::', '> **Drink**\n>\n> Warm.'],
  [':::note\n\nWarm.\n\n:::\n\nMore.', '> **Note**\n>\n> Warm.\n>\n\nMore.'],
  [':::note\n```\n:::\n```\n:::', '> **Note**\n>\n> ```\n> :::\n> ```'],
  [
    '::::note\nOuter.\n:::tip\nInner.\n:::\n::::',
    '> **Note**\n>\n> Outer.\n>\n> > **Tip**\n> >\n> > Inner.\n>',
  ],
])('the note %j is a quotation', async (body, quoted) => {
  expect(
    (await bodyFrom('blog/2016-05-01-tea.md', body, docusaurus)).trim().replace(/\n{3,}/g, '\n\n'),
  ).toBe(quoted)
})

test.each([':::note\nthat never ends', '```\n:::note\nx\n:::\n```', 'a ::: b'])(
  '%j is no note, and stays',
  async (body) => {
    expect(await bodyFrom('blog/2016-05-01-tea.md', body, docusaurus)).toBe(body)
  },
)

test.each([
  [
    'src/content/blog/tea.md',
    '![x](@/assets/cup.png)',
    astro,
    'src/assets/cup.png',
    '![x](../../assets/cup.png)',
  ],
  ['blog/tea.md', '![x](@site/static/cup.png)', docusaurus, 'static/cup.png', '![x](/cup.png)'],
  ['posts/tea.md', '![x](cup.png)', {}, 'posts/cup.png', '![x](cup.png)'],
  ['posts/tea.md', '![x](gone.png)', {}, 'other.png', '![x](gone.png)'],
  [
    'posts/tea.md',
    '![x](__GHOST_URL__/content/cup.png)',
    {},
    'other.png',
    '![x](/content/cup.png)',
  ],
  ['posts/tea.md', '[x](__GHOST_URL__/rain/)', {}, 'other.png', '[x](/rain/)'],
  ['posts/tea.md', '![x](a warm cup.png)', {}, 'other.png', '![x](<a warm cup.png>)'],
])('in %s %j finds its file', async (name, body, site, file, found) => {
  expect(await bodyFrom(name, body, { ...site, [file]: '' })).toBe(found)
})

test('the folder that a post says its pictures are in is before their names', async () => {
  const text = '---\nmedia_subpath: /img/tea\nimage: pot.png\n---\n![x](cup.png) ![y](/z.png)'
  expect(await postFrom('_posts/2016-05-01-tea.md', text, jekyll)).toMatchObject({
    image: '/img/tea/pot.png',
    text: '![x](/img/tea/cup.png) ![y](/z.png)',
  })
})

test('plain Markdown is not changed by a byte', async () => {
  const body =
    '# Tea\n\n* a\n+ b\n\n1) c\n\n> d\n\n| e | f |\n|---|:-:|\n| g | h |\n\n<b>i</b> &amp; [j](k "l")  \nm\\\nn\n\n[^1]: o\n\n$p_1$ ~~q~~ :r: -- "s" …\r\n\n\n---\n'
  expect(await bodyFrom('posts/tea.md', body)).toBe(body)
})

test('no word is lost, whatever stands round it', async () => {
  const words = Array.from({ length: 18 }, (_, index) => `word${index}`)
  const [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r] = words
  const body = [
    `${a} {% if ${b} %}${c}{% endif %} {{ ${d} }}`,
    `{% highlight js %}\n${e}\n{% endhighlight %}`,
    `{% raw %}${f}{% endraw %} {{< notice ${g} >}}${h}{{< /notice >}}`,
    `{{< figure src="a.png" caption="${i}" title="${j}" >}}`,
    `:::note ${k}\n${l}\n:::`,
    `<Cup title="${m}">\n${n}\n</Cup>`,
    `## ${o} {#x}\n\n${p}\n{: .y}`,
    `[${q}](/z){:.a} <!-- more --> ${r}`,
  ].join('\n\n')
  const { text } = await postFrom('posts/tea.mdx', body)
  expect(words.filter((word) => !text.includes(word))).toEqual([])
})
