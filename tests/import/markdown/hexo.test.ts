import { expect, test } from 'vitest'
import { bodyFrom, type Files, hexo, postFrom } from './read-files.ts'

const site: Files = {
  ...hexo,
  'source/_posts/rain.md': '---\ndate: 2016-06-01\n---\nWet.',
  'source/_posts/tea/cup.png': '',
  'source/_posts/tea/tea.pdf': '',
}
const name = 'source/_posts/tea.md'
const read = (body: string) => bodyFrom(name, body, site)

test.each([
  ['{% codeblock %}\ntea\n{% endcodeblock %}', '```\ntea\n```'],
  [
    '{% codeblock My tea lang:js https://example.org %}\ntea\n{% endcodeblock %}',
    '```js\ntea\n```',
  ],
  ['{% raw %}{{ tea }}{% endraw %}', '{{ tea }}'],
  ['{% asset_img cup.png %}', '![](tea/cup.png)'],
  ['{% asset_img cup.png A warm cup %}', '![A warm cup](tea/cup.png)'],
  ['{% asset_img left cup.png 500 400 "A cup" %}', '![A cup](tea/cup.png)'],
  [`{% asset_img cup.png '"A cup" "It is warm"' %}`, '![It is warm](tea/cup.png)'],
  ['{% img /images/cup.png 400 "A cup" %}', '![A cup](/images/cup.png)'],
  ['{% asset_link tea.pdf On tea %}', '[On tea](tea/tea.pdf)'],
  ['[x]({% asset_path tea.pdf %})', '[x](tea/tea.pdf)'],
  ['{% post_link rain %}', '[rain](/2016/06/01/rain/)'],
  ['{% post_link rain "On rain" %}', '[On rain](/2016/06/01/rain/)'],
  ['[x]({% post_path rain %})', '[x](/2016/06/01/rain/)'],
  ['{% link Tea https://example.net/tea %}', '[Tea](https://example.net/tea)'],
  ['{% youtube abc %}', '<https://www.youtube.com/watch?v=abc>'],
  ['{% vimeo 12 %}', '<https://vimeo.com/12>'],
  ['{% blockquote %}\nWarm.\n{% endblockquote %}', '> Warm.'],
  [
    '{% blockquote Ada, Notes https://example.net/ %}\nWarm\ntea.\n{% endblockquote %}',
    '> Warm\n> tea.\n>\n> — Ada, Notes <https://example.net/>',
  ],
  ['Tea.\n\n<!-- more -->\n\nMore.', 'Tea.\n\n<!--more-->\n\nMore.'],
])('%j becomes %j', async (body, translated) => {
  expect((await read(body)).trim()).toBe(translated)
})

test('a tag means the file in the post’s own folder, though one beside the post has its name', async () => {
  const both = { ...site, 'source/_posts/cup.png': '' }
  expect(await bodyFrom(name, '{% asset_path cup.png %}', both)).toContain('tea/cup.png')
})

test('code stays, and so does what is not known, which is noted', async () => {
  const body =
    '```\n{% youtube abc %}\n```\n\n{% note info %}\nWarm.\n{% endnote %}\n{% codeblock %}'
  const post = await postFrom(name, `---\ntitle: Tea\n---\n${body}`, site)
  expect(post.text).toBe(body)
  expect(post.notes).toEqual(['the tag "note" stays as text', 'the tag "codeblock" stays as text'])
})
