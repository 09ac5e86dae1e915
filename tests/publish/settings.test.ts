import { expect, test } from 'vitest'
import { readText } from '../../src/publish/content/read-text.ts'
import { faultsOf, load, loadFolder, loadPost, makeFolder } from './content-folder.ts'

const faultsOfSettings = (text: string) => faultsOf({ 'blog.json': text })

test('a title is enough: the rest has its defaults', async () => {
  const { settings, base } = await load({ 'blog.json': '{ "title": "Notes" }' })
  expect(settings).toEqual({
    title: 'Notes',
    language: 'en',
    postsPerPage: 10,
    popular: { title: 'Popular posts from this blog', count: 10, window: 'all' },
    links: [],
    comments: true,
    share: [],
    cards: true,
    aliases: {},
    gone: [],
    sample: false,
  })
  expect(base).toBe('/')
})

test('the base is the path of the public address', async () => {
  const { base } = await load({
    'blog.json': '{ "title": "Notes", "url": "https://example.org/notes" }',
  })
  expect(base).toBe('/notes/')
})

test.each([
  ['{\n  "title": "Notes",\n}', 'blog.json:3: found no valid JSON'],
  ['{\n  "title": "Notes"\n  "url": ""\n}', 'blog.json:3: found no valid JSON'],
  ['{\n  "title": Notes\n}', 'blog.json:2: found no valid JSON'],
  ['{\n  "title": "Notes",\n  "links": [\n    {},\n  ]\n}', 'blog.json:5: found no valid JSON'],
  ['{\n  "title": "Notes"\n', 'blog.json:3: found no valid JSON'],
  ['', 'blog.json:1: found no valid JSON'],
])('in %j the line of the slip is named', async (text, said) => {
  const [fault, ...more] = await faultsOfSettings(text)
  expect(fault).toContain(said)
  expect(fault).not.toContain('\n')
  expect(more).toEqual([])
})

test.each([
  ['{}', 'blog.json: title: found nothing, expected this field'],
  ['[]', 'blog.json: title: found nothing, expected this field'],
  ['"Notes"', 'blog.json: found "Notes", expected an object'],
  ['{ "title": "" }', 'blog.json: title: found "", expected a text that is not empty'],
  ['{ "title": " " }', 'blog.json: title: found " ", expected a text that is not empty'],
  ['{ "title": 5 }', 'blog.json: title: found 5, expected a text'],
  [
    '{ "title": "N", "titel": "N" }',
    'blog.json: titel: this field is not known; did you mean "title"?',
  ],
  [
    '{ "title": "N", "theme": "dark" }',
    'blog.json: theme: this field is not known; expected one of $schema, title, description, url, language, author, postsPerPage, popular, links, share, image, cards, aliases, gone, comments, sample',
  ],
  [
    '{ "title": "N", "popular": { "order": "views" } }',
    'blog.json: popular.order: this field is not known; expected an object with title, count, window or posts',
  ],
  [
    '{ "title": "N", "aliases": { "search/tea": "/tags/tea/" } }',
    'blog.json: aliases.search/tea: found "search/tea", expected old addresses that begin with "/", and the paths that they lead to',
  ],
  [
    '{ "title": "N", "aliases": { "/tea/": "//evil.example/" } }',
    'blog.json: aliases./tea/: found "//evil.example/", expected a path of this site that begins with one "/", without a space (%20), "?" or "#"',
  ],
  [
    '{ "title": "N", "aliases": { "/tea/": "/\\\\evil.example/" } }',
    'blog.json: aliases./tea/: found "/\\\\evil.example/", expected a path of this site that begins with one "/", without a space (%20), "?" or "#"',
  ],
  [
    '{ "title": "N", "url": "example.org" }',
    'blog.json: url: found "example.org", expected an http(s) address without a space, a user’s name, "?" or "#"',
  ],
  [
    '{ "title": "N", "url": "https://example.org:99999" }',
    'blog.json: url: found "https://example.org:99999", expected an http(s) address',
  ],
  [
    '{ "title": "N", "url": "https://https://example.org" }',
    'blog.json: url: found "https://https://example.org", expected an http(s) address without a space, a user’s name, "?" or "#"',
  ],
  [
    '{ "title": "N", "language": "English" }',
    'blog.json: language: found "English", expected a language tag such as "en" or "pt-BR"',
  ],
  [
    '{ "title": "N", "share": [{ "title": "X", "url": "https://x.example" }] }',
    'blog.json: share.0.url: found "https://x.example", expected an address with "{url}" in it',
  ],
  [
    '{ "title": "N", "postsPerPage": 0 }',
    'blog.json: postsPerPage: found 0, expected a whole number above 0',
  ],
  [
    '{ "title": "N", "popular": { "window": "day" } }',
    'blog.json: popular.window: found "day", expected one of "all", "year", "month", "week"',
  ],
  [
    '{ "title": "N", "popular": { "posts": "a" } }',
    'blog.json: popular.posts: found "a", expected a list of slugs',
  ],
  [
    '{ "title": "N", "popular": { "posts": ["a", 2] } }',
    'blog.json: popular.posts.1: found 2, expected a slug',
  ],
  [
    '{ "title": "N", "links": [{ "title": "Code" }] }',
    'blog.json: links.0.url: found nothing, expected this field',
  ],
])('%s is refused, and the field is named', async (text, fault) => {
  expect(await faultsOfSettings(text)).toEqual([fault])
})

