import { expect, test } from 'vitest'
import { readMarkdownSite } from '../../../src/import/markdown/read-markdown-site.ts'
import { isMarkdownSite } from '../../../src/import/markdown/site-files.ts'
import {
  astro,
  docusaurus,
  eleventy,
  type Files,
  hexo,
  hugo,
  jekyll,
  readFiles,
} from './read-files.ts'

async function kindOf(name: string, text: string, site: Files = {}): Promise<string | undefined> {
  const { entries } = await readFiles({ 'z/zz/other.md': 'Other.', ...site, [name]: text })
  return entries.find(
    (entry) => ('file' in entry ? entry.file : 'name' in entry && entry.name) === name,
  )?.kind
}
const dated = '---\ndate: 2016-05-01\n---\nWarm.'

test.each<[string, string, Files?]>([
  ['tea.md', 'Warm.'],
  ['notes/tea.markdown', 'Warm.'],
  ['writing/tea.mkd', 'Warm.'],
  ['tea.mdx', 'Warm.'],
  ['recipes/tea.md', 'Warm.'],
  ['about.md', '---\nlayout: post\n---\nWarm.'],
  ['pages/tea.md', dated],
  ['public/tea/index.md', dated],
  ['README.md', dated],
  ['readme-driven.md', 'Warm.'],
  ['support.md', 'Warm.'],
  ['_posts/2016-05-01-tea.md', 'Warm.', jekyll],
  ['hot/_posts/2016-05-01-tea.md', 'Warm.', jekyll],
  ['_posts/2016-05-01-tea.html', '---\ntitle: Tea\n---\n<p>Warm.</p>', jekyll],
  ['_posts/2016-05-01-tea.html', '---\n---\n<p>Warm.</p>', jekyll],
  ['tea.html', '---\ntitle: Tea\n---\n<p>Warm.</p>'],
  ['content/posts/tea.md', 'Warm.', hugo],
  ['content/posts/tea/index.md', 'Warm.', hugo],
  ['content/recipes/tea.md', 'Warm.', hugo],
  ['content/posts/themes/tea.md', 'Warm.', hugo],
  ['source/_posts/tea.md', 'Warm.', hexo],
  ['source/_drafts/tea.md', 'Warm.', hexo],
  ['blog/2016-05-01-tea.md', 'Warm.', docusaurus],
  ['src/content/blog/tea.md', 'Warm.', astro],
  ['src/pages/posts/tea.md', 'Warm.', astro],
  ['posts/tea.md', 'Warm.', eleventy],
])('%s with %j is a post', async (name, text, site) => {
  expect(await kindOf(name, text, site)).toBe('post')
})

test.each<[string, string, Files?]>([
  ['about.md', 'Me.'],
  ['contact.md', 'Me.'],
  ['pages/tea.md', 'Warm.'],
  ['tea.md', '---\nlayout: page\n---\nWarm.'],
  ['tea.md', '---\ntype: page\ndate: 2016-05-01\n---\nWarm.'],
  ['about.md', 'Me.', jekyll],
  ['_pages/tea.md', 'Warm.', jekyll],
  ['more/tea.md', 'Warm.', jekyll],
  ['about.html', '---\nlayout: page\ntitle: About\n---\n<p>Me.</p>', jekyll],
  ['me.html', '---\nlayout: page\n---\n<a href="{{ site.baseurl }}/">Home</a>', jekyll],
  ['_recipes/tea.md', 'Warm.', { '_config.yml': 'collections:\n  recipes:\n    output: true\n' }],
  ['content/about.md', dated, hugo],
  ['content/tea.md', 'Warm.', hugo],
  ['content/about/index.md', 'Me.', hugo],
  ['content/about/_index.md', 'Me.', hugo],
  ['content/legal/privacy/_index.de.md', 'Nichts.', hugo],
  ['source/about/index.md', 'Me.', hexo],
  ['src/pages/about.md', 'Me.', docusaurus],
  ['src/pages/about.md', 'Me.', astro],
  ['src/content/pages/about.md', 'Me.', astro],
  ['about/index.md', 'Me.', eleventy],
])('%s with %j is a page', async (name, text, site) => {
  expect(await kindOf(name, text, site)).toBe('page')
})

