import { expect, test } from 'vitest'
import { astro, docusaurus, hugo, jekyll, postFrom } from './read-files.ts'

const read = (yaml: string) => postFrom('posts/tea.md', `---\n${yaml}\n---\nWarm.`)

test('a post without front matter is its text', async () => {
  expect(await postFrom('posts/tea.md', 'Warm.')).toEqual({
    kind: 'post',
    id: 'posts/tea.md',
    title: undefined,
    text: 'Warm.',
    markup: 'markdown',
    date: undefined,
    updated: undefined,
    tags: [],
    description: undefined,
    image: undefined,
    imageAlt: undefined,
    author: undefined,
    language: undefined,
    draft: false,
    unlisted: false,
    slug: undefined,
    addresses: [],
    file: 'posts/tea.md',
    notes: [],
  })
})

test.each([
  ['id: tea-1', { id: 'tea-1' }],
  ['guid: https://example.org/?p=1', { id: 'https://example.org/?p=1' }],
  ['title: "Tea &amp; <em>rain</em>"', { title: 'Tea & rain' }],
  ['title: "A List<Tea>"', { title: 'A List<Tea>' }],
  ['title: 1984', { title: '1984' }],
  ['Title: Tea', { title: 'Tea' }],
  ['subtitle: On tea', { description: 'On tea' }],
  ['description: ""\nexcerpt: "<p>On tea</p>"', { description: 'On tea' }],
  ['summary: |\n  On\n  tea', { description: 'On tea' }],
  ['excerpt: true', { description: undefined }],
  ['image: cup.png\nimage_alt: A cup', { image: 'cup.png', imageAlt: 'A cup' }],
  ['image:\n  url: /cup.png\n  alt: A cup', { image: '/cup.png', imageAlt: 'A cup' }],
  ['image:\n  feature: /cup.png', { image: '/cup.png' }],
  ['cover:\n  image: cup.png\n  alt: A cup', { image: 'cup.png', imageAlt: 'A cup' }],
  ['heroImage: ../cup.png\nheroImageAlt: A cup', { image: '../cup.png', imageAlt: 'A cup' }],
  ['featured_image: /cup.png', { image: '/cup.png' }],
  ['featured: true\nthumbnail: /cup.png', { image: '/cup.png' }],
  ['images:\n  - /cup.png\n  - /pot.png', { image: '/cup.png' }],
  ['header:\n  image: /cup.png', { image: '/cup.png' }],
  ['image: __GHOST_URL__/content/cup.png', { image: '/content/cup.png' }],
  ['author: Ada', { author: 'Ada' }],
  ['author:\n  name: Ada', { author: 'Ada' }],
  ['authors: [Ada, Bo]', { author: 'Ada', notes: ['it was also written by Bo'] }],
  ['authors:\n  - name: Ada\n    url: https://example.org', { author: 'Ada' }],
  ['lang: pt_BR', { language: 'pt-BR' }],
  ['language: German', { language: undefined }],
  ['slug: slow-tea', { slug: 'slow-tea' }],
  ['slug: /slow-tea/', { slug: 'slow-tea' }],
  ['slug: 2016/slow-tea', { slug: undefined }],
  ['slug: Slow Tea?', { slug: 'slow-tea' }],
])('%j is understood', async (yaml, fields) => {
  expect(await read(yaml)).toMatchObject(fields)
})

test.each([
  ['date: 2016-05-01', '2016-05-01'],
  ['date: 2016-05-01 10:00:00 -0500', '2016-05-01T10:00:00-05:00'],
  ['date: 2016-05-01T10:00:00.000Z', '2016-05-01T10:00:00Z'],
  ['date: 2016-05-01T10:00Z', '2016-05-01T10:00:00Z'],
  ['date: 2016-05-01 10:00:00 +0200 CEST', '2016-05-01T10:00:00+02:00'],
  ['date: "May 1st, 2016"', '2016-05-01'],
  ["pubDate: 'May 01 2016'", '2016-05-01'],
  ['date: Sun, 01 May 2016 10:00:00 +0200', '2016-05-01T10:00:00+02:00'],
  ['date: 05/01/2016', '2016-05-01'],
  ['date: 31/05/2016', '2016-05-31'],
  ['date: 1.5.2016', '2016-05-01'],
  ['date: 2016.05.01', '2016-05-01'],
  ['date: 2016年5月1日', '2016-05-01'],
  ['date: 1462096800000', '2016-05-01T10:00:00Z'],
  ['publishDate: 2016-05-01', '2016-05-01'],
  ['published_at: 2016-05-01', '2016-05-01'],
  ['published: 2016-05-01', '2016-05-01'],
  ['pubDatetime: 2016-05-01', '2016-05-01'],
  ['created: 2016-05-01', '2016-05-01'],
])('%j is a date', async (yaml, date) => {
  expect(await read(yaml)).toMatchObject({ date, draft: false, notes: [] })
})

