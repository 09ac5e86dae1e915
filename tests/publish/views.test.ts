import { expect, test } from 'vitest'
import { sharedTwins } from '../../src/publish/twins/site-pages.ts'
import { type Files, faultsOf, load, warningsOf } from './content-folder.ts'

const posts: Files = {
  'posts/a.md': '---\naliases: /2016/a.html\n---\nText',
  'posts/b.md': 'Text',
  'posts/工作.md': 'Text',
  'posts/b,c.md': 'Text',
}
async function popularOf(views: string, settings: object = {}) {
  const { popular } = await load({
    ...posts,
    'views.csv': views,
    'blog.json': JSON.stringify({ title: 'Notes', ...settings }),
  })
  return [popular.basis, ...popular.posts.map(({ slug }) => slug)]
}

test.each([
  ['path,views\n/posts/a/,1\n/posts/b/,2', ['views', 'b', 'a']],
  ['views,path\r\n1,/posts/a/\r\n2,/posts/b/\r\n', ['views', 'b', 'a']],
  ['\ufeff"Path","Views"\n"/posts/a/","3"\n\n', ['views', 'a']],
  ['path,title,views\n/posts/a/,"Tea, ""hot""",1\n"/posts/b,c/", "Tea" ,2', ['views', 'b,c', 'a']],
  ['path,views\n/posts/b/,2\n/posts/a/,1\n/2016/a.html,2', ['views', 'a', 'b']],
  ['path,views\n/posts/工作/,1\n/posts/%E5%B7%A5%E4%BD%9C/,1\n/posts/a/,1', ['views', '工作', 'a']],
  ['path,views\n/,900\n/gone/,7\n/posts/a/,1', ['views', 'a']],
  ['path,views\nhttps://example.org/posts/a/?m=1,1', ['views', 'a']],
  ['path,views\nexample.org/posts/a/index.html,1', ['views', 'a']],
  ['path,views\n/posts/a/,0', ['date', 'a', 'b', 'b,c', '工作']],
  ['path,views', ['date', 'a', 'b', 'b,c', '工作']],
])('views.csv as %j makes the popular posts', async (views, expected) => {
  expect(await popularOf(views)).toEqual(expected)
})

test('views by day count within the window', async () => {
  const views = 'path,date,views\n/posts/a/,2019-01-01,50\n/posts/b/,2020-06-14,2'
  expect(await popularOf(views)).toEqual(['views', 'a', 'b'])
  expect(await popularOf(views, { popular: { window: 'week' } })).toEqual(['views', 'b'])
})

test('analytics may count the paths of a blog under a sub-path with it or without', async () => {
  const views = 'path,views\n/notes/posts/a/,1\n/posts/b/,2\n/notes/2016/a.html,2'
  expect(await popularOf(views, { url: 'https://example.org/notes' })).toEqual(['views', 'a', 'b'])
})

test.each([
  ['', 'views.csv:1: found "", expected the columns path,views or path,date,views'],
  ['page;count\n', 'views.csv:1: found "page;count", expected the columns path,views'],
  ['path,views\n/posts/a/,1\n/posts/b/,', 'views.csv:3: found "/posts/b/,", expected path,views'],
  ['path,views\n/posts/a/,-1', 'views.csv:2: found "/posts/a/,-1"'],
  ['path,views\n/posts/a/,1.5', 'views.csv:2: found "/posts/a/,1.5"'],
  ['path,date,views\n/posts/a/,May,1', 'views.csv:2: found "/posts/a/,May,1"'],
])('in %j the line at fault is named', async (views, said) => {
  const [fault, ...more] = await faultsOf({ ...posts, 'views.csv': views })
  expect(fault).toContain(said)
  expect(more).toEqual([])
})

test('every line at fault is named', async () => {
  const faults = await faultsOf({ 'views.csv': 'path,views\n/a,x\n/b,1\n/c,y' })
  expect(faults.map((fault) => fault.slice(0, 11))).toEqual(['views.csv:2', 'views.csv:4'])
})

test('views of nothing that is published are pointed out', async () => {
  const warnings = (views: string) => warningsOf({ ...posts, 'views.csv': views })
  expect(await warnings('path,views\n/,4\n/a.html,5\n')).toEqual([
    'views.csv: found no row of a post that is published, expected paths such as /posts/NAME/',
  ])
  expect(await warnings('path,views\n/,4\n/posts/a/,0')).toEqual([])
  expect(await warnings('path,views\n')).toEqual([])
})

test.each([
  ['path,views', '', 'all'],
  ['path,views,date', ',2026-01-02', 'month'],
])(
  'by %s, the sidebar’s list is as long as asked for, and of the time that is known',
  async (columns, date, window) => {
    const views = ['a/,3', 'b/,2', '工作/,1'].map((row) => `/posts/${row}${date}`)
    const content = await load(
      {
        ...posts,
        'blog.json': '{ "title": "N", "popular": { "count": 2, "window": "month" } }',
        'views.csv': [columns, ...views].join('\n'),
      },
      { now: new Date('2026-01-03') },
    )
    const { items, next, ...popular } = sharedTwins(content)['/popular.json']
    expect([...items, next].map((post) => post?._lectern.slug)).toEqual(['a', 'b', '工作'])
    expect(items).toHaveLength(2)
    expect(popular.window).toBe(window)
  },
)