test.each<[string, string, Files?]>([
  ['README.md', 'On the source.'],
  ['posts/readme.fr.md', 'On the source.'],
  ['LICENSE.md', 'MIT'],
  ['CHANGELOG.md', '1.0'],
  ['CONTRIBUTING.md', 'Thanks.'],
  ['CODE_OF_CONDUCT.md', 'Be kind.'],
  ['.github/pull_request_template.md', 'What?'],
  ['404.md', 'Gone.'],
  ['index.md', 'Welcome.'],
  ['posts/index.md', 'All posts.'],
  ['index.md', '---\nlayout: home\n---\n'],
  ['archive.md', '---\nlayout: archives\n---\n'],
  ['tea.md', '---\nredirect_to: /rain\n---\n'],
  ['node_modules/a/tea.md', 'Warm.'],
  ['_includes/tea.md', 'Warm.', jekyll],
  ['_layouts/tea.md', 'Warm.', jekyll],
  ['_site/tea.md', 'Warm.', jekyll],
  ['_secret/tea.md', 'Warm.', jekyll],
  ['vendor/tea.md', 'Warm.', jekyll],
  ['content/_index.md', 'Welcome.', hugo],
  ['content/tags/_index.md', 'All tags.', hugo],
  ['content/tags/tea/_index.md', 'On tea.', hugo],
  ['content/series/_index.md', 'All.', { 'hugo.toml': '[taxonomies]\nseries = "series"\n' }],
  ['content/empty/_index.md', '---\ntitle: Empty\n---\n', hugo],
  ['content/trips/_index.md', 'All trips.', { ...hugo, 'content/trips/rome.md': 'Far.' }],
  ['content/posts/_index.fr.md', 'Tout.', hugo],
  ['archetypes/default.md', 'Warm.', hugo],
  ['layouts/tea.md', 'Warm.', hugo],
  ['themes/cup/content/tea.md', 'Warm.', hugo],
  ['public/tea.md', 'Warm.', hugo],
  ['notes/tea.md', 'Warm.', { ...hugo, 'content/posts/rain.md': 'Wet.' }],
  ['content/posts/tea/part.md', 'Warm.', { ...hugo, 'content/posts/tea/index.md': 'Tea.' }],
  ['scaffolds/draft.md', 'Warm.', hexo],
  ['source/tags/index.md', '---\ntype: tags\n---\n', hexo],
  ['docs/intro.md', 'Install.', docusaurus],
  ['posts/tea.md', ''],
  ['posts/tea.md', '---\ndate: 2016-05-01\n---\n\n'],
])('%s with %j is skipped', async (name, text, site) => {
  expect(await kindOf(name, text, site)).toBe('skipped')
})

test.each<[string, string, Files?]>([
  ['index.html', '---\nlayout: home\n---\n{% for post in posts %}{% endfor %}', jekyll],
  ['_posts/tea.html', '<p>Warm.</p>', jekyll],
  ['_layouts/post.html', '---\nlayout: default\n---\n{{ content }}', jekyll],
  ['list.html', '---\ntitle: All posts\n---\n{{ content }}'],
  ['tea.html', '---\ntitle: Tea\n---\n<p>Warm.</p>', jekyll],
  ['posts/cup.png', ''],
  ['docs/tea.org', 'Warm.'],
])('%s is no text, and is not spoken of', async (name, text, site) => {
  expect(await kindOf(name, text, site)).toBeUndefined()
})

test('a post in a markup that is not read fails, and is not lost in silence', async () => {
  const { entries } = await readFiles({ ...jekyll, '_posts/2016-05-01-tea.textile': 'h1. Tea' })
  expect(entries).toEqual([
    {
      kind: 'failed',
      name: '_posts/2016-05-01-tea.textile',
      reason: 'found a text in another markup (.textile), expected Markdown or HTML',
    },
  ])
})

test('each Markdown file gives one entry, in the order of the source', async () => {
  const names = ['b.md', 'README.md', 'posts/a.mdx', '_includes/c.md', 'd.md']
  const { entries } = await readFiles(Object.fromEntries(names.map((name) => [name, 'Text.'])))
  expect(
    entries.map((entry) => ('file' in entry ? entry.file : 'name' in entry && entry.name)),
  ).toEqual(names)
})

test('a file that can not be read fails alone', async () => {
  const kinds: string[] = []
  const reading = readMarkdownSite({
    names: ['posts/a.md', 'posts/b.md'],
    text: async (name) => {
      if (name === 'posts/a.md') throw new Error('no such file')
      return 'Warm.'
    },
  })
  for await (const entry of reading) kinds.push(entry.kind)
  expect(kinds).toEqual(['failed', 'post'])
})

test.each([
  [['posts/tea.md'], true],
  [['a.mdx', 'package.json'], true],
  [['README.md', 'LICENSE.md', 'src/index.ts'], false],
  [['.github/template.md'], false],
  [['index.html'], false],
])('whether %j are a site of Markdown: %s', (names, expected) => {
  expect(isMarkdownSite(names)).toBe(expected)
})

test('a file of bytes is no post, whatever it is called', async () => {
  const { entries } = await readFiles({ 'posts/tea.md': 'PK\u0003\u0004\0\0' })
  expect(entries).toEqual([
    {
      kind: 'failed',
      name: 'posts/tea.md',
      reason: 'found bytes that are no text, expected Markdown',
    },
  ])
})
