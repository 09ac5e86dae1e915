import { expect, test } from 'vitest'
import { warningsOf } from './content-folder.ts'

test.each([
  [
    'Text\n\n{% include video.html\n   id="x" %}',
    'found {% include video.html id="x" %}, which stays as it is',
  ],
  ['{{< youtube abc >}}', 'found {{< youtube abc >}}, which stays as it is'],
  ['{{<youtube abc>}}', 'found <youtube>, which is not shown; expected &lt;youtube>'],
  ['`{% raw %}` and {%- endraw -%}', 'found {%- endraw -%}, which stays as it is'],
  ['See [[Tea|the pot]].', 'found [[Tea|the pot]], which stays as it is; expected a link'],
  ['![[pot.png]]', 'found ![[pot.png]], which stays as it is; expected a link'],
  ['![A pot](my pot.png)', 'found ![A pot](my pot.png), which stays as it is; expected a path'],
  ['## Tea {#pot}', 'found {#pot}, which stays as it is'],
  ['![A pot](https://example.org/a.png){: width="300"}', 'found {: width="300"}, which stays'],
  ['> [!NOTE]\n> Tea.', 'found [!NOTE], which stays as it is'],
  ['## Tea {#pot .big}', 'found {#pot .big}, which stays'],
  ['::: tip\nTea.\n:::', 'found ::: tip, which stays as it is'],
  ['![A cup](file:///home/me/cup.png)', 'found ![A cup](file:///home/me/cup.png), which stays'],
  ['[TOC]', 'found [TOC], which stays as it is'],
  ['Tea.\n\n[^why]: Warm.', 'the note [^why] is not shown; expected its mark'],
  ['Tea.[^why]', 'found [^why], which stays as it is; expected its text'],
])('what another program would make something of in %j is pointed out', async (body, said) => {
  expect(await warningsOf({ 'posts/a.md': body })).toEqual([
    expect.stringMatching(`posts/a.md: ${said.replace(/[[\](){}|%.!<>/^-]/g, '\\$&')}`),
  ])
})

test.each([
  ['in a line', 'Write `{% include %}`, or ``a ` {% x %}``.'],
  ['in a block', '```html\n{% include a.html %}\n```'],
  ['in a list', '1. So:\n\n   ```liquid\n   {% include a.html %}\n   ```'],
  ['in a quotation', '> ```\n> {% include a.html %}\n> ```'],
  ['set in', 'So:\n\n    {{< youtube abc >}}'],
  ['in HTML', '<PRE>{% include a.html %}</PRE>'],
  ['in a comment', '<!-- {% include a.html %} -->Text'],
  [
    'that is none',
    'Some 5 % {age} {tea-pot} $\\sqrt{a=b}$ and {{ two }} braces, if [[ -f tea ]], $\\sum_{i=0}$',
  ],
  ['that is mathematics', 'So $\\binom{n}{k=1}$ it is [^_^]'],
  ['with a footnote', 'Tea.[^why]\n\n[^why]: It is warm. `[^a]`'],
  ['of notes', 'A note[[1]](#note), another[[2]].'],
  ['of a picture', 'See the [pot](<pot.csv>) (of my pot.png).'],
])('code or text %s is left to itself', async (_, body) => {
  expect(await warningsOf({ 'posts/a.md': body, 'posts/pot.csv': '' })).toEqual([])
})

/** Of several times the length, a text takes as many times as long, or the test is never done. */
test.each(['{.', '{a='])(
  'a text of "%s" and much after it is looked through at once',
  async (start) => {
    expect(await warningsOf({ 'posts/a.md': start + 'b'.repeat(400_000) })).toEqual([])
  },
)
