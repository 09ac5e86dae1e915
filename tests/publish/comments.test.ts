import { expect, test } from 'vitest'
import { faultsOf, load, loadPost, warningsOf } from './content-folder.ts'

const comments = (...said: object[]) => ({
  'comments/tea.json': JSON.stringify(
    said.map((one) => ({ author: 'Ada', content_html: '<p>Yes.</p>', ...one })),
  ),
})
const commentsOf = async (...said: object[]) =>
  (await loadPost('posts/tea.md', 'Text', comments(...said))).comments

test('a post has its comments, in the order of the file', async () => {
  const said = await commentsOf(
    { id: 2, date: '2020-05-01', url: 'https://example.org/' },
    { id: 'a', in_reply_to: 2 },
  )
  expect(said).toEqual([
    {
      id: '2',
      author: 'Ada',
      content_html: '<p>Yes.</p>',
      date: '2020-05-01',
      url: 'https://example.org/',
    },
    { id: 'a', author: 'Ada', content_html: '<p>Yes.</p>', in_reply_to: '2' },
  ])
})

test.each([
  ['<p id="main" class="footnotes" style="color: red">Yes.</p>', '<p>Yes.</p>'],
  ['<h1>Yes</h1>', 'Yes'],
  ['<a name="a">Yes</a>', '<a>Yes</a>'],
  ['<script>go()</script>Yes', 'Yes'],
  ['<details><summary>Yes</summary></details>', 'Yes'],
  [
    '<a href="https://example.org/" name="a">Yes</a>',
    '<a href="https://example.org/" rel="nofollow ugc">Yes</a>',
  ],
  [
    '<img src="https://example.org/a.png">',
    '<img src="https://example.org/a.png" alt="" loading="lazy" decoding="async">',
  ],
])('the comment %s is shown as %s', async (content_html, shown) => {
  const [comment] = await commentsOf({ id: 1, content_html })
  expect(comment?.content_html).toBe(shown)
})

test.each([
  ['/posts/cups/#c-1', '/notes/posts/cups/#c-1'],
  ['/2016/cups.html', '/notes/posts/cups/'],
  ['https://example.org/notes/2016/cups.html?m=1', '/notes/posts/cups/?m=1'],
  ['/posts/gone/', '/posts/gone/'],
  ['www.example.com', 'www.example.com'],
  ['posts/cups.md', 'posts/cups.md'],
  ['posts/secret.txt', 'posts/secret.txt'],
  [`/${'a'.repeat(300)}`, `/${'a'.repeat(300)}`],
  ['\\\\[x', '\\\\[x'],
])(
  'a commenter’s link to %s leads to %s, and the owner is told nothing',
  async (written, leads) => {
    const { posts, warnings } = await load({
      'blog.json': '{ "title": "N", "url": "https://example.org/notes/" }',
      'posts/tea.md': 'Text',
      'posts/cups.md': '---\naliases: /2016/cups.html\n---\nText',
      ...comments({ id: 1, content_html: `<a href="${written}">x</a>` }),
    })
    const said = posts.find(({ slug }) => slug === 'tea')?.bodies().comments[0]?.content_html
    expect(said).toBe(`<a href="${leads}" rel="nofollow ugc">x</a>`)
    expect(warnings()).toEqual([])
  },
)

test('a comment without a name is by somebody', async () => {
  const [said] = await commentsOf({ id: 1, author: ' ' })
  expect(said?.author).toBe('Anonymous')
})

test('comments with the id of another are refused, each of them', async () => {
  const said = comments({ id: 1 }, { id: '1' }, { id: 2 }, { id: 1 })
  expect(await faultsOf({ 'posts/tea.md': 'Text', ...said })).toEqual([
    'comments/tea.json: 1.id: found "1" a second time, expected an id of its own',
    'comments/tea.json: 3.id: found "1" a second time, expected an id of its own',
  ])
})

test.each([
  [{ id: 1, author: 5 }, '0.author: found 5, expected a name'],
  [{}, '0.id: found nothing, expected this field'],
  [{ id: 1, url: 'javascript:x' }, '0.url: found "javascript:x", expected an http(s) address'],
  [{ id: 1, date: 'May' }, '0.date: found "May", expected a date such as'],
])('the comment %j is refused, and the field is named', async (comment, said) => {
  const [fault] = await faultsOf({ 'posts/tea.md': 'Text', ...comments(comment) })
  expect(fault).toContain(`comments/tea.json: ${said}`)
})

