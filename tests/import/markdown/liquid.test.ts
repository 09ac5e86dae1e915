import { expect, test } from 'vitest'
import { bodyFrom, eleventy, type Files, postFrom } from './read-files.ts'

const site: Files = {
  '_config.yml': 'title: Notes\nurl: https://example.org\nbaseurl: /blog\nauthor: Ada\ncup: warm\n',
  '_posts/2016-06-01-rain.md': '---\ntitle: Rain\n---\nWet.',
  '_posts/hot/2016-07-01-sun.md': '---\npermalink: /sun/\n---\nHot.',
  'about.md': '---\ntitle: About\n---\nMe.',
  'files/tea.pdf': '',
}
const name = '_posts/2016-05-01-tea.md'
const read = (body: string) => bodyFrom(name, body, site)

test.each([
  ['{% highlight ruby %}\ntea\n{% endhighlight %}', '```ruby\ntea\n```'],
  ['{%- highlight ruby linenos -%}\n  tea\n{%- endhighlight -%}', '```ruby\n  tea\n```'],
  ['{% highlight md %}\n```\ntea\n```\n{% endhighlight %}', '````md\n```\ntea\n```\n````'],
  [
    '{% highlight liquid %}{% raw %}\n{{ tea }}\n{% endraw %}{% endhighlight %}',
    '```liquid\n{{ tea }}\n```',
  ],
  ['{% raw %}{{ page.title }}{% endraw %}', '{{ page.title }}'],
  ['{% raw %}\n```\n{{ tea }}\n```\n{% endraw %}\nMore.', '```\n{{ tea }}\n```\nMore.'],
  ['`{% raw %}{{ tea }}{% endraw %}` warm', '`{{ tea }}` warm'],
  ['One{% comment %} secret {% endcomment %} two.', 'One two.'],
  ['{% comment %}\nsecret\n{% endcomment %}\nTwo.', 'Two.'],
  ['[rain]({% post_url 2016-06-01-rain %})', '[rain](/blog/2016/06/01/rain.html)'],
  [
    '[rain]({{ site.baseurl }}{% post_url 2016-06-01-rain %})',
    '[rain](/blog/2016/06/01/rain.html)',
  ],
  [
    '[rain]({{site.url}}{% post_url 2016-06-01-rain %})',
    '[rain](https://example.org/blog/2016/06/01/rain.html)',
  ],
  ['[sun]({% post_url hot/2016-07-01-sun %})', '[sun](/blog/sun/)'],
  ['[rain]({% link _posts/2016-06-01-rain.md %}#wet)', '[rain](/blog/2016/06/01/rain.html#wet)'],
  ['[me]({% link about.md %})', '[me](/blog/about.html)'],
  ['[tea]({% link files/tea.pdf %})', '[tea](/blog/files/tea.pdf)'],
  ['![x]({{ site.baseurl }}/cup.png)', '![x](/blog/cup.png)'],
  ['![x]({{site.url}}/cup.png)', '![x](https://example.org/cup.png)'],
  ['![x]({{ "/cup.png" | relative_url }})', '![x](/blog/cup.png)'],
  ["![x]({{ 'cup.png' | absolute_url }})", '![x](https://example.org/blog/cup.png)'],
  [
    '![x]({{ "/cup.png" | prepend: site.baseurl | prepend: site.url }})',
    '![x](https://example.org/blog/cup.png)',
  ],
  ['{{ page.title }} by {{ site.author }}, {{ site.cup }}', 'Tea by Ada, warm'],
  ['{{ page.url | relative_url }}', '/blog/2016/05/01/tea.html'],
  ['{{ "{{" }}', '{{'],
  [
    '{% include video.html id="abc" %}{% include youtube.html id="abc" %}',
    '{% include video.html id="abc" %}<https://www.youtube.com/watch?v=abc>',
  ],
  ['{% youtube abc %}', '<https://www.youtube.com/watch?v=abc>'],
  ['{% gist ada/123 %}', '<https://gist.github.com/ada/123>'],
  ['{% include image.html src="/cup.png" alt="A cup" %}', '![A cup](/cup.png)'],
  [
    '{% include figure.html url="/cup.png" caption="A *warm* cup" %}',
    '<figure>\n<img src="/cup.png" alt="A warm cup">\n<figcaption>\n\nA *warm* cup\n\n</figcaption>\n</figure>',
  ],
])('%j becomes %j', async (body, translated) => {
  expect((await read(body)).trim()).toBe(translated)
})

