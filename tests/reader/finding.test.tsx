// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openPage, summary } from './open-page.tsx'

const links = (element: HTMLElement) =>
  within(element)
    .getAllByRole('link')
    .map((link) => `${link.textContent} ${link.getAttribute('href')}`)

test('the archive shows decades, years and months with how many posts each has', async () => {
  await openPage('/archive/', {
    '/archive.json': {
      years: [
        { year: '2021', count: 2, months: [{ month: '03', name: 'March', count: 2 }] },
        { year: '2019', count: 1, months: [{ month: '12', name: 'December', count: 1, page: 2 }] },
      ],
      undated: 4,
    },
  })
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Archive')
  expect(screen.getAllByRole('heading', { level: 2 }).map((h) => h.textContent)).toEqual([
    '2020s (2)',
    '2010s (1)',
    'Without a date (4)',
  ])
  expect(links(screen.getByRole('region', { name: /2020s/ }))).toEqual([
    '2021 /archive/2021/',
    'March (2) /archive/2021/#month-03',
  ])
  expect(links(screen.getByRole('region', { name: /2010s/ }))).toContain(
    'December (1) /archive/2019/page/2/#month-12',
  )
})

test('a year lists the titles of its months, and the years beside it', async () => {
  await openPage('/archive/2021/', {
    '/archive/2021.json': {
      year: '2021',
      months: [
        { month: '03', name: 'March', posts: [{ slug: 'vice', name: 'The Vice', day: '5 March' }] },
      ],
      previous: '2019',
    },
  })
  expect(screen.getByRole('link', { name: 'The Vice' }).getAttribute('href')).toBe('/posts/vice/')
  expect(screen.getByText('5 March')).toBeTruthy()
  expect(links(screen.getByRole('navigation', { name: 'Years' }))).toEqual(['2019 /archive/2019/'])
})

test('a year in several pages says which this is, and how many posts a month has on all of them', async () => {
  await openPage('/archive/2021/page/2/', {
    '/archive/2021/page/2.json': {
      year: '2021',
      months: [
        { month: '03', name: 'March', count: 7, posts: [{ slug: 'vice', name: 'The Vice' }] },
      ],
      page: 2,
      pages: 3,
    },
  })
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Posts of 2021, page 2')
  expect(screen.getByRole('heading', { level: 2 }).parentElement?.textContent).toBe('March (7)')
  expect(links(screen.getByRole('navigation', { name: 'Pages' }))).toEqual([
    'Newer posts /archive/2021/',
    'Older posts /archive/2021/page/3/',
  ])
})

test('the only year of a blog leads to no other', async () => {
  await openPage('/archive/2021/', { '/archive/2021.json': { year: '2021', months: [] } })
  expect(screen.queryByRole('navigation', { name: 'Years' })).toBeNull()
})

test('all tags stand with how many posts each has, "C++" among them', async () => {
  await openPage('/tags/', {
    '/tags.json': {
      tags: [
        { tag: 'C++', count: 3 },
        { tag: 'a/b', count: 1 },
      ],
    },
  })
  expect(links(screen.getByRole('main'))).toEqual([
    'C++ (3) /tags/C%2B%2B/',
    'a/b (1) /tags/a%E2%88%95b/',
  ])
})

test('a tag lists its posts, and the pages of them', async () => {
  await openPage('/tags/C%2B%2B/page/2/', {
    '/tags/C%2B%2B/page/2.json': {
      items: [summary('vice', 'The Vice')],
      _lectern: { tag: 'C++', count: 3, page: 2, pages: 3 },
    },
  })
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('C++, page 2')
  expect(screen.getByRole('heading', { level: 2, name: 'The Vice' })).toBeTruthy()
  expect(links(screen.getByRole('navigation', { name: 'Pages' }))).toEqual([
    'Newer posts /tags/C%2B%2B/',
    'Older posts /tags/C%2B%2B/page/3/',
  ])
})

test('the whole ranking says what it goes by, and has a tab for each time', async () => {
  await openPage('/popular/month/', {
    '/popular/month.json': {
      items: [summary('vice', 'The Vice')],
      _lectern: {
        title: 'Popular',
        basis: 'views',
        window: 'month',
        windows: ['all', 'month'],
        first: 1,
        page: 1,
        pages: 1,
      },
    },
  })
  expect(screen.getByText('By how often they were read')).toBeTruthy()
  const tabs = screen.getByRole('navigation', { name: 'Time' })
  expect(links(tabs)).toEqual(['All time /popular/', 'Past month /popular/month/'])
  expect(within(tabs).getByRole('link', { current: 'page' }).textContent).toBe('Past month')
})

test('the search page has its box, and "/" leads there from anywhere', async () => {
  await openPage('/', {
    '/index.json': { items: [], _lectern: { page: 1, pages: 1 } },
    '/search.json': { years: ['2021', '2019'], tags: ['tea', 'rain'] },
    '/search/index.json': { posts: 0, years: [], terms: [], slugs: [] },
  })
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }))
  const box = await screen.findByRole('searchbox', { name: 'Search this blog' })
  await waitFor(() => expect(document.activeElement).toBe(box))
  expect(screen.getByRole('combobox', { name: 'Year' })).toBeTruthy()
})