test.each([
  ['date = 2016-05-01', '2016-05-01'],
  ['date = 2016-05-01T10:00:00+02:00', '2016-05-01T10:00:00+02:00'],
  ['date = 2016-05-01T10:00:00', '2016-05-01T10:00:00Z'],
  ['date = "2016-05-01"', '2016-05-01'],
])('the TOML %j is a date', async (toml, date) => {
  expect(await postFrom('posts/tea.md', `+++\n${toml}\n+++\nWarm.`)).toMatchObject({ date })
})

test.each([
  ['posts/2016-05-01-tea.md', '2016-05-01'],
  ['posts/2016-5-1_tea.md', '2016-05-01'],
  ['posts/20160501-tea.md', '2016-05-01'],
  ['posts/2016-05-01.md', '2016-05-01'],
  ['posts/2016/05/01/tea.md', '2016-05-01'],
  ['posts/2016/05-01-tea.md', '2016-05-01'],
  ['posts/2016-05-01-tea/index.md', '2016-05-01'],
  ['posts/2016/05/tea.md', undefined],
  ['posts/2016-11.md', undefined],
  ['posts/2016-13-01-tea.md', undefined],
  ['posts/1234-tea.md', undefined],
])('the path %s tells the date %s', async (name, date) => {
  expect(await postFrom(name, 'Warm.')).toMatchObject({ date })
})

test('a date that can not be read is said, and the next that is known is taken', async () => {
  const post = await postFrom('posts/2016-05-01-tea.md', '---\ndate: in May\n---\nWarm.')
  expect(post).toMatchObject({
    date: '2016-05-01',
    notes: ['the date "in May" could not be read'],
  })
})

test.each([
  'updated: 2016-06-01',
  'lastmod: 2016-06-01',
  'last_modified_at: 2016-06-01',
  'updatedDate: Jun 01 2016',
  'modDatetime: 2016-06-01',
  'last_update:\n  date: 2016-06-01',
])('%j says when it was changed', async (yaml) => {
  expect(await read(yaml)).toMatchObject({ updated: '2016-06-01' })
})

test.each([
  ['tags: [tea, rain]', ['tea', 'rain']],
  ['tags: tea, green tea', ['tea', 'green tea']],
  ['tags: green tea', ['green tea']],
  ['tag: tea', ['tea']],
  ['tags: [Tea, tea, TEA]', ['Tea']],
  ['tags: [a]\ncategories: [b]\ncategory: c', ['a', 'b', 'c']],
  ['categories:\n  - [a, b]\n  - [c]', ['a', 'b', 'c']],
  ['tags:\n  - label: Green tea\n    permalink: /green\n  - rain', ['Green tea', 'rain']],
  ['tags: ["#tea", "[[rain]]"]', ['tea', 'rain']],
  ['tags: [posts, post, blog, all, tea]', ['tea']],
  ['taxonomies:\n  tags: [a]\n  categories: [b]', ['a', 'b']],
  ['tags: [1984, null, ""]', ['1984']],
  ['keywords: tea, rain', []],
])('%j makes the tags %j', async (yaml, tags) => {
  expect(await read(yaml)).toMatchObject({ tags })
})

test.each([
  ['tags: tea rain', ['tea', 'rain']],
  ['categories: hot drinks', ['hot', 'drinks']],
  ['category: hot drinks', ['hot drinks']],
  ['tags: green tea, rain', ['green tea', 'rain']],
])('in Jekyll %j makes the tags %j', async (yaml, tags) => {
  const post = await postFrom('_posts/2016-05-01-tea.md', `---\n${yaml}\n---\nWarm.`, jekyll)
  expect(post).toMatchObject({ tags })
})

test.each([
  ['_posts/2199-07-10-tea.md', '2199-07-10'],
  ['_posts/1899-07-10-tea.md', '1899-07-10'],
  ['_posts/2016/05/01-tea.md', '2016-05-01'],
  ['_posts/31415926-pi.md', undefined],
])('the day in the name of %s is %s', async (name, date) => {
  expect(await postFrom(name, 'Warm.', jekyll)).toMatchObject({ date })
})

test('the folders above _posts are categories of Jekyll', async () => {
  expect(await postFrom('hot/drinks/_posts/2016-05-01-tea.md', 'Warm.', jekyll)).toMatchObject({
    tags: ['hot', 'drinks'],
  })
})

test.each([
  ['posts/tea.md', 'draft: true', []],
  ['posts/tea.md', 'draft: yes', []],
  ['posts/tea.md', 'published: false', []],
  ['posts/tea.md', 'status: draft', []],
  ['posts/tea.md', 'hidden: true', ['it had "hidden: true", and is a draft now']],
  ['posts/tea.md', 'unlisted: true', ['it had "unlisted: true", and is a draft now']],
  ['posts/tea.md', 'permalink: false', ['it had "permalink: false", and is a draft now']],
  ['posts/tea.md', 'password: leaves', ['it had a password, and is a draft now']],
  ['posts/tea.md', 'is_draft: true', []],
  ['posts/tea.md', 'isDraft: true', []],
  ['posts/tea.md', 'post_status: draft', []],
  ['posts/tea.md', 'visibility: members', ['it had "visibility: members", and is a draft now']],
  [
    'posts/tea.md',
    '_build:\n  render: never',
    ['it had "build.render: never", and is a draft now'],
  ],
  ['posts/tea.md', 'unpublishdate: 2001-01-01', []],
  ['posts/tea.md', 'expires: 2001-01-01', []],
  ['posts/tea.md', 'expiryDate: 31 Dec 2016', []],
  ['posts/tea.md', 'unpublish_date: 2016.12.31', []],
  ['posts/tea.md', 'scheduled: 2999-01-01', []],
  ['posts/tea.md', 'date: 2998-01-01\npublishDate: 2999-01-01', []],
  ['_drafts/tea.md', 'title: Tea', []],
])('%s with %j is a draft', async (name, yaml, notes) => {
  expect(await postFrom(name, `---\n${yaml}\n---\nWarm.`)).toMatchObject({ draft: true, notes })
})

