import { expect, test } from 'vitest'
import {
  astro,
  docusaurus,
  eleventy,
  type Files,
  hexo,
  hugo,
  jekyll,
  postFrom,
  readFiles,
} from './read-files.ts'

const addressesOf = async (name: string, yaml: string, site?: Files) =>
  (await postFrom(name, `---\n${yaml}\n---\nWarm.`, site)).addresses
const config = (yaml: string): Files => ({ '_config.yml': yaml })
const toml = (text: string): Files => ({ 'hugo.toml': text })
const jekyllPost = '_posts/2016-05-01-Slow-tea.md'

test.each<[string, string, Files, string[]]>([
  [jekyllPost, 'title: x', jekyll, ['/2016/05/01/Slow-tea.html']],
  [jekyllPost, 'categories: Hot drinks', jekyll, ['/hot/drinks/2016/05/01/Slow-tea.html']],
  ['hot/_posts/2016-05-01-tea.md', 'category: b', jekyll, ['/hot/b/2016/05/01/tea.html']],
  [jekyllPost, 'date: 2016-06-02', jekyll, ['/2016/06/02/Slow-tea.html']],
  [
    jekyllPost,
    'date: 2016-05-01 23:00:00 -0500',
    jekyll,
    ['/2016/05/01/Slow-tea.html', '/2016/05/02/Slow-tea.html'],
  ],
  [jekyllPost, 'slug: warm', jekyll, ['/2016/05/01/warm.html']],
  [jekyllPost, 'title: x', config('permalink: pretty'), ['/2016/05/01/Slow-tea/']],
  [jekyllPost, 'title: x', config('permalink: ordinal'), ['/2016/122/Slow-tea.html']],
  [jekyllPost, 'title: x', config('permalink: weekdate'), ['/2016/W17/Sun/Slow-tea.html']],
  [jekyllPost, 'title: x', config('permalink: none'), ['/Slow-tea.html']],
  [jekyllPost, 'title: x', config('permalink: /:title/'), ['/Slow-tea/']],
  [
    jekyllPost,
    'title: x',
    config('permalink: /b/:year/:i_month/:i_day/:slug'),
    ['/b/2016/5/1/slow-tea'],
  ],
  [
    jekyllPost,
    'title: x',
    config('permalink: /:short_year/:long_month/:title:output_ext'),
    ['/16/May/Slow-tea.html'],
  ],
  [jekyllPost, 'permalink: /tea/', jekyll, ['/tea/']],
  [jekyllPost, 'permalink: /:year/tea.html', jekyll, ['/2016/tea.html']],
  [jekyllPost, 'permalink: pretty', jekyll, ['/2016/05/01/Slow-tea/']],
  [jekyllPost, 'permalink: https://example.org/tea', jekyll, ['https://example.org/tea']],
  ['_posts/2016-05-01-工.md', 'title: x', jekyll, ['/2016/05/01/工.html']],
  ['_drafts/tea.md', 'title: x', jekyll, []],
  ['about.md', 'layout: page', jekyll, ['/about.html']],
  ['about.md', 'layout: page', config('permalink: pretty'), ['/about/']],
  ['more/index.md', 'layout: page', jekyll, ['/more/']],
  [
    '_recipes/tea.md',
    'title: x',
    config('collections: { recipes: { output: true } }'),
    ['/recipes/tea.html'],
  ],
  [
    '_recipes/tea.md',
    'title: x',
    config('collections: { recipes: { permalink: "/r/:name/" } }'),
    ['/r/tea/'],
  ],
])('Jekyll: %s with %j stood at %j %j', async (name, yaml, site, addresses) => {
  expect(await addressesOf(name, yaml, site)).toEqual(addresses)
})

