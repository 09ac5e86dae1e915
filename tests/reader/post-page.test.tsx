// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { PostTwin } from '../../src/core/twins.ts'
import { openPage, post } from './open-page.tsx'

const open = (twin: PostTwin) => openPage('/posts/vice/', { '/posts/vice.json': twin })

test('a post is an article with the page’s only main heading, its date and its text', async () => {
  const vice = post('vice', 'The Vice')
  vice._lectern.date = '5 January 2023'
  await open(vice)
  const article = screen.getByRole('article')
  expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
  expect(within(article).getByRole('heading', { level: 1, name: 'The Vice' })).toBeTruthy()
  expect(article.textContent).toContain('5 January 2023')
  expect(article.textContent).toContain('The text of The Vice.')
  expect(document.title).toBe('The Vice · Workshop Notes')
})

test('a post without date, tags, neighbours and comments shows no empty places for them', async () => {
  await open(post('vice', 'The Vice'))
  expect(screen.queryByRole('time')).toBeNull()
  expect(within(screen.getByRole('article')).queryByText('Tags')).toBeNull()
  expect(screen.queryByRole('region', { name: 'Related posts' })).toBeNull()
  expect(screen.queryByRole('navigation', { name: 'Previous and next post' })).toBeNull()
  expect(screen.getByRole('region', { name: 'Comments' }).textContent).toContain('No comments yet')
})

test('previous and next lead to the posts beside it', async () => {
  const vice = post('vice', 'The Vice')
  vice._lectern.next = { slug: 'plane', name: 'The Plane' }
  await open(vice)
  const neighbours = within(screen.getByRole('navigation', { name: 'Previous and next post' }))
  expect(neighbours.getByRole('link', { name: 'Next The Plane' }).getAttribute('href')).toBe(
    '/posts/plane/',
  )
  expect(neighbours.getAllByRole('link')).toHaveLength(1)
})

test('a reply stands within the comment that it answers, and each has its own address', async () => {
  const vice = post('vice', 'The Vice')
  vice._lectern.comments = [
    { id: '1', author: 'A reader', content_html: '<p>Through.</p>' },
    { id: '2', author: 'Another', content_html: '<p>Into.</p>', in_reply_to: '1' },
  ]
  await open(vice)
  const comments = screen.getByRole('region', { name: 'Comments' })
  const first = comments.querySelector('#c-1')
  expect(first?.querySelector('#c-2')?.textContent).toContain('Into.')
  const link = within(comments).getByRole('link', { name: 'Link to the comment by Another' })
  expect(link.getAttribute('href')).toBe('#c-2')
})

test('where a commenter’s name leads is nothing that the blog vouches for', async () => {
  const vice = post('vice', 'The Vice')
  const url = 'https://reader.example/'
  vice._lectern.comments = [{ id: '1', author: 'A reader', url, content_html: '<p>Yes.</p>' }]
  await open(vice)
  expect(screen.getByRole('link', { name: 'A reader' }).getAttribute('rel')).toBe('nofollow ugc')
})

test('the description stands under the title, where the author gave one', async () => {
  const vice = post('vice', 'The Vice')
  vice._lectern.description = 'On holding still.'
  await open(vice)
  expect(screen.getByText('On holding still.')).toBeTruthy()
})

test('a post in another language says so', async () => {
  await open({ ...post('vice', 'الملزمة'), language: 'ar' })
  const title = screen.getByRole('heading', { level: 1 })
  expect([title.lang, title.dir]).toEqual(['ar', 'rtl'])
})
