import * as v from 'valibot'
import { expect, test } from 'vitest'
import { isOwnAddress, isReservedPageName, isSitePage, tagPath } from '../../src/core/addresses.ts'
import { YearTwin } from '../../src/core/finding-twins.ts'
import { sharedTwins, sitePages } from '../../src/publish/twins/site-pages.ts'
import { type Files, faultsOf, load } from './content-folder.ts'

const post = (fields: string) => `---\n${fields}\n---\nText`
const twinAt = async (files: Files, path: string): Promise<unknown> =>
  sitePages(await load(files))
    .find((page) => page.path === path)
    ?.twin()
const pathsOf = async (files: Files): Promise<string[]> =>
  sitePages(await load(files)).map(({ path }) => path)

const dated: Files = {
  'posts/a.md': post('date: 2016-05-02\ntags: [tea, C++]'),
  'posts/b.md': post('date: 2016-05-01\ntags: [Tea]'),
  'posts/c.md': post('date: 2015-12-24\ntags: [C#, a/b]'),
  'posts/d.md': post('title: Undated'),
}

test('the archive counts years and months, the newest first, and the posts without a date', async () => {
  expect(await twinAt(dated, '/archive/')).toEqual({
    years: [
      { year: '2016', count: 2, months: [{ month: '05', name: 'May', count: 2 }] },
      { year: '2015', count: 1, months: [{ month: '12', name: 'December', count: 1 }] },
    ],
    undated: 1,
  })
  expect(await twinAt(dated, '/archive/2016/')).toMatchObject({
    year: '2016',
    months: [{ name: 'May', posts: [{ slug: 'a', day: 'May 2' }, { slug: 'b' }] }],
    previous: '2015',
  })
  expect(await twinAt(dated, '/archive/undated/')).toMatchObject({
    months: [{ posts: [{ slug: 'd', name: 'Undated' }] }],
    next: '2015',
  })
})

test('a year of more titles than a page is quick with has several pages, and its months lead to theirs', async () => {
  const monthly = (month: string, posts: number): Files =>
    Object.fromEntries(
      Array.from({ length: posts }, (_, index) => [
        `posts/${month}-${index}.md`,
        post(`title: ${month}\ndate: 2016-${month}-01`),
      ]),
    )
  const files = { ...monthly('07', 499), ...monthly('06', 3), ...monthly('05', 1) }
  expect(await twinAt(files, '/archive/')).toMatchObject({
    years: [{ months: [{ month: '07' }, { month: '06', count: 3 }, { month: '05', page: 2 }] }],
  })
  const [first, second] = [
    await twinAt(files, '/archive/2016/'),
    await twinAt(files, '/archive/2016/page/2/'),
  ]
  expect(first).toMatchObject({ year: '2016', page: 1, pages: 2 })
  expect(titlesIn(first)).toEqual({ '07': [undefined, 499], '06': [3, 1] })
  expect(titlesIn(second)).toEqual({ '06': [3, 2], '05': [undefined, 1] })
})

/** By month, how many posts are said to be in it, and how many are listed. */
const titlesIn = (twin: unknown) =>
  Object.fromEntries(
    v.parse(YearTwin, twin).months.map(({ month, count, posts }) => [month, [count, posts.length]]),
  )

test('a tag is one, whatever the case of its letters, and is called as the oldest post calls it', async () => {
  expect(await twinAt(dated, '/tags/')).toEqual({
    tags: [
      { tag: 'a/b', count: 1 },
      { tag: 'C#', count: 1 },
      { tag: 'C++', count: 1 },
      { tag: 'Tea', count: 2 },
    ],
  })
  expect(await twinAt(dated, '/tags/Tea/')).toMatchObject({
    items: [{ tags: ['Tea', 'C++'] }, { tags: ['Tea'] }],
  })
  expect(await pathsOf(dated)).toEqual(
    expect.arrayContaining(['/tags/C%2B%2B/', '/tags/C%23/', '/tags/a%E2%88%95b/']),
  )
})

test('a tag that is longer than the name of a file may be has a page nevertheless', async () => {
  const long = '茶'.repeat(200)
  const other = `${'茶'.repeat(199)}水`
  const paths = await pathsOf({ 'posts/a.md': post(`tags: [${long}, ${other}]`) })
  const tags = paths.filter((path) => /^\/tags\/./.test(path))
  expect(new Set(tags).size).toBe(2)
  for (const path of tags) expect(Buffer.byteLength(decodeURIComponent(path))).toBeLessThan(255)
})

test.each([
  'искусственный интеллект и машинное обучение',
  '木'.repeat(23),
  '🎉'.repeat(20),
  'package.json',
  'index.html',
  '..',
])('the tag "%s" has a path that is found again by its own name', async (tag) => {
  const [path = ''] = (await pathsOf({ 'posts/a.md': post(`tags: ["${tag}"]`) })).filter((path) =>
    /^\/tags\/./.test(path),
  )
  const name = decodeURIComponent(path.split('/')[2] ?? '')
  expect(tagPath(name)).toBe(path)
  expect(name).not.toMatch(/\.(json|html)$/)
})

test('a list of a tag has pages, as the list of all posts has', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, n) => [`posts/p${n}.md`, post('tags: [tea]')]),
  )
  expect((await pathsOf(files)).filter((path) => path.startsWith('/tags/tea/'))).toEqual([
    '/tags/tea/',
    '/tags/tea/page/2/',
  ])
})