test('every field that is not known is told, wherever it stands', async () => {
  const links = '[{ "title": "Code", "url": "/code/", "rel": "me", "icon": "x" }]'
  expect(
    await faultsOfSettings(`{ "theme": "dark", "titel": "N", "font": "x", "links": ${links} }`),
  ).toEqual([
    'blog.json: title: found nothing, expected this field',
    'blog.json: links.0.rel: this field is not known; expected an object with title, url and perhaps me',
    expect.stringContaining('blog.json: theme: this field is not known'),
    'blog.json: links.0.icon: this field is not known; expected an object with title, url and perhaps me',
    'blog.json: titel: this field is not known; did you mean "title"?',
    expect.stringContaining('blog.json: font: this field is not known'),
  ])
})

test('a folder without blog.json says so', async () => {
  const folder = makeFolder({ 'posts/a.md': 'Text' })
  await expect(loadFolder(folder)).rejects.toThrow(
    `blog.json: found no such file in ${folder}, expected the blog's settings`,
  )
})

test('all faults of all files are told at once', async () => {
  const faults = await faultsOf({
    'blog.json': '{ "titel": "Notes", "postsPerPage": "ten" }',
    'posts/a.md': '---\ndate: in May\nweight: heavy\n---\nText',
    'posts/b.md': '---\ntitle: Tea',
    'comments/a.json': '[{ "id": "1", "author": "Ada" }]',
    'views.csv': 'path,views\n/posts/a/,many',
  })
  expect(faults).toEqual([
    expect.stringContaining('blog.json: title: found nothing, expected this field'),
    expect.stringContaining('blog.json: postsPerPage: found "ten"'),
    expect.stringContaining('blog.json: titel: this field is not known'),
    expect.stringContaining('posts/a.md:2: date: found "in May"'),
    expect.stringContaining('posts/a.md:3: weight: found "heavy"'),
    expect.stringContaining('posts/b.md:1: found front matter that never ends'),
    expect.stringContaining('comments/a.json: 0.content_html: found nothing, expected this field'),
    expect.stringContaining('views.csv:2: found "/posts/a/,many"'),
  ])
})

test.each(['\r', '\r\r\n'])('lines may end in %j', async (end) => {
  const text = ['---', 'title: Tea', '---', 'One', '', 'Two'].join(end)
  expect(await loadPost('posts/a.md', text)).toMatchObject({
    title: 'Tea',
    html: expect.stringMatching(/^<p[^>]*>One<\/p>\n<p[^>]*>Two<\/p>$/),
  })
})

test('what cannot be read is a fault that names it', () => {
  expect(() => readText(makeFolder({ 'posts/a.md': 'Tea' }), 'posts')).toThrow(
    "posts: found a file that can't be read (EISDIR: illegal operation on a directory)",
  )
})

test('a line that is not UTF-8 is named', async () => {
  expect(await faultsOf({ 'posts/a.md': Uint8Array.of(0x63, 0x0a, 0x66, 0xe9) })).toEqual([
    'posts/a.md:2: found bytes that are not UTF-8, expected text in UTF-8',
  ])
  expect(await faultsOf({ 'posts/a.md': Uint8Array.of(0xff, 0xfe, 0x63, 0x00) })).toEqual([
    'posts/a.md:1: found UTF-16, expected text in UTF-8',
  ])
})