test.each([
  '```\n{% highlight ruby %}{{ site.url }}\n```',
  '`{{ site.url }}` and `{% include x %}`',
  '    {{ site.url }}',
  '<!-- {{ site.url }} -->',
  'Two {{ braces and {% more',
  '{% highlight ruby %} without an end',
])('%j is code, or no Liquid, and stays', async (body) => {
  expect(await read(`Text.\n\n${body}`)).toBe(`Text.\n\n${body}`)
})

test('what is not known stays as text, and is noted once by its name', async () => {
  const body =
    '{% for a in b %}{{ a.b }}{% endfor %}{% include toc %}{% include x %}{% post_url gone %}'
  const post = await postFrom(name, `---\ntitle: Tea\n---\n${body}`, site)
  expect(post.text).toBe(body)
  expect(post.notes).toEqual([
    'the Liquid tag "for" stays as text',
    '"{{ a.b }}" stays as text',
    'the Liquid tag "include" stays as text',
    'the Liquid tag "post_url" stays as text',
  ])
})

test('a post without an address is referred to by the way to its file', async () => {
  const draft = { '_drafts/soon.md': 'Soon.' }
  expect(await bodyFrom(name, '[soon]({% link _drafts/soon.md %})', { ...site, ...draft })).toBe(
    '[soon](../_drafts/soon.md)',
  )
})

test('code in an HTML post is HTML', async () => {
  const text = '---\n---\n<p>{{ site.title }}</p>\n{% highlight js %}\na < b\n{% endhighlight %}'
  const post = await postFrom('_posts/2016-05-01-tea.html', text, site)
  expect(post).toMatchObject({
    markup: 'html',
    text: '<p>Notes</p>\n<pre><code class="language-js">a &lt; b\n</code></pre>',
  })
})

test('a text that says so has its braces left alone', async () => {
  const yaml = '---\nrender_with_liquid: false\n---\n'
  const body = '{{ site.title }} {% include x %}'
  expect(await postFrom(name, yaml + body, site)).toMatchObject({ text: body, notes: [] })
})

test("the arguments of Eleventy's shortcodes stand between commas", async () => {
  expect(await bodyFrom('posts/tea.md', '{% image "cup.png", "A cup", 400 %}', eleventy)).toBe(
    '![A cup](cup.png)',
  )
})

test("Eleventy's texts name their own fields", async () => {
  expect(await bodyFrom('posts/tea.md', '{{ title }} at {{ "/cup" | url }}', eleventy)).toBe(
    'Tea at /cup',
  )
})

test('a folder of texts has the tags of Liquid done, and the braces of others left alone', async () => {
  const post = await postFrom('posts/tea.md', '{% raw %}x{% endraw %} {{ mustache }}')
  expect(post).toMatchObject({ text: 'x {{ mustache }}', notes: [] })
})

test.each([
  ['{% codeblock My tea lang:js %}\ntea\n{% endcodeblock %}', '```js\ntea\n```'],
  ['{% blockquote Ada %}\nWarm.\n{% endblockquote %}', '> Warm.\n>\n> — Ada'],
  ['{% img left /images/cup.png 400 300 "A cup" %}', '![A cup](/images/cup.png)'],
])('%j of Octopress, a Jekyll, becomes %j', async (written, translated) => {
  const octopress = { '_config.yml': 'source: source\n', 'plugins/blockquote.rb': '' }
  const text = await bodyFrom('source/_posts/2016-05-01-tea.md', written, octopress)
  expect(text.trim()).toBe(translated)
})

test('a tag that is called as what every object has is one that nobody knows', async () => {
  const post = await postFrom('posts/tea.md', '{% constructor %}', site)
  expect(post).toMatchObject({ text: '{% constructor %}' })
})
