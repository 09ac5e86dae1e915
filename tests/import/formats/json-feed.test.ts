import { expect, test } from 'vitest'
import { jsonFeed } from '../../../src/import/formats/json-feed.ts'
import { ImportError, type ImportedPost } from '../../../src/import/imported-blog.ts'
import { feedOf, postWith, readWith } from '../read-import.ts'

const postOf = (item: object, said: object = {}): Promise<ImportedPost> =>
  postWith(jsonFeed, feedOf([{ id: '1', content_html: '<p>Tea.</p>', ...item }], said))

test.each([
  ['{ "version": "1.1", "items": 5 }', 'found a JSON Feed without "items"'],
  ['items', 'found no valid JSON'],
])('the broken feed %s is refused', async (text, said) => {
  await expect(readWith(jsonFeed, text)).rejects.toThrow(ImportError)
  await expect(readWith(jsonFeed, text)).rejects.toThrow(said)
})

test('of a feed that ends early, whole items are kept, and the cut is told', async () => {
  const { entries, blog } = await readWith(
    jsonFeed,
    feedOf([
      { id: '1', title: 'Tea' },
      { id: '2', title: 'Rain' },
    ]).slice(0, -10),
  )
  expect(entries).toMatchObject([{ kind: 'post', id: '1' }])
  expect(blog.notes).toEqual([expect.stringContaining('ends in the middle')])
})

test('the blog is read', async () => {
  const { blog } = await readWith(
    jsonFeed,
    feedOf([{ id: 1, title: 'Tea' }], {
      description: 'On tea.',
      language: 'en_GB',
      authors: [{ name: 'Ada' }],
      home_page_url: 'https://example.org/',
      next_url: 'https://example.org/feed/2',
      _lectern: { popular: ['b', 1] },
    }),
  )
  expect(blog).toMatchObject({
    title: 'Notes',
    description: 'On tea.',
    language: 'en-GB',
    author: 'Ada',
    home: 'https://example.org/',
    popular: ['b', '1'],
    more: [{ address: 'https://example.org/feed/2', isGuess: false }],
  })
})

test('every field of an item is read', async () => {
  const item = {
    id: 7,
    url: 'https://example.org/tea',
    title: 'Tea',
    content_html: '<p>Warm.</p>',
    content_text: 'Not this.',
    summary: 'On tea.',
    image: 'https://example.org/cup.png',
    date_published: '2016-05-01T10:00:00+02:00',
    date_modified: '2016-06-01T10:00:00Z',
    language: 'en',
    authors: [{ name: 'Bo' }],
    tags: ['tea', 'rain'],
  }
  expect(await postOf(item, { author: { name: 'Ada' } })).toMatchObject({
    kind: 'post',
    id: '7',
    addresses: ['https://example.org/tea'],
    title: 'Tea',
    text: '<p>Warm.</p>',
    description: 'On tea.',
    image: 'https://example.org/cup.png',
    date: '2016-05-01T10:00:00+02:00',
    updated: '2016-06-01T10:00:00Z',
    language: 'en',
    author: 'Bo',
    tags: ['tea', 'rain'],
    notes: [],
  })
})

test.each([
  [
    'plain text',
    { content_html: undefined, content_text: 'One <1>\nline\n\n  \n\nTwo' },
    '<p>One &lt;1&gt;<br>\nline</p>\n<p>Two</p>',
  ],
  ['plain text beside HTML that is empty', { content_html: '', content_text: 'One' }, '<p>One</p>'],
  [
    'an attachment',
    {
      attachments: [
        { url: 'https://example.org/a/tea.mp3' },
        { url: 'https://example.org/b', title: 'B & C' },
      ],
    },
    '<p>Tea.</p>\n<p><a href="https://example.org/a/tea.mp3">tea.mp3</a></p>\n<p><a href="https://example.org/b">B &amp; C</a></p>',
  ],
  [
    'an attachment that is its picture, and one that is in the text',
    {
      image: 'https://example.org/cup.png',
      attachments: [
        { url: 'https://example.org/cup.png' },
        { url: 'https://example.org/a%20b.pdf' },
      ],
      content_html: '<a href="https://example.org/a%20b.pdf">Menu</a>',
    },
    '<a href="https://example.org/a%20b.pdf">Menu</a>',
  ],
  [
    'an attachment whose address is the beginning of another',
    {
      attachments: [{ url: 'https://example.org/1', title: 'One' }],
      content_html: '<a href="https://example.org/10">Ten</a>',
    },
    '<a href="https://example.org/10">Ten</a>\n<p><a href="https://example.org/1">One</a></p>',
  ],
  [
    'an attachment with a name of several words',
    { attachments: [{ url: 'https://example.org/a%20b.pdf' }] },
    '<p>Tea.</p>\n<p><a href="https://example.org/a%20b.pdf">a b.pdf</a></p>',
  ],
  [
    'the page that it is about',
    { external_url: 'https://example.org/?a=1&b=2' },
    '<p>Tea.</p>\n<p><a href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1&amp;b=2</a></p>',
  ],
  [
    'the page that it is about, linked already',
    { external_url: 'https://example.org/', content_html: '<a href="https://example.org/">x</a>' },
    '<a href="https://example.org/">x</a>',
  ],
])('an item with %s keeps it', async (_, item, html) => {
  expect((await postOf(item)).text).toBe(html)
})

test.each([
  ['title', { title: 5 }, { title: undefined }],
  ['tags', { tags: 'tea' }, { tags: [] }],
  ['language', { language: 'English' }, { language: undefined }],
  ['empty date', { date_published: '' }, { date: undefined, notes: [] }],
  [
    'date',
    { date_published: 'in May' },
    { date: undefined, notes: ['the date "in May" could not be read'] },
  ],
  ['authors', { authors: [null] }, { author: undefined }],
])('a wrong %s does not lose the rest of an item', async (_, item, read) => {
  expect(await postOf(item)).toMatchObject({ text: '<p>Tea.</p>', ...read })
})

test('an item without an id is known by its address, or its title', async () => {
  expect((await postOf({ id: undefined, url: 'https://example.org/tea' })).id).toBe(
    'https://example.org/tea',
  )
  expect((await postOf({ id: undefined, title: 'Tea' })).id).toBe('Tea')
})

test('an item without anything to read fails alone', async () => {
  const items = [{ id: 'empty' }, null, { id: 'fine', title: 'Rain' }]
  expect((await readWith(jsonFeed, feedOf(items))).entries).toMatchObject([
    {
      kind: 'failed',
      name: 'empty',
      reason: expect.stringContaining('neither a title nor a text'),
    },
    { kind: 'failed', name: 'item 2' },
    { kind: 'post', id: 'fine' },
  ])
})
