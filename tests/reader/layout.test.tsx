// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { blog, openPage, post, summary } from './open-page.tsx'

const list = (...names: string[]) => ({
  items: names.map((name) => summary(name.toLowerCase(), name)),
  _lectern: { page: 1, pages: 2 },
})

test('around every page stand the blog’s name, its pages and links, and a way past them', async () => {
  await openPage('/', { '/index.json': list('Plane') })
  const [first] = screen.getAllByRole('link')
  expect(first?.textContent).toBe('Skip to main content')
  expect(first?.getAttribute('href')).toBe(`#${screen.getByRole('main').id}`)
  const banner = within(screen.getByRole('banner'))
  expect(banner.getByRole('link', { name: 'Workshop Notes' }).getAttribute('href')).toBe('/')
  const navigation = within(screen.getByRole('navigation', { name: 'Main' }))
  expect(navigation.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    '/',
    '/archive/',
    '/tags/',
    '/search/',
    '/about/',
    'https://example.org/shop/',
  ])
  expect(screen.getByRole('contentinfo')).toBeTruthy()
})

test('a page in another language says so in the navigation', async () => {
  const pages = [{ name: 'mi', title: 'מי אני?', language: 'he' }]
  await openPage('/', { '/index.json': list('Plane'), '/blog.json': { ...blog, pages } })
  const link = screen.getByRole('link', { name: 'מי אני?' })
  expect([link.lang, link.dir]).toEqual(['he', 'rtl'])
})

test.each([
  ['/', 'Home'],
  ['/about/', 'About'],
])('at %s the navigation says which of its pages is open', async (address, name) => {
  await openPage(address, { '/index.json': list('Plane'), '/about.json': post('about', 'About') })
  const navigation = within(screen.getByRole('navigation', { name: 'Main' }))
  const current = navigation.getAllByRole('link', { current: 'page' })
  expect(current.map((link) => link.textContent)).toEqual([name])
})

test('the home page lists posts as articles under their linked titles', async () => {
  await openPage('/', { '/index.json': list('Plane', 'Vice') })
  const articles = screen.getAllByRole('article')
  expect(articles).toHaveLength(2)
  const title = within(articles[0] as HTMLElement).getByRole('heading', { level: 2, name: 'Plane' })
  expect(within(title).getByRole('link').getAttribute('href')).toBe('/posts/plane/')
  const pages = within(screen.getByRole('navigation', { name: 'Pages' }))
  expect(pages.getByRole('link', { name: 'Older posts' }).getAttribute('href')).toBe('/page/2/')
})

test('titles and excerpts in another language say so wherever they are listed', async () => {
  const inHebrew = { ...summary('kelim', 'כלים'), language: 'he' }
  const twin = post('vice', 'Vice')
  twin._lectern.next = { slug: 'kelim', name: 'כלים', language: 'he' }
  twin._lectern.related = [{ slug: 'kelim', name: 'כלים', language: 'he' }]
  await openPage('/posts/vice/', {
    '/posts/vice.json': twin,
    '/popular.json': { ...popular('picked', 'Popular'), items: [inHebrew] },
  })
  const titles = screen.getAllByText('כלים')
  expect(titles).toHaveLength(3)
  for (const words of [...titles, screen.getByText('What כלים is about.')]) {
    const written = words.closest('[lang]')
    expect([written?.getAttribute('lang'), written?.getAttribute('dir')]).toEqual(['he', 'rtl'])
  }
  // A heading stands on the side that its excerpt stands on.
  expect(screen.getByRole('heading', { level: 3 }).dir).toBe('rtl')
})

const popular = (basis: string, title: string, ...names: string[]) => ({
  title,
  basis,
  window: 'all',
  items: names.map((name) => summary(name.toLowerCase(), name)),
})

test('the sidebar shows as many popular posts as asked for, never the open one', async () => {
  await openPage('/posts/vice/', {
    '/posts/vice.json': post('vice', 'Vice'),
    '/popular.json': {
      ...popular('picked', 'Popular posts from this blog', 'Plane', 'Vice'),
      next: summary('saw', 'Saw'),
    },
  })
  const sidebar = screen.getByRole('complementary', { name: 'Popular posts from this blog' })
  const titles = within(sidebar).getAllByRole('heading', { level: 3 })
  expect(titles.map((title) => title.textContent)).toEqual(['Plane', 'Saw'])
})

test('there is no sidebar where the open post would be all that it holds', async () => {
  await openPage('/posts/vice/', {
    '/posts/vice.json': post('vice', 'Vice'),
    '/popular.json': popular('comments', 'Popular posts from this blog', 'Vice'),
  })
  expect(screen.queryByRole('complementary')).toBeNull()
})
