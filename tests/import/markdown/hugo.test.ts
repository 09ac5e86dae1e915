import { describe, expect, test } from 'vitest'
import { bodyFrom, type Files, hugo, postFrom } from './read-files.ts'

const site: Files = {
  ...hugo,
  'content/posts/rain.md': 'Wet.',
  'content/posts/sun/index.md': 'Hot.',
  'content/other/snow.md': 'Cold.',
}
const name = 'content/posts/tea.md'
const read = (body: string) => bodyFrom(name, body, site)

test.each([
  ['{{< highlight go >}}\ntea\n{{< /highlight >}}', '```go\ntea\n```'],
  [
    '{{< highlight go "linenos=table,hl_lines=1" >}}\n  tea\n{{< / highlight >}}',
    '```go\n  tea\n```',
  ],
  ['{{< figure src="cup.png" >}}', '![](cup.png)'],
  ['{{< figure src="cup.png" alt="A cup" link="/tea" >}}', '[![A cup](cup.png)](/tea)'],
  [
    '{{< figure src="cup.png" title="Cup" caption="It is *warm*" >}}',
    '<figure>\n<img src="cup.png" alt="It is warm">\n<figcaption>\n\n**Cup** It is *warm*\n\n</figcaption>\n</figure>',
  ],
  ['See {{< figure src="cup.png" caption="Warm" >}}', 'See ![Warm](cup.png) Warm'],
  ['{{< img src="a cup.png" alt="A cup" />}}', '![A cup](<a cup.png>)'],
  ['{{< img "cup.png" "A warm cup" >}}', '![A warm cup](cup.png)'],
  ['{{< img "cup.png" "茶" >}}', '![茶](cup.png)'],
  ['{{< img "cup.png" "#tea" >}}', '![](cup.png)'],
  ['{{< img "cup.png" "left" >}}', '![](cup.png)'],
  ['{{< img "cup.png" "300x200" >}}', '![](cup.png)'],
  ['[r]({{< ref "rain.md" >}})', '[r](/posts/rain/)'],
  ['[r]({{< relref "rain#wet" >}})', '[r](/posts/rain/#wet)'],
  ['[r]({{% ref "/posts/sun" %}})', '[r](/posts/sun/)'],
  ['[r]({{< ref path="other/snow.md" >}})', '[r](/other/snow/)'],
  ['[r]({{< ref "snow.md" >}})', '[r](/other/snow/)'],
  ['[r]({{< ref "gone.md" >}})', '[r](gone.md)'],
  ['{{< youtube abc-1 >}}', '<https://www.youtube.com/watch?v=abc-1>'],
  ['{{< youtube id="abc" title="Tea" >}}', '[Tea](https://www.youtube.com/watch?v=abc)'],
  ['{{< vimeo 12 >}}', '<https://vimeo.com/12>'],
  ['{{< tweet user="ada" id="12" >}}', '<https://twitter.com/ada/status/12>'],
  ['{{< gist ada 12 >}}', '<https://gist.github.com/ada/12>'],
  ['{{< param title >}}', 'Tea'],
  [
    '{{< details summary="More" >}}\nTea.\n{{< /details >}}',
    '<details>\n<summary>More</summary>\n\n\nTea.\n\n\n</details>',
  ],
  ['{{</* youtube abc */>}}', '{{< youtube abc >}}'],
  ['`{{</* youtube abc */>}}`', '`{{< youtube abc >}}`'],
  ['## Tea {#warm}', '## Tea <a id="warm"></a>'],
])('%j becomes %j', async (body, translated) => {
  expect((await read(body)).trim()).toBe(translated)
})

test.each([
  '```\n{{< youtube abc >}}\n```',
  '`{{< youtube abc >}}`',
  '{{< highlight go >}} without an end',
  'Two {{< signs',
])('%j is code, or no shortcode, and stays', async (body) => {
  expect(await read(`Text.\n\n${body}`)).toBe(`Text.\n\n${body}`)
})

test('what is not known stays as text, and is noted once by its name', async () => {
  const body = '{{% notice tip %}}Warm *tea*{{% /notice %}}{{< gallery >}}{{< gallery >}}'
  const post = await postFrom(name, `---\ntitle: Tea\n---\n${body}`, site)
  expect(post.text).toBe(body)
  expect(post.notes).toEqual([
    'the shortcode "notice" stays as text',
    'the shortcode "gallery" stays as text',
  ])
})

