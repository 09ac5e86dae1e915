import { expect, test } from 'vitest'
import { ImportError } from '../../src/import/imported-blog.ts'
import { jsonFeed } from '../../src/import/json-feed.ts'
import { entriesOf, feedOf, postOf } from './feed.ts'

test.each([
  ['{ "version": "1.1", "items": [', 'found a JSON Feed that is no valid JSON'],
  ['{ "version": "1.1", "items": 5 }', 'found a JSON Feed without "items"'],
])('the broken feed %s is refused', (text, said) => {
  expect(() => jsonFeed.parse(text)).toThrow(ImportError)
  expect(() => jsonFeed.parse(text)).toThrow(said)
})

test('the blog is read', () => {
  const blog = jsonFeed.parse(
    feedOf([{ id: 1, title: 'Tea' }], {
      description: 'On tea.',
      language: 'en_GB',
      authors: [{ name: 'Ada' }],
      next_url: 'https://example.org/feed/2',
      _lectern: { popular: ['b', 1] },
    }),
  )
  expect(blog).toMatchObject({
    title: 'Notes',
    description: 'On tea.',
    language: 'en-GB',
    author: 'Ada',
    popular: ['b', '1'],
    notes: [expect.stringContaining('https://example.org/feed/2')],
  })
})

test('every field of an item is read', () => {
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
  expect(postOf(item, { author: { name: 'Ada' } })).toEqual({
    kind: 'post',
    id: '7',
    url: 'https://example.org/tea',
    title: 'Tea',
    html: '<p>Warm.</p>',
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

test('the author of the whole blog is not repeated in each post', () => {
  expect(postOf({ author: { name: 'Ada' } }, { authors: [{ name: 'Ada' }] }).author).toBeUndefined()
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
    'the page that it is about',
    { external_url: 'https://example.org/?a=1&b=2' },
    '<p>Tea.</p>\n<p><a href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1&amp;b=2</a></p>',
  ],
  [
    'the page that it is about, linked already',
    { external_url: 'https://example.org/', content_html: '<a href="https://example.org/">x</a>' },
    '<a href="https://example.org/">x</a>',
  ],
])('an item with %s keeps it', (_, item, html) => {
  expect(postOf(item).html).toBe(html)
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
])('a wrong %s does not lose the rest of an item', (_, item, read) => {
  expect(postOf(item)).toMatchObject({ html: '<p>Tea.</p>', ...read })
})

test('an item without an id, or without anything to read, fails alone', () => {
  const items = [{ title: 'Tea' }, { id: 'empty' }, null, { id: 'fine', title: 'Rain' }]
  expect(entriesOf(items)).toMatchObject([
    { kind: 'failed', name: 'item 1', reason: 'found no id, expected one' },
    {
      kind: 'failed',
      name: 'empty',
      reason: expect.stringContaining('neither a title nor a text'),
    },
    { kind: 'failed', name: 'item 3' },
    { kind: 'post', id: 'fine' },
  ])
})