test('views by day make a ranking for each time that they tell of', async () => {
  const views = 'path,date,views\n/posts/a/,2020-06-14,1\n/posts/b/,2020-03-01,9\n'
  const paths = (await pathsOf({ ...dated, 'views.csv': views })).filter((path) =>
    path.startsWith('/popular/'),
  )
  expect(paths).toEqual(['/popular/', '/popular/year/', '/popular/month/', '/popular/week/'])
  expect(await twinAt({ ...dated, 'views.csv': views }, '/popular/month/')).toMatchObject({
    items: [{ _lectern: { slug: 'a' } }],
    _lectern: { basis: 'views', window: 'month', windows: ['all', 'year', 'month', 'week'] },
  })
})

test('views without days make one ranking; a list by date makes none', async () => {
  const popular = (paths: string[]) => paths.filter((path) => path.startsWith('/popular/'))
  expect(popular(await pathsOf({ ...dated, 'views.csv': 'path,views\n/posts/a/,1' }))).toEqual([
    '/popular/',
  ])
  expect(popular(await pathsOf(dated))).toEqual([])
})

test('old addresses that are no post’s lead where the settings say', async () => {
  const aliases = { '/search/label/tea': '/tags/Tea/' }
  const settings = { 'blog.json': JSON.stringify({ title: 'Notes', aliases }) }
  const content = await load({ ...dated, ...settings })
  expect(content.aliases.get('/search/label/tea')).toBe('/tags/Tea/')
})

test('an old address that leads to itself is an error', async () => {
  const settings = JSON.stringify({ title: 'Notes', aliases: { '/x/': '/x/' } })
  expect(await faultsOf({ ...dated, 'blog.json': settings })).toEqual([
    expect.stringContaining('found /x/, which leads to itself'),
  ])
})

test('an old address cannot be where a tag or the archive has its page', async () => {
  const clash = (alias: string) =>
    faultsOf({ 'posts/a.md': post(`tags: [tea]\naliases: ${alias}`) })
  expect(await clash('/tags/tea/')).toEqual([
    expect.stringContaining('which the tag "tea" has already'),
  ])
  expect(await clash('/archive/2016/')).toEqual([
    expect.stringContaining('which the site itself has already'),
  ])
  await load({ 'posts/a.md': post('aliases: [/archive/first/, /tags/coffee/]') })
})

test('related posts are told, but none that is beside the open post anyway', async () => {
  const words = (text: string) =>
    `${text} We waited for a second cup of it, which was better than the first.`
  const files: Files = {
    'posts/leaves.md': `---\ntitle: On steeping leaves\ndate: 2020-01-01\ntags: [teapots]\n---\n${words('The kettle boiled, and she poured it over the green leaves in the teapot.')}`,
    'posts/between.md': `---\ntitle: A hat\ndate: 2020-01-02\n---\nThe felt wants steam, and the brim an iron, and both want patience.`,
    'posts/pots.md': `---\ntitle: A teapot of leaves\ndate: 2020-01-03\ntags: [teapots]\n---\n${words('My teapot leaks when the kettle boils: green leaves on the floor.')}`,
    ...Object.fromEntries(
      Array.from({ length: 8 }, (_, n) => [
        `posts/z${n}.md`,
        `---\ndate: 2019-01-0${n + 1}\n---\nNumber ${n} tells of harbour${n} and keel${n} and tide${n}.`,
      ]),
    ),
  }
  const related = async (settings: object) => {
    const twin = await twinAt(
      { ...files, 'blog.json': JSON.stringify({ title: 'Notes', ...settings }) },
      '/posts/leaves/',
    )
    return (twin as { _lectern: { related: unknown } })._lectern.related
  }
  const popular = (posts: string[]) => ({ popular: { posts, count: 1 } })
  expect(await related(popular(['z0']))).toEqual([{ slug: 'pots', name: 'A teapot of leaves' }])
  expect(await related(popular(['pots']))).toEqual([])
})

test('a page may be kept out of the navigation, and is there all the same', async () => {
  const files = {
    'pages/about.md': post('title: About'),
    'pages/small-print.md': post('title: Small print\nnavigation: false'),
  }
  expect(sharedTwins(await load(files))['/blog.json'].pages).toEqual([
    { name: 'about', title: 'About' },
    { name: 'small-print', title: 'Small print', unlisted: true },
  ])
  expect(await pathsOf(files)).toContain('/small-print/')
})

test('what the site makes of its posts, no page is called, no old address takes, and the app moves to', async () => {
  const views = { 'views.csv': 'path,date,views\n/posts/a/,2016-05-02,7' }
  const posts = Object.fromEntries(
    Array.from({ length: 501 }, (_, number) => [
      `posts/${number}.md`,
      post(`date: 2016-04-${String((number % 30) + 1).padStart(2, '0')}\ntags: [tea]`),
    ]),
  )
  const paths = await pathsOf({ ...dated, ...posts, ...views })
  for (const path of [
    '/page/2/',
    '/tags/tea/page/2/',
    '/popular/',
    '/archive/undated/',
    '/archive/2016/page/2/',
  ])
    expect(paths).toContain(path)
  for (const path of paths) {
    expect(isSitePage(path, []), path).toBe(true)
    const [, name = 'index'] = /^\/([^/]+)/.exec(path) ?? []
    expect(isReservedPageName(name), path).toBe(true)
    // Posts and tags have what the content calls them, which is told apart by its whole.
    if (!/^\/$|^\/(posts|tags)\/./.test(path)) expect(isOwnAddress(path), path).toBe(true)
  }
})
