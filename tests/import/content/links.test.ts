import { describe, expect, test } from 'vitest'
import { aliasPath } from '../../../src/core/addresses.ts'
import { contentOf, feedOf } from '../read-import.ts'

const home = 'http://notes.blogspot.com'
const blogger = (html: string, more = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><id>tag:blogger.com,1999:blog-7</id><title>Notes</title><link rel="alternate" type="text/html" href="${home}/"/>
  <entry><id>tag:blogger.com,1999:blog-7.post-1</id><title>Tea</title><content type="html"><![CDATA[${html}]]></content><link rel="alternate" type="text/html" href="${home}/2010/05/tea.html"/></entry>
  <entry><id>tag:blogger.com,1999:blog-7.post-2</id><category scheme="http://www.blogger.com/atom/ns#" term="Hot drinks"/><title>Rain</title><content>x</content><link rel="alternate" type="text/html" href="${home}/2010/06/rain.html"/></entry>
  <entry><id>tag:blogger.com,1999:blog-7.page-3</id><title>About</title><content>x</content><link rel="alternate" type="text/html" href="${home}/p/about.html"/></entry>
  <entry><id>tag:blogger.com,1999:blog-7.post-44</id><content>Nice.</content><thr:in-reply-to ref="tag:blogger.com,1999:blog-7.post-2"/></entry>${more}</feed>`

/** Where a link of an imported post leads. */
async function linkIn(text: string, file = 'posts/tea.html'): Promise<string | undefined> {
  const { texts } = await contentOf({ source: text })
  return /href="([^"]*)"/.exec(texts[file] ?? '')?.[1]
}

test.each([
  ['http://notes.blogspot.com/2010/06/rain.html', '/posts/rain/'],
  ['https://notes.blogspot.com/2010/06/rain.html?m=1', '/posts/rain/'],
  ['https://www.notes.blogspot.com/2010/06/Rain.html', '/posts/rain/'],
  ['http://notes.blogspot.co.uk/2010/06/rain.html', '/posts/rain/'],
  ['//notes.blogspot.com/2010/06/rain.html', '/posts/rain/'],
  ['/2010/06/rain.html', '/posts/rain/'],
  ['../06/rain.html', '/posts/rain/'],
  ['http://notes.blogspot.com/2010/06/rain.html#more', '/posts/rain/'],
  ['http://notes.blogspot.com/2010/06/rain.html#part', '/posts/rain/#part'],
  [
    'http://notes.blogspot.com/2010/06/rain.html?showComment=1#c44',
    '/posts/rain/#c-tag:blogger.com,1999:blog-7.post-44',
  ],
  ['http://notes.blogspot.com/p/about.html', '/about/'],
  ['http://notes.blogspot.com', '/'],
  ['http://notes.blogspot.com/search/label/Hot%20drinks', '/tags/Hot%20drinks/'],
])('the link %s leads to %s', async (href, path) => {
  expect(await linkIn(blogger(`<a href="${href}">x</a>`))).toBe(path)
})

test.each([
  ['http://others.blogspot.com/2010/06/rain.html'],
  ['https://example.org/2010/06/rain.html'],
  ['http://notes.blogspot.com/search/label/Cold'],
  ['#fn1'],
  ['mailto:bo@example.org'],
])('the link %s stays as it is', async (href) => {
  expect(await linkIn(blogger(`<a href="${href}">x</a>`))).toBe(href)
})

test('a link to an old address leads to its post at once, though the post names another host', async () => {
  const { texts } = await contentOf({
    source: feedOf(
      [
        { id: '1', title: 'Tea', url: 'https://mirror.example/tea', content_text: 'Warm.' },
        { id: '2', content_html: '<a href="https://notes.example/tea">x</a>' },
      ],
      { home_page_url: 'https://notes.example/' },
    ),
  })
  expect(Object.values(texts)[1]).toContain('href="/posts/tea/"')
})

test('a relative link to what was not imported gets its whole address', async () => {
  expect(await linkIn(blogger('<a href="/files/tea.pdf">x</a>'))).toBe(`${home}/files/tea.pdf`)
})

test('a picture with a relative address gets its whole address', async () => {
  const { texts } = await contentOf({ source: blogger('<p><img src="/cup.png" alt="Cup"></p>') })
  expect(texts['posts/tea.html']).toContain(`src="${home}/cup.png"`)
})

const takeout = (html: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:blogger="http://schemas.google.com/blogger/2018"><id>tag:blogger.com,1999:blog-7</id>
  <entry><id>tag:blogger.com,1999:blog-7.post-1</id><title>Tea</title><content type="html"><![CDATA[${html}]]></content><blogger:filename>/2010/05/tea.html</blogger:filename></entry>
  <entry><id>tag:blogger.com,1999:blog-7.post-2</id><title>Rain</title><content>x</content><blogger:filename>/2010/06/rain.html</blogger:filename></entry>
  <entry><id>tag:blogger.com,1999:blog-7.page-3</id><blogger:type>PAGE</blogger:type><title>About</title><content>x</content><blogger:filename>/p/about.html</blogger:filename></entry></feed>`

test("Takeout does not say where the blog stood: links to its posts' paths tell", async () => {
  const other = '<a href="https://other.example/p/about.html">x</a>'
  const own = '<a href="https://notes.example/2010/06/rain.html">x</a>'
  expect(await linkIn(takeout(own))).toBe('/posts/rain/')
  expect(await linkIn(takeout(other + own))).toBe('https://other.example/p/about.html')
  expect(await linkIn(takeout(`<a href="https://notes.example/p/about.html">x</a>${own}`))).toBe(
    '/about/',
  )
})

const wordpress = (html: string) =>
  `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><link>https://example.org/blog</link><wp:base_blog_url>https://example.org/blog</wp:base_blog_url>
  <wp:category><wp:category_nicename>hot</wp:category_nicename><wp:cat_name>Hot drinks</wp:cat_name></wp:category>
  <item><title>Tea</title><link>https://example.org/blog/2016/tea/</link><guid>https://example.org/blog/?p=1</guid><wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[${html}]]></content:encoded></item>
  <item><title>Rain</title><link>https://example.org/blog/2016/rain/</link><wp:post_id>2</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><category domain="category" nicename="hot">Hot drinks</category><content:encoded>x</content:encoded></item></channel></rss>`

test.each([
  ['https://example.org/blog/?p=2', '/posts/rain/'],
  ['/blog/2016/rain', '/posts/rain/'],
  ['https://example.org/blog/2016/rain/#more-2', '/posts/rain/'],
  ['https://example.org/blog/', '/'],
])("WordPress's address %s leads to %s", async (href, path) => {
  expect(await linkIn(wordpress(`<a href="${href}">x</a>`))).toBe(path)
})

test('every old path of a post is kept alive, the short ones with a query too', async () => {
  const { content } = await contentOf({ source: wordpress('x') })
  expect(content.posts.map(({ aliases }) => aliases)).toEqual([
    ['/blog/2016/tea/', '/blog/?p=1'],
    ['/blog/2016/rain/', '/blog/?p=2'],
  ])
})

test('an address that was one post’s and is another’s now leads to that', async () => {
  const former = `<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>rain</wp:meta_value></wp:postmeta>`
  const source = wordpress('<a href="https://example.org/blog/2016/rain/">x</a>').replace(
    '<wp:post_id>1</wp:post_id>',
    `<wp:post_id>1</wp:post_id><wp:post_name>tea</wp:post_name>${former}`,
  )
  const { content } = await contentOf({ source })
  expect(content.posts.map(({ aliases }) => aliases)).toEqual([
    ['/blog/2016/tea/', '/blog/?p=1'],
    ['/blog/2016/rain/', '/blog/?p=2'],
  ])
  expect(await linkIn(source)).toBe('/posts/rain/')
  const hidden = source.replace(/publish(?!.*publish)/s, 'private')
  expect(await linkIn(hidden)).toBe('/posts/tea/')
})

test('no new address is one that something else of the source stood at', async () => {
  const { content } = await contentOf({
    source: feedOf([
      { id: '1', title: 'A note', url: 'https://example.org/notes/two/' },
      { id: '2', title: 'A post', url: 'https://example.org/posts/two/' },
    ]),
  })
  expect(content.posts.map(({ file, aliases }) => [file, aliases])).toEqual([
    ['posts/two-2.html', ['/notes/two/']],
    ['posts/two.html', []],
  ])
})

test('a draft, which nobody found anywhere, keeps nothing from others', async () => {
  const item = (title: string, status: string, path: string) =>
    `<item><title>${title}</title><link>https://example.org${path}</link><wp:post_type>post</wp:post_type><wp:status>${status}</wp:status><content:encoded>x</content:encoded></item>`
  const { content } = await contentOf({
    source: `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><link>https://example.org</link>${item('Tea', 'publish', '/blog/tea/')}${item('Not yet', 'draft', '/posts/tea/')}${item('Rain', 'draft', '/archive/')}</channel></rss>`,
  })
  expect(content.posts.map(({ file, lost }) => [file, lost])).toEqual([
    ['posts/tea.html', []],
    ['posts/tea-2.html', []],
    ['posts/archive.html', []],
  ])
})

test('what stood where this blog has something of its own is told of', async () => {
  const { content } = await contentOf({
    source: feedOf([
      { id: '1', title: 'Old things', url: 'https://example.org/archive/' },
      { id: '2', title: 'Tea', url: 'https://example.org/posts/tea/' },
      { id: '3', title: 'Home', url: 'https://example.org/' },
    ]),
  })
  expect(content.posts.map(({ lost }) => lost)).toEqual([['/archive/'], [], []])
})

test('what stood below an address that is a file here is told of', async () => {
  const { content } = await contentOf({
    source: feedOf([
      { id: '1', title: 'Two', url: 'https://example.org/tea.html/two' },
      { id: '2', title: 'Tea', url: 'https://example.org/tea.html' },
      { id: '3', title: 'Rain', url: 'https://example.org/rain.html/' },
    ]),
  })
  expect(content.posts.map(({ aliases, lost }) => [aliases, lost])).toEqual([
    [[], ['/tea.html/two']],
    [['/tea.html'], []],
    [['/rain.html/'], []],
  ])
})

test('an old address that says the post in several words of its query is kept alive', async () => {
  const url = 'https://example.org/index.php?option=tea&id=7&utm_source=rss'
  const { content } = await contentOf({ source: feedOf([{ id: '1', title: 'Tea', url }]) })
  expect(content.posts.map(({ aliases }) => aliases)).toEqual([['/index.php?option=tea&id=7']])
})

test("links between a feed's posts lead to their new places", async () => {
  const feed = feedOf(
    [
      {
        id: '1',
        title: 'Tea',
        url: 'https://example.org/tea',
        content_html: '<a href="rain">x</a>',
      },
      { id: '2', title: 'Rain', url: 'https://example.org/rain' },
    ],
    { home_page_url: 'https://example.org/' },
  )
  expect(await linkIn(feed)).toBe('/posts/rain/')
})

test('a page whose name belongs to the site gets another one', async () => {
  const page = `<entry><id>tag:blogger.com,1999:blog-7.page-9</id><title>Archive</title><content>x</content><link rel="alternate" type="text/html" href="${home}/p/archive.html"/></entry>`
  const { texts } = await contentOf({ source: blogger('x', page) })
  expect(Object.keys(texts)).toContain('pages/archive-page.html')
})

test('a post whose name would be that of a note on its folder gets another one', async () => {
  const feed = feedOf([{ id: '1', url: 'https://example.org/README', content_html: 'x' }])
  const { texts } = await contentOf({ source: feed })
  expect(Object.keys(texts)).toEqual(['posts/README-post.html'])
})

test('where lists of a tag stood, the settings lead to its page here', async () => {
  const { content } = await contentOf({ source: wordpress('x') })
  expect(JSON.parse(content.settings).aliases).toEqual({
    '/blog/category/hot/': '/tags/Hot%20drinks/',
  })
})

test('the old lists of a month and a year lead to the archive, from addresses and links', async () => {
  const dated = blogger(
    '<a href="http://notes.blogspot.com/2010/05/">x</a>',
    `<entry><id>tag:blogger.com,1999:blog-7.post-5</id><title>Old</title><published>2009-12-31T10:00:00Z</published><content>x</content><link rel="alternate" type="text/html" href="${home}/2009/12/old.html"/></entry>`,
  ).replace('<title>Tea</title>', '<title>Tea</title><published>2010-05-01T10:00:00Z</published>')
  const { content } = await contentOf({ source: dated })
  expect(JSON.parse(content.settings).aliases).toEqual({
    '/search/label/Hot drinks': '/tags/Hot%20drinks/',
    '/2010/': '/archive/2010/',
    '/2010/05/': '/archive/2010/',
    '/2010_05_01_archive.html': '/archive/2010/',
    '/2009/': '/archive/2009/',
    '/2009/12/': '/archive/2009/',
    '/2009_12_01_archive.html': '/archive/2009/',
  })
  expect(await linkIn(dated)).toBe('/archive/2010/')
})

test('the old list of a tag such as "C#" leads on as well', async () => {
  const entry = `<entry><id>tag:blogger.com,1999:blog-7.post-8</id><category scheme="http://www.blogger.com/atom/ns#" term="C#"/><title>Sharp</title><content>x</content></entry>`
  const { content } = await contentOf({ source: blogger('x', entry) })
  const { aliases } = JSON.parse(content.settings)
  expect(aliases['/search/label/C%23']).toBe('/tags/C%23/')
  expect(aliasPath('/search/label/C%23')).toBe('/search/label/C#')
})

test('a tag is spelled in one way, whatever the case of its letters was', async () => {
  const { texts } = await contentOf({
    'feed.json': feedOf([
      { id: '1', title: 'Tea', tags: ['Hot', 'wet'] },
      { id: '2', title: 'Rain', tags: ['hot', 'Wet', 'WET'] },
    ]),
  })
  expect(texts['posts/rain.html']).toContain('tags:\n  - Hot\n  - wet\n')
})

test.each(['https://example.org/blog/?cat=3', 'https://example.org/blog/?s=tea'])(
  'the address %s is not that of the first page',
  async (href) => {
    expect(await linkIn(wordpress(`<a href="${href}">x</a>`))).toBe(href)
  },
)

test('an old list of a tag that stood where its page is here needs no alias', async () => {
  const { content } = await contentOf({
    'hugo.toml': 'baseURL = "https://example.org/"',
    'content/posts/tea.md': '---\ntitle: Tea\ndate: 2020-01-01\ntags: [Go]\n---\nWarm.',
  })
  expect(JSON.parse(content.settings).aliases).toEqual({ '/categories/go/': '/tags/Go/' })
})

test.each(['😀', '&', '..', '?'])('the tag "%s" had no list at an address', async (tag) => {
  const { content } = await contentOf({
    'hugo.toml': 'baseURL = "https://example.org/"',
    'content/posts/tea.md': `---\ntitle: Tea\ndate: 2020-01-01\ntags: ["${tag}"]\n---\nWarm.`,
  })
  expect(JSON.parse(content.settings).aliases).toBeUndefined()
})

test('a tag with a sign that addresses use had its list all the same', async () => {
  const { content } = await contentOf({
    '_config.yml': 'url: https://example.org\n',
    'scaffolds/post.md': '',
    'source/_posts/tea.md': '---\ntitle: Tea\ndate: 2020-01-01\ntags: ["C#", "?"]\n---\nWarm.',
  })
  expect(JSON.parse(content.settings).aliases).toEqual({ '/categories/C%23/': '/tags/C%23/' })
})

test('a page was on no list of a tag or a year', async () => {
  const page = `<item><title>About</title><link>https://example.org/2017/05/01/about/</link><wp:post_type>page</wp:post_type><wp:status>publish</wp:status><wp:post_date_gmt>2017-05-01 08:00:00</wp:post_date_gmt><category domain="post_tag" nicename="us">Us</category><content:encoded>x</content:encoded></item>`
  const { content } = await contentOf({
    source: `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><link>https://example.org</link>${page}</channel></rss>`,
  })
  expect(JSON.parse(content.settings).aliases).toBeUndefined()
})

describe.each(['', 'site/'])('a site that lies in the folder "%s" of the source', (folder) => {
  const bodyOf = async (body: string, settings = '') => {
    const { texts } = await contentOf({
      'notes.txt': '',
      [`${folder}_config.yml`]: `url: https://example.org\n${settings}`,
      [`${folder}_posts/2016-05-01-tea.md`]: body,
      [`${folder}assets/tea/1.png`]: '1',
      [`${folder}assets/rain/1.png`]: '2',
      [`${folder}assets/logo.png`]: '3',
      [`${folder}files/tea.pdf`]: '4',
    })
    return texts['posts/tea.md']?.replace(/^---.*---\n/s, '').trim()
  }

  test('finds its own files, of two with one name as well', async () => {
    expect(await bodyOf('![Cup](/assets/tea/1.png) [on tea](/files/tea.pdf)')).toBe(
      '![Cup](/media/tea/1.png) [on tea](/media/tea/tea.pdf)',
    )
  })

  test.each([
    ['{{ site.baseurl }}/files/tea.pdf', 'baseurl: /b'],
    ["{{ '/files/tea.pdf' | relative_url }}", 'baseurl: /b'],
    ["{{ '/files/tea.pdf' | absolute_url }}", 'baseurl: /b'],
    ['https://example.org/files/tea.pdf', ''],
  ])('finds what it calls %s', async (written, settings) => {
    expect(await bodyOf(`[x](${written})`, settings)).toBe('[x](/media/tea/tea.pdf)')
  })

  test('keeps the place in it that a link names', async () => {
    expect(await bodyOf('[x](/files/tea.pdf#page=2)')).toBe('[x](/media/tea/tea.pdf#page=2)')
  })

  test('takes no small picture for the large one that a link leads to', async () => {
    const link = '[x](https://example.org/large/logo.png)'
    expect(await bodyOf(link)).toBe(link)
  })

  test("shows another site's picture from there, though its own has that name", async () => {
    const picture = '![x](https://elsewhere.example/partner/logo.png)'
    expect(await bodyOf(picture)).toBe(picture)
  })
})

test.each([
  ['_config.yml', '_posts/2016-05-01-tea.md', 'img/cup.png', 'assets/img/cup.png'],
  ['hugo.toml', 'content/posts/tea.md', 'img/cup.png', 'static/img/cup.png'],
  ['_config.yml', 'source/_posts/tea.md', 'cup.png', 'source/_posts/tea/cup.png'],
])('beside %s, the picture that %s calls %s is %s', async (settings, file, written, picture) => {
  const { texts } = await contentOf({
    [settings]: '',
    [file]: `---\ntitle: Tea\nimage: ${written}\n---\n![x](${written})`,
    [picture]: '',
  })
  expect(texts['posts/tea.md']).toContain('![x](/media/tea/cup.png)')
  expect(texts['posts/tea.md']).toContain('image: /media/tea/cup.png')
})
