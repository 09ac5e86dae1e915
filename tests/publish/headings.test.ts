import { expect, test } from 'vitest'
import { loadPost } from './content-folder.ts'

test.each([
  ['an h1 that opens the text is the title', '# Tea\n\nWarm.', 'Tea', '<p>Warm.</p>'],
  [
    'an h1 that repeats the title leaves the text',
    '---\ntitle: Tea, at last\n---\n# Tea at last!\n\nWarm.',
    'Tea, at last',
    '<p>Warm.</p>',
  ],
  [
    'an h1 that says something else moves down with all others',
    '---\ntitle: Tea\n---\n# Why\n\n## Because\n\n###### Deep',
    'Tea',
    '<h2 id="why">Why</h2>\n<h3 id="because">Because</h3>\n<h4 id="deep">Deep</h4>',
  ],
  [
    'an h1 further down is no title',
    'Warm.\n\n# Why',
    undefined,
    '<p>Warm.</p>\n<h2 id="why">Why</h2>',
  ],
  [
    'signs alone do not make two titles the same',
    '---\ntitle: "🍵"\n---\n# 🎂\n\nWarm.',
    '🍵',
    '<h2>🎂</h2>\n<p>Warm.</p>',
  ],
  ['other headings stay', '# Tea\n\n## Why', 'Tea', '<h2 id="why">Why</h2>'],
  [
    'two headings of the same words have ids of their own',
    '## Why\n\n## Why',
    undefined,
    '<h2 id="why">Why</h2>\n<h2 id="why-1">Why</h2>',
  ],
  [
    'a text may begin deep and skip levels, the page does not',
    '### Why\n\n##### How\n\n## When',
    undefined,
    '<h2 id="why">Why</h2>\n<h3 id="how">How</h3>\n<h2 id="when">When</h2>',
  ],
  [
    'an id is in the one form that links to it are typed in',
    '## Übung'.normalize('NFD'),
    undefined,
    `<h2 id="übung">${'Übung'.normalize('NFD')}</h2>`,
  ],
  [
    'ids are those that GitHub makes',
    "## 1. What's new in 2.0?",
    undefined,
    '<h2 id="1-whats-new-in-20">1. What\'s new in 2.0?</h2>',
  ],
  [
    'the number of a footnote is not part of an id',
    '## Tea[^1]\n\n[^1]: Green.',
    undefined,
    expect.stringContaining('<h2 id="tea">'),
  ],
  [
    'nor is that of one within emphasis',
    '## *Tea[^1]*\n\n[^1]: Green.',
    undefined,
    expect.stringContaining('<h2 id="tea">'),
  ],
  ['a heading in another script has its id', '## 工作', undefined, '<h2 id="工作">工作</h2>'],
  [
    "a heading named as a part of the site has another's id",
    '## Comments',
    undefined,
    '<h2 id="text-comments">Comments</h2>',
  ],
])('%s', async (_, text, title, html) => {
  expect(await loadPost('posts/a.md', text)).toMatchObject({ title, html })
})

test.each([
  ['words before an h1', 'Warm. <h1>Tea</h1>', 'Warm. <h2 id="tea">Tea</h2>'],
  [
    'an h1 that is a picture',
    '<h1><img src="https://example.org/cup.png" alt="Cup"></h1>',
    '<h2><img src="https://example.org/cup.png" alt="Cup"></h2>',
  ],
  ['an id of the author', '<h2 id="because">Why</h2>', '<h2 id="because">Why</h2>'],
])('%s: nothing is lost', async (_, text, html) => {
  expect((await loadPost('posts/a.html', text)).html).toBe(html)
})

test('a title never stands in the text twice, in a page either', async () => {
  const { html, title } = await loadPost('posts/a.html', '<h1>Tea <em>time</em></h1><p>Warm.</p>')
  expect([title, html]).toEqual(['Tea time', '<p>Warm.</p>'])
})