test.each([
  'password:',
  'password: ""',
  'password: false',
  'expires: 7d',
  'expiryDate: never',
  'expiryDate: 0001-01-01',
  'pubDate: 2999-01-01',
  'date: 2999-01-01\npublishDate: 2998-01-01',
])('with %j it is none', async (yaml) => {
  expect(await postFrom('posts/tea.md', `---\n${yaml}\n---\nWarm.`)).toMatchObject({ draft: false })
})

test("authors are known by the keys of their site's list", async () => {
  const list = 'ada:\n  name: Ada Byron\n'
  const post = '---\nauthors: [ada]\n---\nWarm.'
  expect(
    await postFrom('blog/tea.md', post, { ...docusaurus, 'blog/authors.yml': list }),
  ).toMatchObject({ author: 'Ada Byron' })
  expect(
    await postFrom('_posts/2016-05-01-tea.md', '---\nauthor: ada\n---\nWarm.', {
      ...jekyll,
      '_data/authors.yml': list,
    }),
  ).toMatchObject({ author: 'Ada Byron' })
})

test('the author of the whole blog is not repeated in each post', async () => {
  const site = { '_config.yml': 'author: Ada\n' }
  const post = await postFrom('_posts/2016-05-01-tea.md', '---\nauthor: Ada\n---\nWarm.', site)
  expect(post.author).toBeUndefined()
})

test.each([
  ['content/posts/tea.fr.md', 'fr'],
  ['content/posts/tea/index.pt-br.md', 'pt-br'],
  ['content/fr/posts/tea.md', 'fr'],
  ['content/posts/tea.js.md', undefined],
])("Hugo's %s is in the language %s", async (name, language) => {
  const site = { 'hugo.toml': '[languages.en]\nweight = 1\n[languages.fr]\n[languages.pt-br]\n' }
  const post = await postFrom(name, 'Chaud.', site)
  expect(post.language).toBe(language)
})

test("Docusaurus' translations are in the language of their folder", async () => {
  const name = 'i18n/fr/docusaurus-plugin-content-blog/2016-05-01-tea.md'
  expect(await postFrom(name, 'Chaud.', docusaurus)).toMatchObject({ kind: 'post', language: 'fr' })
})

test.each([
  ['content/posts/tea/index.md', 'image: cup.png', hugo, 'content/posts/tea/cup.png', 'cup.png'],
  [
    'blog/tea.md',
    'image: "@site/static/img/cup.png"',
    docusaurus,
    'static/img/cup.png',
    '/img/cup.png',
  ],
  [
    'src/content/blog/tea.md',
    'image: "@/assets/cup.png"',
    astro,
    'src/assets/cup.png',
    '../../assets/cup.png',
  ],
  [
    'src/content/blog/tea.md',
    'image: ~/assets/cup.png',
    astro,
    'src/assets/cup.png',
    '../../assets/cup.png',
  ],
])('the picture of %s that says %j is found', async (name, yaml, site, file, image) => {
  const post = await postFrom(name, `---\n${yaml}\n---\nWarm.`, { ...site, [file]: '' })
  expect(post.image).toBe(image)
})

test("Jekyll's defaults are said by all texts in their scope", async () => {
  const config = [
    'defaults:',
    '  - scope: { path: "", type: posts }',
    '    values: { author: Ada, image: /cup.png }',
    '  - scope: { path: "_posts/rain" }',
    '    values: { author: Bo }',
  ].join('\n')
  const site = { '_config.yml': config }
  expect(await postFrom('_posts/2016-05-01-tea.md', 'Warm.', site)).toMatchObject({ author: 'Ada' })
  expect(
    await postFrom('_posts/rain/2016-05-01-x.md', '---\nimage: /a.png\n---\nWet.', site),
  ).toMatchObject({
    author: 'Bo',
    image: '/a.png',
  })
  expect(await postFrom('tea.md', 'Warm.', site)).toMatchObject({ kind: 'page', author: undefined })
})

test('an MDX text may say its fields in JavaScript', async () => {
  const mdx =
    "import { Cup } from './cup'\n\nexport const meta = {\n  title: 'Tea',\n  date: '2016-05-01',\n  tags: ['a', 'b'],\n}\n\nWarm."
  expect(await postFrom('posts/tea.mdx', mdx)).toMatchObject({
    title: 'Tea',
    date: '2016-05-01',
    tags: ['a', 'b'],
    text: 'Warm.',
  })
})
