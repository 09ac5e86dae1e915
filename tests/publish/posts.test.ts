import { expect, test } from 'vitest'
import { filesOf, load, loadPost, warningsOf } from './content-folder.ts'

const unpublished = {
  'posts/draft.md': '---\ndraft: true\ndate: 2020-01-01\n---\nNot yet.',
  'posts/tomorrow.md': '---\ndate: 2020-06-16\n---\nSoon.',
  'posts/today.md': '---\ndate: 2020-06-15T23:00:00Z\n---\nNow.',
}

test('a draft and a post of the future never reach a build', async () => {
  const { posts, held } = await load(unpublished)
  expect(filesOf(posts)).toEqual(['posts/today.md'])
  expect(held).toEqual([
    { file: 'posts/draft.md', addresses: ['/posts/draft/'], reason: 'a draft' },
    { file: 'posts/tomorrow.md', addresses: ['/posts/tomorrow/'], reason: 'of the future' },
  ])
})

test('dev shows drafts and posts of the future', async () => {
  const { posts, held } = await load(unpublished, { unpublished: true })
  expect(held).toEqual([])
  expect(filesOf(posts)).toEqual(['posts/tomorrow.md', 'posts/today.md', 'posts/draft.md'])
  expect(posts.map(({ draft }) => draft)).toEqual([false, false, true])
})

test('a post of the future is published by a build on its day', async () => {
  const { posts } = await load(unpublished, { now: new Date('2020-06-16T00:00:00Z') })
  expect(filesOf(posts)).toEqual(['posts/tomorrow.md', 'posts/today.md'])
})

test('posts are newest first; those without a date follow by weight, then title', async () => {
  const { posts } = await load({
    'posts/a.md': '---\ntitle: Zoo\n---\nText',
    'posts/b.md': '---\ntitle: Ant\n---\nText',
    'posts/c.md': '---\ntitle: Rock\nweight: 1\n---\nText',
    'posts/d.md': '---\ntitle: Old\ndate: 2001-01-01\n---\nText',
    'posts/e.md': '---\ntitle: New\ndate: 2019-01-01\n---\nText',
  })
  expect(posts.map(({ name }) => name)).toEqual(['New', 'Old', 'Rock', 'Ant', 'Zoo'])
})

test.each([
  ['posts/slow-morning.md', 'slow-morning'],
  ['posts/2016/slow morning.md', 'slow-morning'],
  ['posts/slow/index.md', 'slow'],
  ['posts/index.md', 'index'],
  ['posts/工作.html', '工作'],
  ['posts/Cafe\u0301.md', 'Caf\u00e9'],
])('the slug of %s is %s', async (file, slug) => {
  expect((await loadPost(file, 'Text')).slug).toBe(slug)
})

test('a post is not changed before it is published', async () => {
  const changed = async (updated: string) => {
    const text = `---\ndate: 2016-05-01 20:00 -0700\nupdated: ${updated}\n---\nText`
    return (await loadPost('posts/tea.md', text)).updated
  }
  expect(await changed('2016-05-01')).toBeUndefined()
  // A day later where it was written, if not in Greenwich.
  expect(await changed('2016-05-02')).toBe('2016-05-02')
})

test('the front matter says another slug', async () => {
  const post = await loadPost('posts/a.md', '---\nslug: slow-morning\n---\nText')
  expect(post.slug).toBe('slow-morning')
})

test('hidden files and files of other kinds are no posts', async () => {
  const { posts } = await load({
    'posts/.a.md': 'Text',
    'posts/notes.txt': 'Text',
    'posts/b.md': 'Text',
  })
  expect(filesOf(posts)).toEqual(['posts/b.md'])
})

test('a post that says nothing of itself is named by its first words, and nothing is invented', async () => {
  const post = await loadPost('posts/a.md', 'The rain went on all *morning*.')
  expect(post).toMatchObject({
    title: undefined,
    name: 'The rain went on all morning.',
    date: undefined,
    description: undefined,
    picture: undefined,
  })
})

test.each([
  ['', 'a'],
  ['---\ntitle: " "\n---\nRain.', 'Rain.'],
  ['![A cup of tea](/media/cup.png)', 'a'],
  ['![A cup of tea](https://example.org/cup.png)', 'A cup of tea'],
  ['---\ntitle: "🎉"\n---\nRain.', '🎉'],
])('the post %j has a name: %s', async (text, name) => {
  expect((await loadPost('posts/a.md', text)).name).toBe(name)
})

test('a post without words is found by the name that it is shown by', async () => {
  const text = '![A harbour at night](https://example.org/a.png)'
  const { posts } = await load({ 'posts/a.md': text })
  expect(posts[0]?.part('terms')).toMatch(/harbour.*night/)
})

test('a text without a title or a word is a warning, unless it is a draft', async () => {
  const files = { 'posts/a.md': ' \n', 'posts/b.md': '---\ntags: [tea]\n---\n' }
  const others = { 'posts/c.md': '---\ntitle: Tea\n---\n', 'posts/d.md': '---\ndraft: true\n---' }
  const message = 'found neither a title nor a text, expected one of them'
  expect(await warningsOf({ ...files, ...others })).toEqual([
    `posts/a.md: ${message}`,
    `posts/b.md: ${message}`,
  ])
})

test('a byte order mark and the line ends of Windows change nothing', async () => {
  const post = await loadPost('posts/a.md', '\ufeff---\r\ntitle: Tea\r\n---\r\nOne\r\n\r\nTwo\r\n')
  expect(post).toMatchObject({ title: 'Tea', html: '<p>One</p>\n<p>Two</p>' })
})

test('pages stand apart from posts, by weight, then title', async () => {
  const { posts, pages } = await load({
    'pages/about.md': '---\ntitle: About\n---\nWho we are.',
    'pages/contact.html': '<h1>Write to us</h1><p>By post.</p>',
    'pages/imprint.md': '---\nweight: -1\n---\nWho answers for this.',
    'pages/start.md': '---\ntitle: Start\nweight: 1\n---\nRead this first.',
  })
  expect(posts).toEqual([])
  expect(pages.map(({ name, title }) => [name, title])).toEqual([
    ['imprint', 'imprint'],
    ['start', 'Start'],
    ['about', 'About'],
    ['contact', 'Write to us'],
  ])
})
