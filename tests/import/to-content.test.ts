import { expect, test } from 'vitest'
import type { FrontMatter } from '../../src/core/front-matter.ts'
import { parseFrontMatter } from '../../src/publish/content/parse-front-matter.ts'
import { contentOf, feedOf } from './read-import.ts'

const contentOfItems = (items: object[], said: object = {}) =>
  contentOf({
    'feed.json': feedOf(
      items.map((item, index) => ({ id: `id ${index + 1}`, content_html: '<p>Tea.</p>', ...item })),
      said,
    ),
  })
const filesOf = async (...items: object[]): Promise<string[]> =>
  (await contentOfItems(items)).content.posts.map(({ file }) => file)
const fieldsOf = async (...items: object[]): Promise<FrontMatter[]> =>
  Object.entries((await contentOfItems(items)).texts).map(
    ([file, text]) => parseFrontMatter(file, text).fields,
  )

test.each([
  [{ url: 'https://example.org/2016/05/Slow-Tea.html', title: 'x' }, 'posts/Slow-Tea.html'],
  [{ url: 'https://example.org/tea/?p=1', title: 'Slow tea' }, 'posts/slow-tea.html'],
  [{ url: 'https://example.org/tea/', title: 'x' }, 'posts/tea.html'],
  [{ url: 'https://example.org/posts/123', title: 'Slow tea' }, 'posts/slow-tea.html'],
  [{ url: 'https://example.org/%E5%B7%A5', title: 'x' }, 'posts/工.html'],
  [{ url: 'https://example.org/a%20b', title: 'x' }, 'posts/a-b.html'],
  [{ title: '工作!' }, 'posts/工作.html'],
  [{ title: '🎉' }, 'posts/id-1.html'],
  [{ id: '…', title: '🎉' }, 'posts/post-1.html'],
])('the post %j becomes %s', async (item, file) => {
  expect(await filesOf(item)).toEqual([file])
})

test("slugs that differ in nothing but letters' case are told apart by a number", async () => {
  expect(
    await filesOf({ title: 'Tea' }, { url: 'https://example.org/TEA' }, { title: 'Tea 2' }),
  ).toEqual(['posts/tea.html', 'posts/TEA-2.html', 'posts/tea-2-2.html'])
})

test('all that the source says of a post is in its front matter', async () => {
  const [fields] = await fieldsOf(
    {
      id: 'https://example.org/tea',
      url: 'https://example.org/2016/tea.html',
      title: 'Tea: "why"\nand # how',
      summary: '- On tea',
      image: 'https://example.org/cup.png',
      date_published: '2016-05-01T10:00:00+02:00',
      date_modified: '2016-06-01T10:00:00Z',
      tags: ['1984', 'a, b'],
      authors: [{ name: 'Bo' }],
      language: 'pt_BR',
    },
    {},
  )
  expect(fields).toEqual({
    title: 'Tea: "why"\nand # how',
    date: '2016-05-01T10:00:00+02:00',
    updated: '2016-06-01T10:00:00Z',
    tags: ['1984', 'a, b'],
    description: '- On tea',
    image: 'https://example.org/cup.png',
    author: 'Bo',
    language: 'pt-BR',
    draft: false,
    aliases: ['/2016/tea.html'],
    source: 'https://example.org/tea',
  })
})

test('posts without a date are weighed in the order of the source', async () => {
  const dates = [{}, { date_published: '2016-05-01' }, { date_published: '' }, {}]
  expect((await fieldsOf(...dates)).map(({ weight }) => weight)).toEqual([1, undefined, 3, 4])
})

test.each(['2016-05-01T10:00:00Z', '2016-05-01T10:00:00.4Z'])(
  'a post that never changed says so by silence: %s',
  async (changed) => {
    const [fields] = await fieldsOf({
      date_published: '2016-05-01T10:00:00Z',
      date_modified: changed,
    })
    expect(fields?.updated).toBeUndefined()
  },
)

test('a change from before the day that a post was put off to is none', async () => {
  const [fields] = await fieldsOf({
    date_published: '2016-05-01T10:00:00+02:00',
    date_modified: '2016-05-01T07:59:00Z',
  })
  expect(fields?.updated).toBeUndefined()
})

test.each([
  ['https://example.org/2016/tea.html', ['/2016/tea.html']],
  ['https://example.org/caf%C3%A9/', ['/café/']],
  ['https://example.org/a%20b', ['/a b']],
  ['https://example.org/', []],
  ['https://example.org/index.html', []],
  ['https://example.org', []],
  ['https://example.org/#tea', []],
  ['https://example.org/posts/tea/', []],
  ['https://example.org/../../etc/tea', []],
  ['https://example.org/%2e%2e/tea', []],
  ['https://example.org/%252e%252e/tea', []],
  ['urn:tea', []],
])('from the address %s the aliases %j are kept', async (url, aliases) => {
  const [fields] = await fieldsOf({ url })
  expect(fields?.aliases).toEqual(aliases)
})

test('the first of two posts at one address keeps it', async () => {
  const fields = await fieldsOf(
    { url: 'https://example.org/2016/tea' },
    { url: 'https://example.org/2016/Tea/' },
  )
  expect(fields.map(({ aliases }) => aliases)).toEqual([['/2016/tea'], []])
})

test('blog.json has what the feed says of the blog, and the popular posts by their slugs', async () => {
  const {
    content: { settings },
  } = await contentOfItems([{ title: 'Tea' }, { title: 'Rain' }], {
    description: 'On tea.',
    language: 'de',
    authors: [{ name: 'Ada' }],
    _lectern: { popular: ['id 2', 'gone', 'id 1'] },
  })
  expect(JSON.parse(settings)).toEqual({
    title: 'Notes',
    description: 'On tea.',
    language: 'de',
    author: 'Ada',
    popular: { posts: ['rain', 'tea'] },
  })
})

test('a feed that says nothing of its blog makes settings nevertheless', async () => {
  const {
    content: { settings },
  } = await contentOfItems([{}], { title: undefined, language: 'Deutsch' })
  expect(JSON.parse(settings)).toEqual({ title: 'Untitled blog', language: 'en' })
})
