import { expect, test } from 'vitest'
import { type Files, readFiles } from './read-files.ts'

const post = 'Warm.'
const all = {
  title: 'Notes',
  description: 'On tea',
  language: 'en-GB',
  author: 'Ada',
  home: 'https://example.org/',
}

test.each<[string, Files, object]>([
  [
    'Jekyll',
    {
      '_config.yml':
        'title: Notes\ndescription: On tea\nlang: en_GB\nauthor:\n  name: Ada\nurl: https://example.org\n',
      '_posts/2016-05-01-tea.md': post,
    },
    all,
  ],
  [
    'Jekyll under a path',
    {
      '_config.yml': 'name: Notes\nurl: https://example.org/\nbaseurl: /blog\nauthor: Ada\n',
      '_posts/2016-05-01-tea.md': post,
    },
    { title: 'Notes', home: 'https://example.org/blog/', author: 'Ada' },
  ],
  [
    'Jekyll with its host in a file',
    { '_config.yml': 'title: Notes\n', CNAME: 'example.org\n', '_posts/2016-05-01-tea.md': post },
    { home: 'https://example.org/' },
  ],
  [
    'Jekyll that was only tried out',
    { '_config.yml': 'url: http://localhost:4000\n', '_posts/2016-05-01-tea.md': post },
    { home: undefined },
  ],
  [
    'Hugo',
    {
      'hugo.toml':
        'title = "Notes"\nbaseURL = "https://example.org"\nlanguageCode = "en-GB"\n[params]\ndescription = "On tea"\n[params.author]\nname = "Ada"\n',
      'content/posts/tea.md': post,
    },
    all,
  ],
  [
    'Hugo in YAML',
    {
      'config.yaml':
        'title: Notes\nbaseURL: https://example.org/\nlanguageCode: en-GB\nauthor: { name: Ada }\nparams: { description: On tea }\n',
      'content/posts/tea.md': post,
    },
    all,
  ],
  [
    'Hugo in parts',
    {
      'config/_default/hugo.toml':
        'baseURL = "https://example.org/"\ndefaultContentLanguage = "en"\n',
      'config/_default/languages.toml': '[en]\ntitle = "Notes"\nlanguageCode = "en-GB"\n',
      'config/_default/params.toml': 'description = "On tea"\nauthor = "Ada"\n',
      'content/posts/tea.md': post,
    },
    all,
  ],
  [
    'Hexo',
    {
      '_config.yml':
        'title: Notes\nsubtitle: On tea\ndescription:\nauthor: Ada\nlanguage: en-GB\nurl: https://example.org\nroot: /\n',
      'scaffolds/post.md': '',
      'source/_posts/tea.md': post,
    },
    all,
  ],
  [
    'Docusaurus in a folder of a project',
    {
      'site/docusaurus.config.js':
        "module.exports = {\n  title: 'Notes',\n  tagline: \"On tea\",\n  url: 'https://example.org',\n  baseUrl: '/',\n  i18n: { defaultLocale: 'en-GB' },\n}",
      'site/blog/2016-05-01-tea.md': post,
    },
    { ...all, author: undefined },
  ],
  [
    'Astro',
    {
      'astro.config.mjs': "export default defineConfig({ site: 'https://example.org' })",
      'src/consts.ts':
        "export const SITE_TITLE = 'Notes'\nexport const SITE_DESCRIPTION: string = 'On tea'",
      'src/content/blog/tea.md': post,
    },
    { title: 'Notes', description: 'On tea', home: 'https://example.org/' },
  ],
  [
    'Eleventy',
    {
      '.eleventy.js': '',
      '_data/metadata.json':
        '{"title": "Notes", "description": "On tea", "language": "en-GB", "url": "https://example.org/", "author": {"name": "Ada"}}',
      'posts/tea.md': post,
    },
    all,
  ],
  [
    'Eleventy with data in a script',
    {
      'eleventy.config.js': 'export const config = { dir: { input: "content" } }',
      'content/_data/metadata.js': 'export default { title: "Notes", url: "https://example.org/" }',
      'content/blog/tea.md': post,
    },
    { title: 'Notes', home: 'https://example.org/' },
  ],
  ['a folder', { 'posts/tea.md': post, 'package.json': '{"name": "notes"}' }, { title: undefined }],
])('the settings of %s are read', async (_, files, settings) => {
  const { blog, entries } = await readFiles(files)
  expect(blog).toMatchObject({ ...settings, notes: [] })
  expect(entries.filter(({ kind }) => kind === 'post')).toHaveLength(1)
})

test('a file of data that can not be read is said, too', async () => {
  const { blog } = await readFiles({ '.eleventy.js': '', '_data/site.json': '{ "title": "No' })
  expect(blog.notes).toEqual([expect.stringContaining('_data/site.json could not be read')])
})

test('settings that can not be read are said, and the posts are read all the same', async () => {
  const { blog, entries } = await readFiles({
    '_config.yml': 'title: [Notes\n',
    '_posts/2016-05-01-tea.md': post,
  })
  expect(blog.notes).toEqual([expect.stringContaining('_config.yml could not be read')])
  expect(entries).toMatchObject([{ kind: 'post' }])
})

test("the settings of a theme are none of the site's", async () => {
  const { blog } = await readFiles({
    'themes/cup/config.toml': 'title = "Theme"\n',
    'themes/cup/content/posts/x.md': '',
    'content/posts/tea.md': post,
  })
  expect(blog.title).toBeUndefined()
})
