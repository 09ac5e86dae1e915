import { expect, test } from 'vitest'
import { faultsOf, load } from './content-folder.ts'

test('two posts with one slug are refused', async () => {
  expect(await faultsOf({ 'posts/2015/tea.md': 'One', 'posts/2016/tea.md': 'Two' })).toEqual([
    'posts/2016/tea.md: found the address /posts/tea/, which posts/2015/tea.md has already; expected one of its own',
  ])
})

test("letters' case does not tell two slugs apart", async () => {
  const [fault] = await faultsOf({ 'posts/a.md': '---\nslug: Tea\n---\n', 'posts/tea.md': 'Two' })
  expect(fault).toContain('posts/tea.md: found the address /posts/tea/, which posts/a.md has')
})

test.each([
  ['/posts/tea/', 'posts/tea.md'],
  ['/posts/Tea/index.html', 'posts/tea.md'],
  ['/about', 'pages/about.md'],
  ['/', "the blog's first page"],
  ['/index.html', "the blog's first page"],
  ['/old/', 'posts/tea.md'],
])('the alias %s is taken', async (alias, owner) => {
  const faults = await faultsOf({
    'pages/about.md': 'Who we are.',
    'posts/tea.md': '---\naliases: [/old]\n---\nText',
    'posts/z.md': `---\naliases: ["${alias}"]\n---\nText`,
  })
  expect(faults).toEqual([
    `posts/z.md: aliases: found the address ${alias}, which ${owner} has already; expected one of its own`,
  ])
})

test('a text may have been at addresses that some hosts take for one', async () => {
  const { aliases } = await load({
    'posts/tea.md': '---\naliases: [/old, /Old/, /Tea.html, /tea.html]\n---\nText',
  })
  expect([...aliases]).toEqual(
    ['/old', '/Old/', '/Tea.html', '/tea.html'].map((alias) => [alias, '/posts/tea/']),
  )
})

test('a text that was imported from where it still is has its own address as an old one', async () => {
  const { aliases } = await load({
    'blog.json': '{ "title": "Notes", "url": "https://example.org/notes/" }',
    'posts/tea.md': '---\naliases: [/notes/posts/tea/, /posts/tea/index.html, /old]\n---\nText',
  })
  expect([...aliases]).toEqual([['/old', '/posts/tea/']])
})

test('an old address that ends as a file and a folder would can be one of them', async () => {
  const faultsWith = (aliases: string) =>
    faultsOf({ 'posts/a.md': `---\naliases: [${aliases}]\n---\nText` })
  expect(await faultsWith('/rain.html/')).toEqual([])
  expect(await faultsWith('/rain.html, /rain.html/')).toEqual([
    'posts/a.md: aliases: found the address /rain.html/, which is below /rain.html, a file; expected another',
  ])
})

test.each([
  ['/old/tea.html/comments', '/old/tea.html'],
  ['/OLD/Tea.html/comments', '/OLD/Tea.html'],
  ['/posts/tea.json/x', '/posts/tea.json'],
  ['/sitemap.xml/x', '/sitemap.xml'],
  ['/robots.txt/x', '/robots.txt'],
  ['/feeds/posts/default/x', '/feeds/posts/default'],
])('the old address %s is below a file', async (alias, above) => {
  const faults = await faultsOf({
    'posts/tea.md': '---\naliases: [/old/tea.html, /Tea.html, /old/, /old/tea/x]\n---\nText',
    'posts/z.md': `---\naliases: [${alias}]\n---\nText`,
  })
  expect(faults).toEqual([
    `posts/z.md: aliases: found the address ${alias}, which is below ${above}, a file; expected another`,
  ])
})

test('an old address that leads to another one leads to where that does, and in a circle nowhere', async () => {
  const { aliases } = await load({
    'blog.json': JSON.stringify({
      title: 'Notes',
      aliases: {
        '/a/': '/caf%C3%A9/',
        '/café/': '/old',
        '/b/': '/OLD/index.html',
        '/round/': '/about/',
        '/about/': '/round/',
      },
    }),
    'posts/tea.md': '---\naliases: /old\n---\nText',
  })
  expect(Object.fromEntries(aliases)).toStrictEqual({
    '/old': '/posts/tea/',
    '/a/': '/posts/tea/',
    '/café/': '/posts/tea/',
    '/b/': '/posts/tea/',
  })
})

test('a draft takes no address in a build', async () => {
  const draft = '---\ndraft: true\nslug: tea\n---\n'
  expect(await faultsOf({ 'posts/a.md': draft, 'posts/tea.md': 'Text' })).toEqual([])
})

test.each(['posts', 'Archive', 'tags', 'search', 'media', '404', 'worker.js'])(
  'a page cannot be named %s',
  async (name) => {
    expect(await faultsOf({ [`pages/${name}.md`]: 'Text' })).toEqual([
      `pages/${name}.md: found the name "${name}", which the site itself uses; expected another`,
    ])
  },
)

test('a file name of signs alone makes no address', async () => {
  const [fault] = await faultsOf({ 'posts/---.md': 'Text' })
  expect(fault).toContain('posts/---.md: found a file name without a letter or digit')
})

test('a name that no file system takes with an ending is said to be too long', async () => {
  expect(await faultsOf({ 'posts/a.md': `---\nslug: ${'é'.repeat(126)}\n---\nText` })).toEqual([
    expect.stringContaining('slug: found a name of 252 bytes, expected at most 250'),
  ])
})

test('each alias leads to its post', async () => {
  const { aliases } = await load({
    'posts/tea.md': '---\naliases: [/2016/05/tea.html, /茶/]\n---\nText',
    'pages/about.md': '---\naliases: /who/\n---\nText',
  })
  expect(Object.fromEntries(aliases)).toEqual({
    '/2016/05/tea.html': '/posts/tea/',
    '/茶/': '/posts/tea/',
    '/who/': '/about/',
  })
})

test('an old address below the path that the blog is served under is one of the blog’s', async () => {
  const { aliases } = await load({
    'blog.json': JSON.stringify({
      title: 'Notes',
      url: 'https://example.org/n%C3%B6te/',
      aliases: { '/nöte/old-about/': '/nöte/about/' },
    }),
    'posts/tea.md': '---\naliases: [/nöte/2016/tea/, /2016/tea.html]\n---\nText',
    'pages/about.md': 'Text',
  })
  expect(Object.fromEntries(aliases)).toEqual({
    '/2016/tea/': '/posts/tea/',
    '/2016/tea.html': '/posts/tea/',
    '/old-about/': '/about/',
  })
})

test.each([
  '/index.json',
  '/404.html',
  '/feed.xml',
  '/page/2/',
  '/assets/a.js',
  '/posts/a.json',
  '/tags',
  '/archive',
  '/popular',
  '/search',
  '/feed',
  '/.nojekyll',
])(
  'an old address can’t be %s, which the site writes itself, and that is all that is said',
  async (alias) => {
    const found = load({ 'posts/a.md': 'A', 'posts/b.md': `---\naliases: [${alias}]\n---\nB` })
    await expect(found).rejects.toThrow(
      /^The content has a problem:\n {2}posts\/b\.md: aliases: found the address [^\n]*$/,
    )
    await expect(found).rejects.toThrow(`found the address ${alias}, which`)
  },
)