test('what is no text at all is refused', async () => {
  expect(await faultsOf({ 'posts/a.md': Uint8Array.of(0x63, 0x0a, 0x00, 0x66) })).toEqual([
    'posts/a.md:2: found a zero byte, which no text has, expected text in UTF-8',
  ])
})

test('a pick that is no post is a warning, a draft is a pick to come', async () => {
  const { warnings } = await load({
    'blog.json': '{ "title": "N", "popular": { "posts": ["gone", "soon"] } }',
    'posts/soon.md': '---\ndraft: true\n---\nText',
  })
  expect(warnings()).toEqual([
    { file: 'blog.json', field: 'popular.posts', message: 'no post has the slug "gone"' },
  ])
})

test.each([
  ['https://example.org', 'https://example.org/'],
  ['https://Example.ORG:443/Blog', 'https://example.org/Blog/'],
  ['https://exämple.org/blög/', 'https://xn--exmple-cua.org/bl%C3%B6g/'],
  ['https://example.org/a/../b', 'https://example.org/b/'],
  ['https://example.org/my%20blog', 'https://example.org/my%20blog/'],
  ['https://example.org/über/', 'https://example.org/%C3%BCber/'],
])('the public address %s is sent as %s', async (url, sent) => {
  const { settings } = await load({ 'blog.json': JSON.stringify({ title: 'N', url }) })
  expect(settings.url).toBe(sent)
})

test('an old address that leads to nothing is a warning', async () => {
  const aliases = {
    '/label/tea': '/notes/tags/tea/',
    '/label/jam': '/tags/jam/',
    '/rss': '/feed.xml',
    '/scan': '/media/scan.pdf',
    '/about-us': '/abuot/',
    '/old': '/label/tea',
    '/feeds': '/feed/',
    '/robots': '/robots.txt',
    '/first': '/posts/a/index.html',
    '/pot': '/media/posts/pot.txt',
    '/lost': '/media/pot.txt',
    '/round': '/about-round',
    '/about-round': '/round',
  }
  const { warnings } = await load({
    'blog.json': JSON.stringify({ title: 'N', url: 'https://example.org/notes/', aliases }),
    'posts/a.md': '---\ntags: [tea]\n---\nText about a [pot](pot.txt)',
    'posts/pot.txt': '',
    'pages/about.md': 'Who we are.',
    'media/scan.pdf': '',
  })
  const vain = (old: string, path: string) => ({
    file: 'blog.json',
    field: `aliases.${old}`,
    message: `no post, page or file of the content folder is at "${path}"`,
  })
  expect(warnings()).toEqual([
    vain('/label/jam', '/tags/jam/'),
    vain('/about-us', '/abuot/'),
    vain('/lost', '/media/pot.txt'),
    vain('/round', '/about-round'),
    vain('/about-round', '/round'),
  ])
})

test('an old address that leads to nothing yet is left out until there is something, without a warning', async () => {
  const aliases = {
    '/2099/': '/archive/2099/',
    '/label/soon': '/tags/soon/',
    '/b': '/posts/b/',
    '/2016/': '/archive/2016/',
    '/lost': '/nowhere/',
    '/cv': '/cv.pdf',
  }
  const { warnings, ...content } = await load({
    'blog.json': JSON.stringify({ title: 'N', aliases }),
    'posts/a.md': '---\ndate: 2016-05-01\n---\nNow',
    'posts/b.md': '---\ndate: 2099-05-01\ntags: [soon]\n---\nLater',
  })
  expect(warnings().map(({ field }) => field)).toEqual(['aliases./lost', 'aliases./cv'])
  expect([...content.aliases.keys()]).toEqual(['/2016/', '/lost', '/cv'])
  // Should it have been a page's, what became of it can be said.
  expect(content.held.map(({ addresses }) => addresses)).toEqual([['/posts/b/', '/b']])
})

test('a content folder that is none is told, and nothing else', async () => {
  const folder = makeFolder({ 'blog.json': '{}' })
  const message = (place: string) =>
    loadFolder(place).catch((error: Error) => error.message.replaceAll(folder, ''))
  expect(await message(`${folder}/blog.json`)).toContain('/blog.json: found a file, expected the')
  expect(await message(`${folder}/none`)).toContain('/none: found no such folder, expected the')
})