test.each<[string, string, Files, string[]]>([
  ['content/posts/Slow-Tea.md', 'title: x', hugo, ['/posts/slow-tea/']],
  ['content/posts/2016-05-01-tea.md', 'title: x', hugo, ['/posts/2016-05-01-tea/']],
  [
    'content/posts/2016-05-01-tea.md',
    'title: x',
    toml('[frontmatter]\ndate = [":filename"]'),
    ['/posts/tea/'],
  ],
  ['content/posts/tea/index.md', 'title: x', hugo, ['/posts/tea/']],
  ['content/posts/hot/tea.md', 'slug: Warm Tea', hugo, ['/posts/hot/warm-tea/']],
  ['content/about.md', 'title: x', hugo, ['/about/']],
  ['content/posts/tea.md', 'url: /warm/tea.html', hugo, ['/warm/tea.html']],
  ['content/posts/tea.md', 'url: warm/', hugo, ['/warm/']],
  [
    'content/posts/tea.md',
    'date: 2016-05-01',
    toml('[permalinks]\nposts = "/:year/:month/:filename/"'),
    ['/2016/05/tea/'],
  ],
  [
    'content/posts/tea.md',
    'title: Slow tea!\ndate: 2016-05-01',
    toml('[permalinks.page]\nposts = "/:section/:day/:slug"'),
    ['/posts/01/slow-tea/'],
  ],
  ['content/posts/tea.md', 'title: x', toml('[permalinks]\nposts = "/:year/:slug/"'), []],
  [
    'content/posts/hot/tea.md',
    'title: x',
    toml('[permalinks]\nposts = "/:sections/:contentbasename/"'),
    ['/posts/hot/tea/'],
  ],
  ['content/posts/tea.md', 'title: x', toml('uglyURLs = true'), ['/posts/tea.html']],
  [
    'content/posts/tea.fr.md',
    'title: x',
    toml('defaultContentLanguage = "en"\n[languages.en]\n[languages.fr]'),
    ['/fr/posts/tea/'],
  ],
  [
    'content/posts/tea.en.md',
    'title: x',
    toml('defaultContentLanguage = "en"\n[languages.en]\n[languages.fr]'),
    ['/posts/tea/'],
  ],
  [
    'content/posts/tea.md',
    'title: x',
    toml('defaultContentLanguage = "de"\ndefaultContentLanguageInSubdir = true'),
    ['/de/posts/tea/'],
  ],
])('Hugo: %s with %j stood at %j %j', async (name, yaml, site, addresses) => {
  expect(await addressesOf(name, yaml, site)).toEqual(addresses)
})

test.each<[string, string, Files, string[]]>([
  ['source/_posts/tea.md', 'date: 2016-05-01', {}, ['/2016/05/01/tea/']],
  ['source/_posts/hot/tea.md', 'date: 2016-05-01', {}, ['/2016/05/01/hot/tea/']],
  ['source/_posts/2016-05-01-tea.md', 'title: x', {}, ['/2016/05/01/2016-05-01-tea/']],
  [
    'source/_posts/2016-05-01-tea.md',
    'title: x',
    config('new_post_name: :year-:month-:day-:title.md'),
    ['/2016/05/01/tea/'],
  ],
  [
    'source/_posts/tea.md',
    'categories: [Hot, Green tea]',
    config('permalink: :category/:title.html'),
    ['/Hot/Green-tea/tea.html'],
  ],
  [
    'source/_posts/tea.md',
    'title: x',
    config('permalink: :category/:name/'),
    ['/uncategorized/tea/'],
  ],
  [
    'source/_posts/tea.md',
    'abbrlink: 4a17b156',
    config('permalink: posts/:abbrlink/'),
    ['/posts/4a17b156/'],
  ],
  ['source/about/index.md', 'title: x', {}, ['/about/']],
])('Hexo: %s with %j stood at %j %j', async (name, yaml, site, addresses) => {
  expect(await addressesOf(name, yaml, { ...hexo, ...site })).toEqual(addresses)
})