test('comments that are no list are refused', async () => {
  expect(await faultsOf({ 'comments/tea.json': '{}' })).toEqual([
    'comments/tea.json: found {}, expected a list of comments',
  ])
})

test('a field that was misspelt is a warning, one of the owner’s own is none', async () => {
  const said = { id: 1, author: 'Ada', content_html: 'Yes', dat: '2016-05-01', liked: true }
  expect(
    await warningsOf({ 'posts/tea.md': 'Text', 'comments/tea.json': JSON.stringify([said]) }),
  ).toEqual(['comments/tea.json: 0.dat: this field is not known; did you mean "date"?'])
})

test('comments of no post are a warning, those of a draft are none', async () => {
  const draft = { 'posts/tea.md': '---\ndraft: true\n---\nText' }
  expect(await warningsOf({ ...draft, ...comments(), 'comments/gone.json': '[]' })).toEqual([
    "comments/gone.json: these belong to no post; expected the slug of one, or its file's name where no other has that",
  ])
})

test('comments are found by the name of the post’s file, unless another post has that slug', async () => {
  const said = JSON.stringify([{ id: 1, author: 'Ada', content_html: 'Yes' }])
  const { posts } = await load({
    'posts/green tea.md': 'Text',
    'comments/green tea.json': said,
    'posts/a.md': '---\nslug: b\n---\nText',
    'posts/c.md': '---\nslug: a\n---\nText',
    'comments/a.json': said,
    'posts/d/index.md': '---\nslug: e\n---\nText',
    'comments/d.json': said,
  })
  expect(
    posts
      .filter(({ commentCount }) => commentCount > 0)
      .map(({ slug }) => slug)
      .sort(),
  ).toEqual(['a', 'e', 'green-tea'])
})

test('comments of a draft are shown on no other post, and those of two posts on neither', async () => {
  const said = JSON.stringify([{ id: 1, author: 'Ada', content_html: 'Yes' }])
  const { posts, warnings } = await load({
    'posts/a.md': '---\nslug: b\n---\nText',
    'posts/draft.md': '---\nslug: a\ndraft: true\n---\nText',
    'comments/a.json': said,
    'posts/2016/tea.md': '---\nslug: tea-2016\n---\nText',
    'posts/2017/tea.md': '---\nslug: tea-2017\n---\nText',
    'comments/tea.json': said,
  })
  expect(posts.map(({ commentCount }) => commentCount)).toEqual([0, 0, 0])
  expect(warnings()).toMatchObject([{ file: 'comments/tea.json' }])
})

test('code in a comment can be scrolled by keyboard, as in a post', async () => {
  const [said] = await commentsOf({ id: 1, content_html: '<pre><code>a = 1</code></pre>' })
  expect(said?.content_html).toBe(
    '<pre tabindex="0" role="group" aria-label="Code"><code>a = 1</code></pre>',
  )
})

test('a heading whose id a comment has gets another', async () => {
  const said = JSON.stringify([{ id: 'sharp', author: 'Ada', content_html: 'Yes' }])
  const text = '## C sharp\n\n## C major'
  const { html } = await loadPost('posts/a.md', text, { 'comments/a.json': said })
  expect(html).toContain('<h2 id="text-c-sharp">')
  expect(html).toContain('<h2 id="c-major">')
})

test('half a character in a comment is the sign that browsers show for it', async () => {
  expect(
    await commentsOf({ id: 1, author: 'Ada\ud83d', content_html: 'Yes \ud83d' }),
  ).toMatchObject([{ author: 'Ada\ufffd', content_html: 'Yes \ufffd' }])
})

test('a blog may show no comments at all', async () => {
  const { posts } = await load({
    'blog.json': '{ "title": "Notes", "comments": false }',
    'posts/tea.md': 'Text',
    ...comments({ id: 1 }),
  })
  expect(posts.map((post) => post.bodies().comments)).toEqual([[]])
})
