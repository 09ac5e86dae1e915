import { expect, test } from 'vitest'
import { type Files, load, loadPost, warningsOf } from './content-folder.ts'

const others: Files = {
  'posts/tea.md':
    '---\naliases: [/2016/05/tea.html, "/?p=12", "/café/?p=13", "/index.php?option=tea&id=7"]\n---\nText',
  'posts/2016/rain.md': '---\nslug: late-rain\n---\nText',
  'posts/kettle/index.md': 'Text',
  'posts/工作.md': 'Text',
  'posts/draft.md': '---\ndraft: true\n---\nText',
  'pages/about.md': 'Who we are.',
  'media/menu.pdf': 'PDF',
  'media/slides.html': 'Slides',
  'posts/list.csv': 'Kettle',
}

const at = (url: string): Files => ({ 'blog.json': JSON.stringify({ title: 'Notes', url }) })

async function hrefOf(href: string, files: Files = others, file = 'posts/a.html') {
  const { html } = await loadPost(file, `<a href="${href}">x</a>`, files)
  return /href="([^"]*)"/.exec(html)?.[1]
}

test.each([
  ['tea.md', '/posts/tea/'],
  ['./tea.md#why', '/posts/tea/#why'],
  ['2016/rain.md', '/posts/late-rain/'],
  ['工作.md', '/posts/%E5%B7%A5%E4%BD%9C/'],
  ['%E5%B7%A5%E4%BD%9C.md?x=1', '/posts/%E5%B7%A5%E4%BD%9C/?x=1'],
  ['../pages/about.md', '/about/'],
  ['../tea/', '/posts/tea/'],
  ['/posts/tea.md', '/posts/tea/'],
  ['kettle/', '/posts/kettle/'],
  ['kettle#why', '/posts/kettle/#why'],
  ['/posts/list.csv', '/media/posts/list.csv'],
  ['/posts/tea/', '/posts/tea/'],
  ['/posts/tea', '/posts/tea/'],
  ['/posts/工作/', '/posts/%E5%B7%A5%E4%BD%9C/'],
  ['/about', '/about/'],
  ['/2016/05/tea.html', '/posts/tea/'],
  ['/2016/05/tea.html#why', '/posts/tea/#why'],
  ['/?p=12#why', '/posts/tea/#why'],
  ['/?p=13', '/?p=13'],
  ['/index.php?option=tea&amp;id=7', '/posts/tea/'],
  ['/caf%C3%A9/?p=13', '/posts/tea/'],
  ['../media/menu.pdf', '/media/menu.pdf'],
  ['/media/menu.pdf', '/media/menu.pdf'],
  ['../media/slides.html', '/media/slides.html'],
  ['list.csv', '/media/posts/list.csv'],
  ['#why', '#why'],
  ['https://example.org/posts/tea/', 'https://example.org/posts/tea/'],
  ['//example.org/tea', 'https://example.org/tea'],
  ['mailto:ada@example.org', 'mailto:ada@example.org'],
])('a link to %s leads to %s', async (href, target) => {
  expect(await hrefOf(href)).toBe(target)
})

test.each([
  '/tags/tea/',
  '/tags/tea/feed.xml',
  '/archive/2019/',
  '/archive/undated/',
  '/popular/',
  '/feed.xml',
  '/rss.xml',
])('below a path, a link to the list %s stays on the blog', async (href) => {
  const blog = {
    ...others,
    'blog.json': JSON.stringify({
      title: 'Notes',
      url: 'https://example.org/blog/',
      popular: { posts: ['tea'] },
      links: [{ title: 'List', url: href }],
    }),
    'posts/dated.md': '---\ndate: 2019-05-01\ntags: [tea]\n---\nText',
  }
  expect(await hrefOf(href, blog)).toBe(`/blog${href}`)
  const { settings } = await load(blog)
  expect(settings.links).toEqual([{ title: 'List', url: `/blog${href}` }])
})