describe('what a section cascades', () => {
  const tea = (own: string, files: Files) =>
    postFrom('content/posts/green/tea.md', `---\ntitle: Tea\n${own}---\nWarm.`, {
      ...hugo,
      ...files,
    })

  test('is said of each post below it that does not say otherwise', async () => {
    const files = {
      'content/posts/_index.md': '---\ncascade:\n  draft: true\n  author: Ada\n---\n',
    }
    expect(await tea('', files)).toMatchObject({ draft: true, author: 'Ada' })
    expect(await tea('draft: false\n', files)).toMatchObject({ draft: false, author: 'Ada' })
  })

  test('is overruled by a section nearer to the post, and overrules the settings', async () => {
    const settings = { 'hugo.toml': '[cascade]\nauthor = "Eve"\ndraft = true\n' }
    const outer = { 'content/posts/_index.md': '---\ncascade:\n  author: Ada\n---\n' }
    const inner = { 'content/posts/green/_index.md': '+++\n[cascade]\nauthor = "Bob"\n+++\n' }
    expect(await tea('', settings)).toMatchObject({ author: 'Eve', draft: true })
    expect(await tea('', { ...settings, ...outer })).toMatchObject({ author: 'Ada', draft: true })
    expect((await tea('', { ...settings, ...inner, ...outer })).author).toBe('Bob')
  })

  test.each([
    ['path: /posts/**', true],
    ['path: "{/notes/**,/posts/*/tea}"', true],
    ['path: /posts/*', false],
    ['path: /notes/**', false],
    ['kind: page', true],
    ['kind: section', false],
    ['environment: staging', false],
    ['path: /posts/**\n      kind: section', false],
    ['path: /posts/gr[e-f]en/*', true],
    ['path: "/posts/{green"', false],
    ['path: /posts/green/tea,/posts', false],
    ['lang: en', true],
    ['lang: fr', false],
  ])('is for the pages of its target: %j', async (target, isMeant) => {
    const head = `---\ncascade:\n  - _target:\n      ${target}\n    draft: true\n---\n`
    expect((await tea('', { 'content/posts/_index.md': head })).draft).toBe(isMeant)
  })

  test('is not said of what lies beside it, or is in another language', async () => {
    const head = '---\ncascade:\n  draft: true\n---\n'
    const files = { 'content/posts/red/_index.md': head, 'content/posts/_index.fr.md': head }
    expect((await tea('', files)).draft).toBe(false)
  })

  test('is said to texts of its language, whether they name it or not', async () => {
    const files = { ...hugo, 'content/posts/_index.md': '---\ncascade:\n  draft: true\n---\n' }
    expect(await postFrom('content/posts/tea.en.md', 'Warm.', files)).toMatchObject({ draft: true })
    expect(await postFrom('content/posts/tea.fr.md', 'Chaud.', files)).toMatchObject({
      draft: false,
    })
  })

  test('is what the first of its sets says that fits', async () => {
    const head =
      '---\ncascade:\n  - target:\n      path: /posts/green/**\n    draft: true\n  - draft: false\n---\n'
    expect((await tea('', { 'content/posts/_index.md': head })).draft).toBe(true)
  })

  test('keeps what is not to be rendered from being published', async () => {
    const files = { 'content/posts/_index.md': '---\ncascade:\n  build:\n    render: never\n---\n' }
    expect((await tea('', files)).draft).toBe(true)
  })

  test('is left alone where its head can’t be read', async () => {
    const { draft } = await tea('', { 'content/posts/_index.md': '---\ncascade: [\n---\n' })
    expect(draft).toBe(false)
  })
})

test.each([
  ['content/posts/tea.md', 'rain.md', '/posts/rain/'],
  ['content/posts/tea.de.md', 'rain.md', '/de/posts/rain/'],
  ['content/posts/tea/index.md', 'rain.md#wet', '/posts/rain/#wet'],
  ['content/posts/tea/index.de.md', 'rain', '/de/posts/rain/'],
  ['content/posts/tea.de.md', 'sun', '/de/posts/sun/'],
  ['content/posts/tea.de.md', 'snow.md', '/posts/snow/'],
  ['content/posts/tea.pt-BR.md', 'rain.md', '/pt-br/posts/rain/'],
  ['content/posts/tea.de.md', 'rain.md" lang="en', '/posts/rain/'],
  ['content/de/posts/tea.md', '/posts/hail.md', '/de/posts/hail/'],
])('in %s, a reference to %s is to what is in its language', async (name, reference, address) => {
  const body = await bodyFrom(name, `[r]({{< relref "${reference}" >}})`, {
    ...hugo,
    'hugo.toml': `${hugo['hugo.toml']}[languages.en]\n[languages.de]\n[languages.pt-BR]\n`,
    'content/de/posts/hail.md': 'Hart.',
    'content/posts/hail.md': 'Hard.',
    'content/posts/rain.pt-BR.md': 'Molhado.',
    'content/posts/rain.de.md': 'Nass.',
    'content/posts/rain.md': 'Wet.',
    'content/posts/sun/index.de.md': 'Warm.',
    'content/posts/sun/index.md': 'Hot.',
    'content/posts/snow.md': 'Cold.',
  })
  expect(body).toBe(`[r](${address})`)
})

test('an indented line of an HTML post is no code', async () => {
  const text = '---\ntitle: Tea\n---\n<div>\n\n    {{< youtube abc >}}\n</div>'
  expect((await postFrom('content/posts/tea.html', text, hugo)).text).toContain(
    '<a href="https://www.youtube.com/watch?v=abc">',
  )
})