test.each<[string, string, Files, string[]]>([
  ['blog/2016-05-01-tea.md', 'title: x', docusaurus, ['/blog/2016/05/01/tea']],
  ['blog/2016-05-01-tea/index.mdx', 'title: x', docusaurus, ['/blog/2016/05/01/tea']],
  ['blog/2016/05-01-tea.md', 'title: x', docusaurus, ['/blog/2016/05/01/tea']],
  ['blog/hot/2016-05-01-tea.md', 'title: x', docusaurus, ['/blog/hot/2016/05/01/tea']],
  ['blog/tea.md', 'date: 2016-05-01', docusaurus, ['/blog/tea']],
  ['blog/tea.md', 'slug: warm', docusaurus, ['/blog/warm']],
  ['blog/tea.md', 'slug: /warm/tea', docusaurus, ['/blog/warm/tea']],
  [
    'blog/tea.md',
    'title: x',
    { 'docusaurus.config.js': "const c = { blog: { routeBasePath: '/' } }" },
    ['/tea'],
  ],
  ['i18n/fr/docusaurus-plugin-content-blog/tea.md', 'title: x', docusaurus, ['/fr/blog/tea']],
  ['src/pages/about.md', 'title: x', docusaurus, ['/about']],
  ['src/content/blog/Slow Tea.md', 'title: x', astro, ['/blog/slow-tea/']],
  ['src/content/blog/tea/index.md', 'title: x', astro, ['/blog/tea/']],
  ['src/content/blog/tea.md', 'slug: warm/tea', astro, ['/blog/warm/tea/']],
  ['src/pages/posts/tea.md', 'title: x', astro, ['/posts/tea/']],
  ['posts/tea.md', 'title: x', eleventy, ['/posts/tea/']],
  ['posts/2016-05-01-tea.md', 'title: x', eleventy, ['/posts/tea/']],
  ['posts/tea/tea.md', 'title: x', eleventy, ['/posts/tea/']],
  [
    'content/blog/tea.md',
    'title: x',
    { 'eleventy.config.js': 'export default function () {}', 'README.md': 'How it is built' },
    ['/blog/tea/'],
  ],
  [
    'content/blog/tea.md',
    'title: x',
    { 'eleventy.config.js': 'export const config = { dir: { input: "content" } }' },
    ['/blog/tea/'],
  ],
  [
    'posts/tea.md',
    'title: Slow tea\npermalink: "/b/{{ title | slugify }}/"',
    eleventy,
    ['/b/slow-tea/'],
  ],
  ['posts/tea.md', 'permalink: "/b/{{ page.fileSlug }}/index.html"', eleventy, ['/b/tea/']],
  [
    'posts/tea.md',
    'date: 2016-05-01\npermalink: "/{{ page.date | date: \'%Y/%m\' }}/tea/"',
    eleventy,
    ['/2016/05/tea/'],
  ],
  ['posts/tea.md', 'permalink: "/{{ unknown | strange }}/"', eleventy, ['/posts/tea/']],
  [
    'posts/tea.md',
    'title: x',
    { ...eleventy, 'posts/posts.json': '{"permalink": "/b/{{ page.fileSlug }}/"}' },
    ['/b/tea/'],
  ],
  [
    'posts/tea.md',
    'title: x',
    {
      ...eleventy,
      'posts/posts.11tydata.js': "module.exports = { permalink: '/b/{{ page.fileSlug }}/' }",
    },
    ['/b/tea/'],
  ],
  ['posts/tea.md', 'permalink: false', eleventy, []],
  ['content/blog/tea/index.md', 'title: x', { 'gatsby-config.js': '' }, ['/tea/']],
  ['posts/tea.md', 'title: x', {}, []],
  ['posts/tea.md', 'permalink: /tea', {}, ['/tea']],
  ['posts/tea.md', 'path: /tea', {}, ['/tea']],
])('%s with %j stood at %j %j', async (name, yaml, site, addresses) => {
  expect(await addressesOf(name, yaml, site)).toEqual(addresses)
})

test.each<[string, Files, string[]]>([
  ['redirect_from: /a', {}, ['/a']],
  ['redirect_from: [/a, /b/]\npermalink: /c', {}, ['/c', '/a', '/b/']],
  ['aliases: [/a, https://example.net/b]', {}, ['/a', 'https://example.net/b']],
  ['alias: /a\nold_url: /b\nredirects: [/c]', {}, ['/a', '/c', '/b']],
  ['aliases: [A name, old/tea.html]', {}, ['/old/tea.html']],
])('%j is every old address', async (yaml, site, addresses) => {
  expect(await addressesOf('posts/tea.md', yaml, site)).toEqual(addresses)
})

test("Hugo's aliases may begin where the post stands", async () => {
  expect(
    await addressesOf('content/posts/tea.md', 'aliases: [old, ../older/, /oldest]', hugo),
  ).toEqual(['/posts/tea/', '/posts/old', '/older/', '/oldest'])
})

test('a site that was served under a path has it before all of its paths', async () => {
  const site = config('url: https://example.org\nbaseurl: /blog')
  expect(await addressesOf(jekyllPost, 'redirect_from: /old', site)).toEqual([
    '/blog/2016/05/01/Slow-tea.html',
    '/blog/old',
  ])
})

test('the address of what a post is about is none of its own', async () => {
  const addresses = await addressesOf(jekyllPost, 'url: https://example.net/tea', jekyll)
  expect(addresses).toEqual(['/2016/05/01/Slow-tea.html'])
  expect(await addressesOf(jekyllPost, 'canonical_url: https://example.org/tea', jekyll)).toEqual([
    '/2016/05/01/Slow-tea.html',
    'https://example.org/tea',
  ])
})

test('the lists of tags are known where their generator makes them', async () => {
  const post = { 'content/posts/tea.md': '---\ntags: [Green tea]\n---\nWarm.' }
  const { blog } = await readFiles({ ...hugo, ...post })
  expect(blog.tagAddresses).toContainEqual(['/tags/green-tea/', 'Green tea'])
})