test.each([
  ['the oldest post', 'YAML\ndate: 2019-01-01', 'Yaml\ndate: 2019-01-02', 'YAML'],
  ['a post with a date', 'YAML', 'Yaml\ndate: 1969-01-02', 'Yaml'],
  ['the first file of a day', 'YAML\ndate: 2019-01-02', 'Yaml\ndate: 2019-01-02', 'YAML'],
  ['the first file without a date', 'YAML', 'Yaml', 'YAML'],
  ['a post that is published', 'YAML\ndraft: true', 'Yaml', 'Yaml'],
])('a tag is written as %s has it, and links lead to its page', async (_, first, second, tag) => {
  const tagged = {
    'pages/about.md': '---\ntags: yAML\ndate: 2020-01-01\n---\nText',
    'posts/a.md': `---\ntitle: Zebra\ntags: ${first}\n---\nText`,
    'posts/b.md': `---\ntitle: Apple\ntags: ${second}\n---\nText`,
  }
  const { tags } = await load(tagged)
  expect([...tags.values()].map((listed) => listed.tag)).toEqual([tag])
  for (const written of ['yaml', 'Yaml', 'YAML'])
    for (const page of ['', '/page/2/'])
      expect(await hrefOf(`/tags/${written}${page}`, tagged, 'posts/c.html')).toBe(
        `/tags/${tag}${page || '/'}`,
      )
})

test('an old address of a tag leads to its page, however it is written there', async () => {
  const { aliases } = await load({
    'blog.json': '{ "title": "Notes", "aliases": { "/label/c": "/tags/c%23/" } }',
    'posts/a.md': '---\ntags: [C#]\n---\nText',
  })
  expect([...aliases]).toEqual([['/label/c', '/tags/C%23/']])
})

test('a file is found however its name is composed', async () => {
  const files = {
    ['posts/größe.md'.normalize('NFD')]: 'Text',
    ['media/größe.pdf'.normalize('NFD')]: 'PDF',
  }
  expect(await hrefOf('größe.md'.normalize('NFC'), files)).toBe('/posts/gr%C3%B6%C3%9Fe/')
  expect(await hrefOf('../media/größe.pdf'.normalize('NFC'), files)).toMatch(/^\/media\/gr/)
})

test('a link in Markdown leads to the same place', async () => {
  const { html } = await loadPost('posts/a.md', '[x](工作.md) [y](/posts/tea)', others)
  expect(html).toContain('href="/posts/%E5%B7%A5%E4%BD%9C/"')
  expect(html).toContain('href="/posts/tea/"')
})

test.each([
  ['tea.md', '/notes/posts/tea/'],
  ['/posts/tea/', '/notes/posts/tea/'],
  ['/notes/posts/tea.md', '/notes/posts/tea/'],
  ['/notes/posts/tea/', '/notes/posts/tea/'],
  ['/2016/05/tea.html', '/notes/posts/tea/'],
  ['/media/menu.pdf', '/notes/media/menu.pdf'],
  ['https://example.org/notes/posts/tea', '/notes/posts/tea/'],
  ['http://EXAMPLE.org/notes/2016/05/tea.html#why', '/notes/posts/tea/#why'],
  ['https://example.org/notes/posts/工作/', '/notes/posts/%E5%B7%A5%E4%BD%9C/'],
  ['https://example.org/notes/', '/notes/'],
  ['https://example.org?p=12', '/notes/posts/tea/'],
  ['https://example.org/notes/?p=12', '/notes/posts/tea/'],
  ['https://example.org/elsewhere/', 'https://example.org/elsewhere/'],
  ['https://example.org/', 'https://example.org/'],
  ['https://example.org/about/', 'https://example.org/about/'],
  ['https://example.org/2016/05/tea.html', '/notes/posts/tea/'],
  ['https://example.org/?p=12#why', '/notes/posts/tea/#why'],
  ['https://example.org/?p=99', 'https://example.org/?p=99'],
  ['/elsewhere/', '/elsewhere/'],
])('in a blog at https://example.org/notes/ a link to %s leads to %s', async (href, target) => {
  const files = { ...others, ...at('https://example.org/notes/') }
  expect(await hrefOf(href, files)).toBe(target)
})

