import { expect, test } from 'vitest'
import { dataOfHome, dataOfPage, dataOfPost } from '../../src/core/structured-data.ts'
import { blog, post } from '../reader/open-page.tsx'

const things = (data: Record<string, unknown> | undefined) =>
  // As `structured-data.ts` puts them.
  (data?.['@graph'] ?? []) as Record<string, unknown>[]

const vice = {
  ...post('vice', 'The Vice'),
  date_published: '2023-01-05T00:00:00Z',
  tags: ['benches'],
  authors: [{ name: 'A carpenter', url: 'https://example.org/' }],
}

test('a post is a BlogPosting that says what the page shows', () => {
  const [posting] = things(dataOfPost(blog, vice))
  expect(posting).toMatchObject({
    '@type': 'BlogPosting',
    headline: 'The Vice',
    url: 'https://example.org/posts/vice/',
    datePublished: '2023-01-05T00:00:00Z',
    dateModified: '2023-01-05T00:00:00Z',
    author: [{ '@type': 'Person', name: 'A carpenter', url: 'https://example.org/' }],
    keywords: ['benches'],
    wordCount: 5,
    inLanguage: 'en',
    commentCount: 0,
    isPartOf: { '@type': 'Blog', name: 'Workshop Notes' },
  })
})

test('what a post does not have is not said', () => {
  const [posting] = things(dataOfPost(blog, post('vice', 'The Vice')))
  const said = JSON.parse(JSON.stringify(posting))
  for (const field of ['author', 'datePublished', 'dateModified', 'keywords', 'image'])
    expect(said).not.toHaveProperty(field)
})

test('comments have their own addresses and plain words; of a long discussion, the first ten are told', () => {
  const comments = Array.from({ length: 12 }, (_, index) => ({
    id: String(index),
    author: 'A reader',
    content_html: '<p>Tea &#x26; <em>cake</em> &lt;3</p>',
  }))
  const [posting] = things(dataOfPost(blog, { ...vice, _lectern: { ...vice._lectern, comments } }))
  expect(posting?.commentCount).toBe(12)
  expect(posting?.comment).toHaveLength(10)
  expect(posting?.comment).toContainEqual(
    expect.objectContaining({
      url: 'https://example.org/posts/vice/#c-1',
      text: 'Tea & cake <3',
    }),
  )
})

test('a blog without comments says nothing of them', () => {
  const [posting] = things(dataOfPost({ ...blog, comments: false }, vice))
  expect(posting).not.toHaveProperty('commentCount')
})

test('breadcrumbs lead from the blog to the page', () => {
  const page = {
    id: 'x',
    url: 'https://example.org/about/',
    title: 'About',
    summary: '',
    content_html: '',
    _lectern: {},
  }
  for (const [data, url] of [
    [dataOfPost(blog, vice), vice.url],
    [dataOfPage(blog, page), page.url],
  ] as const)
    expect(things(data)[1]).toMatchObject({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { position: 1, name: 'Workshop Notes', item: 'https://example.org/' },
        { position: 2, item: url },
      ],
    })
})

test('a blog that has no public address says nothing, since all names are addresses', () => {
  const { url: _, ...nowhere } = blog
  expect([dataOfPost(nowhere, vice), dataOfHome(nowhere)]).toEqual([undefined, undefined])
})
