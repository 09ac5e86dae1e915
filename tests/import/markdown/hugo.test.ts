import { expect, test } from 'vitest'
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