test.each(['gone.md', '../../outside.md', 'missing.pdf', '\\\\[x', 'a'.repeat(300)])(
  'a link to %s stays as written, with a warning',
  async (href) => {
    const files = { ...others, 'posts/a.html': `<a href="${href}">x</a>` }
    expect(await hrefOf(href)).toBe(href)
    expect(await warningsOf(files)).toEqual([
      `posts/a.html:1: the link to "${href}" leads to no post, page or file`,
    ])
  },
)

test.each([
  ['[x](kettle)', 5],
  ['[x]( <kettle> )', 5],
  ['[x](kettle "A pot")', 5],
  ['[x]\n\n[x]: kettle', 7],
  ['<a href=kettle>x</a>', 5],
  ["<a\nhref = 'kettle'>x</a>", 6],
  ['[x](kettl&#101;)', undefined],
])('the line of a lost link is told where it is written as %j', async (link, line) => {
  const text = `---\ntitle: kettle\n---\nThe kettle (kettle) = kettles.\n${link}`
  expect(await warningsOf({ 'posts/a.md': text })).toEqual([
    `posts/a.md${line === undefined ? '' : `:${line}`}: the link to "kettle" leads to no post, page or file`,
  ])
})

test.each([
  ['www.example.org/tea', 'https://www.example.org/tea'],
  ['ada@example.org', 'mailto:ada@example.org'],
])('of a link to %s the owner learns what is missing', async (href, expected) => {
  expect(await warningsOf({ 'posts/a.html': `<a href="${href}">x</a>` })).toEqual([
    `posts/a.html:1: the link to "${href}" leads to no post, page or file; expected ${expected}`,
  ])
})

test.each([
  'draft.md',
  '/posts/draft',
  '../draft/#why',
  '/posts/sp%C3%A4ter/',
  'pot/',
  '/2016/pot.html',
])('a link to %s is said to wait for a text that is not published yet', async (href) => {
  const later = {
    'posts/später.md': '---\ndate: 2999-01-01\n---\nText',
    'posts/pot/index.md': '---\ndraft: true\nslug: kettles\naliases: /2016/pot.html\n---\nText',
  }
  const files = { ...others, ...later, 'posts/a.html': `<a href="${href}">x</a>` }
  expect(await warningsOf(files)).toEqual([
    `posts/a.html:1: the link to "${href}" leads to a draft, or to a text of the future`,
  ])
})

test.each([
  ['/abuot/', undefined, true],
  ['/page/2/', undefined, false],
  ['/tags/tea/page/3/', undefined, true],
  ['/tags/yaml/page/3/', undefined, false],
  ['/posts/page/2/', undefined, true],
  ['/tags/nothing/', undefined, true],
  ['/cv.pdf', undefined, false],
  ['/notes/abuot', 'https://example.org/notes/', true],
  ['https://example.org/notes/abuot', 'https://example.org/notes/', true],
  ['https://example.org/posts/gone/', 'https://example.org/', true],
  ['https://example.org/elsewhere/', 'https://example.org/notes/', false],
  ['/elsewhere/', 'https://example.org/notes/', false],
  ['https://example.org/feed', 'https://example.org/', false],
  ['/feed/', 'https://example.org/', false],
])('whether a link to %s in a blog at %s is missed: %s', async (href, url, isMissed) => {
  const files = { ...others, 'blog.json': JSON.stringify({ title: 'Notes', url }) }
  const tagged = { 'posts/b.md': '---\ntags: YAML\n---\nText' }
  const linking = { ...tagged, 'posts/a.html': `<a href="${href}">x</a>` }
  expect(await warningsOf({ ...files, ...linking })).toHaveLength(isMissed ? 1 : 0)
})

test('links of pages are understood as those of posts are', async () => {
  expect(
    await warningsOf({ ...others, 'pages/b.md': '[x](../posts/tea.md) [y](about.md)' }),
  ).toEqual([])
})

test('a file outside media that a text links to is published', async () => {
  const { publishedFiles } = await load({ ...others, 'posts/a.md': '[x](list.csv)' })
  expect([...publishedFiles]).toEqual([['/media/posts/list.csv', 'posts/list.csv']])
})

test('what a quotation is from is found as a link is', async () => {
  const { html } = await loadPost('posts/a.html', '<q cite="tea.md">Warm.</q>', others)
  expect(html).toContain('<q cite="/posts/tea/">')
})
