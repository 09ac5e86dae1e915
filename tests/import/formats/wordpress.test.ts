import { expect, test } from 'vitest'
import { disqus } from '../../../src/import/formats/disqus.ts'
import { wordpress } from '../../../src/import/formats/wordpress.ts'
import { postWith, readWith } from '../read-import.ts'

const cdata = (text: string) => `<![CDATA[${text}]]>`
const wxr = (...items: string[]) =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
   <channel><title>Notes</title><link>https://example.org</link><description>Short ones.</description><language>en-GB</language>
   <wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://example.org</wp:base_blog_url>
   <wp:author><wp:author_login>bo</wp:author_login><wp:author_email>bo@example.org</wp:author_email><wp:author_display_name>${cdata('Bo Berg')}</wp:author_display_name></wp:author>
   <wp:category><wp:category_nicename>hot-drinks</wp:category_nicename><wp:cat_name>${cdata('Hot &amp; wet')}</wp:cat_name></wp:category>
   <wp:tag><wp:tag_slug>tea</wp:tag_slug><wp:tag_name>Tea</wp:tag_name></wp:tag>
   ${items.map((item) => `<item>${item}</item>`).join('\n')}</channel></rss>`
const post = (fields: string, { type = 'post', status = 'publish' } = {}) =>
  `<title>Tea</title><wp:post_type>${type}</wp:post_type><wp:status>${status}</wp:status><content:encoded>${cdata('Warm.\n\nGood.')}</content:encoded>${fields}`
const entriesOf = async (...items: string[]) => (await readWith(wordpress, wxr(...items))).entries

test('the blog is read, and where its tags stood', async () => {
  const { blog } = await readWith(wordpress, wxr(post('')))
  expect(blog).toMatchObject({
    title: 'Notes',
    description: 'Short ones.',
    language: 'en-GB',
    home: 'https://example.org',
    tagAddresses: [
      ['https://example.org/category/hot-drinks/', 'Hot & wet'],
      ['https://example.org/tag/tea/', 'Tea'],
    ],
  })
})

test('all that an item says is kept', async () => {
  const item =
    post(`<link>https://example.org/2016/05/01/tea/</link><guid isPermaLink="false">https://example.org/?p=7</guid>
    <dc:creator>bo</dc:creator><excerpt:encoded>${cdata('On<script>brew()</script> <blockquote>tea.</blockquote>')}</excerpt:encoded>
    <wp:post_id>7</wp:post_id><wp:post_name>tea</wp:post_name>
    <wp:post_date>2016-05-01 10:00:00</wp:post_date><wp:post_date_gmt>2016-05-01 08:00:00</wp:post_date_gmt>
    <wp:post_modified>2016-06-01 10:00:00</wp:post_modified><wp:post_modified_gmt>2016-06-01 08:00:00</wp:post_modified_gmt>
    <category domain="category" nicename="hot-drinks">${cdata('Hot &amp; wet')}</category>
    <category domain="post_tag" nicename="tea">${cdata('Tea')}</category>
    <category domain="post_format" nicename="post-format-aside">Aside</category>
    <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>`)
  const picture = `<title>Cup</title><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://example.org/cup.png</wp:attachment_url>
    <wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>A cup</wp:meta_value></wp:postmeta>`
  expect(await entriesOf(item, picture)).toMatchObject([
    {
      kind: 'post',
      id: 'https://example.org/?p=7',
      title: 'Tea',
      slug: 'tea',
      text: expect.stringMatching(/^<p>Warm\.<\/p>\s*<p>Good\.<\/p>\s*$/),
      date: '2016-05-01T10:00:00+02:00',
      updated: '2016-06-01T10:00:00+02:00',
      tags: ['Hot & wet', 'Tea'],
      description: 'On tea.',
      author: 'Bo Berg',
      image: 'https://example.org/cup.png',
      imageAlt: 'A cup',
      addresses: ['https://example.org/2016/05/01/tea/', 'https://example.org/?p=7'],
      draft: false,
    },
    { kind: 'skipped', name: 'Cup', reason: expect.stringContaining('a picture or file') },
  ])
})

test('what is kept beside a text is shown in it: footnotes, and patterns within patterns', async () => {
  const pattern = (id: number, text: string) =>
    `<title>Pattern</title><wp:post_id>${id}</wp:post_id><wp:post_type>wp_block</wp:post_type><wp:status>publish</wp:status><content:encoded>${cdata(text)}</content:encoded>`
  const shown = (id: number) => `<!-- wp:block {"ref":${id}} /-->`
  const text = `<!-- wp:paragraph --><p>Warm.<sup data-fn="a-1" class="fn"><a href="#a-1" id="a-1-link">1</a></sup></p><!-- /wp:paragraph -->${shown(7)}<!-- wp:footnotes /-->`
  const notes = JSON.stringify([{ id: 'a-1', content: 'By <em>then</em>.' }])
  const [post] = await entriesOf(
    `<title>Tea</title><wp:post_id>1</wp:post_id><content:encoded>${cdata(text)}</content:encoded>
    <wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value>${cdata(notes)}</wp:meta_value></wp:postmeta>`,
    pattern(7, `<!-- wp:paragraph --><p>Come in.</p><!-- /wp:paragraph -->${shown(8)}`),
    pattern(8, `<p>Sit down.</p>${shown(7)}`),
  )
  expect(post).toMatchObject({
    notes: ['the block "block" can\'t be shown'],
    text: expect.stringMatching(
      /id="a-1-link">1<.*<p>Come in\.<\/p>\s*<p>Sit down\.<\/p>\s*<ol><li id="a-1">By <em>then<\/em>\. <a href="#a-1-link">↩<\/a><\/li><\/ol>/s,
    ),
  })
})

test('the addresses from before a slug changed are old ones, too', async () => {
  const was = (slug: string) =>
    `<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>${slug}</wp:meta_value></wp:postmeta>`
  const [entry] = await entriesOf(
    post(
      `<link>https://example.org/2016/05/tea.html</link><wp:post_name>tea</wp:post_name>${was('warm-tea')}${was('th%C3%A9')}`,
    ),
  )
  expect(entry).toMatchObject({
    addresses: [
      'https://example.org/2016/05/tea.html',
      'https://example.org/2016/05/warm-tea.html',
      'https://example.org/2016/05/thé.html',
    ],
  })
})

test('galleries show the pictures that were uploaded to the post', async () => {
  const item = `<title>Cups</title><wp:post_id>7</wp:post_id><wp:post_type>post</wp:post_type><content:encoded>[gallery]</content:encoded>`
  const picture =
    '<wp:post_id>9</wp:post_id><wp:post_parent>7</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://example.org/cup.png</wp:attachment_url>'
  expect((await entriesOf(item, picture))[0]).toMatchObject({
    text: expect.stringContaining('<img src="https://example.org/cup.png"'),
  })
})

test.each([
  [{ status: 'draft' }, '', []],
  [{ status: 'pending' }, '', ['was pending, and is a draft now']],
  [{ status: 'private' }, '', ['was private, and is a draft now']],
  [{}, '<wp:post_password>secret</wp:post_password>', ['had a password, and is a draft now']],
])('what was not for everybody stays so: %j %s', async (how, fields, notes) => {
  expect(await entriesOf(post(fields, how))).toMatchObject([{ kind: 'post', draft: true, notes }])
})

test('a scheduled post keeps its date in the future', async () => {
  const date =
    '<wp:post_date>2999-05-01 10:00:00</wp:post_date><wp:post_date_gmt>2999-05-01 08:00:00</wp:post_date_gmt>'
  expect(await entriesOf(post(date, { status: 'future' }))).toMatchObject([
    { draft: false, date: '2999-05-01T10:00:00+02:00' },
  ])
})

test.each([
  ['nav_menu_item', 'publish', 'an item of a menu'],
  ['post', 'trash', 'a post in the bin'],
  ['revision', 'inherit', 'no post or page, but a "revision"'],
  ['wp_template', 'publish', 'no post or page, but a "wp_template"'],
  ['wpcf7_contact_form', 'publish', 'no post or page, but a "wpcf7_contact_form"'],
  ['portfolio', 'draft', 'no post or page, but a "portfolio"'],
])('a %s (%s) is left out, with the reason', async (type, status, reason) => {
  expect(await entriesOf(post('', { type, status }))).toMatchObject([
    { kind: 'skipped', name: 'Tea', reason },
  ])
})

test('where there are menus, pages that none leads to stay out of the links at the head', async () => {
  const page = (id: number) => post(`<wp:post_id>${id}</wp:post_id>`, { type: 'page' })
  const meta = (key: string, value: string) =>
    `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${value}</wp:meta_value></wp:postmeta>`
  const itemOfMenu = post(meta('_menu_item_object', 'page') + meta('_menu_item_object_id', '8'), {
    type: 'nav_menu_item',
  })
  expect(await entriesOf(page(7), page(8), itemOfMenu)).toMatchObject([
    { kind: 'page', unlisted: true },
    { kind: 'page', unlisted: false },
    { kind: 'skipped' },
  ])
  expect(await entriesOf(page(7), page(8))).toMatchObject([
    { unlisted: false },
    { unlisted: false },
  ])
})

test('a published text of a kind that nobody knows is a post, and it is said', async () => {
  expect(await entriesOf(post('', { type: 'recipe' }))).toMatchObject([
    { kind: 'post', notes: ['was a "recipe"'] },
  ])
})

const comment = (id: number, fields: string, approved = '1') =>
  `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>${cdata('Ada')}</wp:comment_author><wp:comment_author_email>ada@example.org</wp:comment_author_email>
   <wp:comment_date>2016-05-01 12:00:00</wp:comment_date><wp:comment_date_gmt>2016-05-01 10:00:00</wp:comment_date_gmt>
   <wp:comment_content>${cdata('Nice.\n\nVery.')}</wp:comment_content><wp:comment_approved>${approved}</wp:comment_approved>${fields}</wp:comment>`

test('comments keep their threads; pingbacks, spam and what was not approved are counted', async () => {
  const entries = await entriesOf(
    post(`<guid>https://example.org/?p=7</guid>
      ${comment(1, '<wp:comment_parent>0</wp:comment_parent>')}
      ${comment(2, '<wp:comment_parent>1</wp:comment_parent>')}
      ${comment(3, '<wp:comment_type>pingback</wp:comment_type>')}
      ${comment(4, '', 'spam')}${comment(5, '', '0')}`),
  )
  expect(entries.slice(1)).toMatchObject([
    {
      kind: 'comment',
      id: '1',
      post: 'https://example.org/?p=7',
      author: 'Ada',
      date: '2016-05-01T12:00:00+02:00',
      html: expect.stringMatching(/<p>Nice\.<\/p>\s*<p>Very\.<\/p>/),
      inReplyTo: undefined,
      isEntry: false,
    },
    { kind: 'comment', id: '2', inReplyTo: '1' },
    { kind: 'skipped', reason: 'a pingback', isComment: true },
    { kind: 'skipped', reason: 'spam', isComment: true },
    { kind: 'skipped', reason: 'not approved', isComment: true },
  ])
  expect(JSON.stringify(entries)).not.toContain('ada@example.org')
})

test("Squarespace's export has paths for addresses", async () => {
  expect(
    await postWith(
      wordpress,
      wxr(post('<link>/blog/2016/5/1/tea</link><wp:post_name>blog/2016/5/1/tea</wp:post_name>')),
    ),
  ).toMatchObject({
    slug: 'tea',
    addresses: ['https://example.org/blog/2016/5/1/tea'],
  })
})

test('the comments of a Disqus export name their posts by address', async () => {
  const { entries } = await readWith(
    disqus,
    `<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
      <category dsq:id="1"><forum>notes</forum></category>
      <thread dsq:id="5"><id>https://example.org/2016/05/tea.html</id><link>https://example.org/2016/05/tea.html</link><title>Tea</title></thread>
      <post dsq:id="8"><message>${cdata('<p>Nice.</p>')}</message><createdAt>2016-05-01T10:00:00Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Ada</name><email>ada@example.org</email></author><thread dsq:id="5"/></post>
      <post dsq:id="9"><message>Yes.</message><author><name>Bo</name></author><thread dsq:id="5"/><parent dsq:id="8"/></post>
      <post dsq:id="10"><message>Buy.</message><isSpam>true</isSpam><thread dsq:id="5"/></post>
    </disqus>`,
  )
  expect(entries).toMatchObject([
    {
      kind: 'comment',
      id: 'disqus-8',
      post: 'https://example.org/2016/05/tea.html',
      author: 'Ada',
      html: '<p>Nice.</p>',
      date: '2016-05-01T10:00:00Z',
    },
    { kind: 'comment', id: 'disqus-9', inReplyTo: 'disqus-8' },
    { kind: 'skipped', reason: 'spam' },
  ])
})

test('a category stood below its parent; one that only an item tells of is known too', async () => {
  const { blog } = await readWith(
    wordpress,
    wxr(post('<category domain="category" nicename="cold">Cold</category>')).replace(
      '<wp:tag>',
      '<wp:category><wp:category_nicename>green</wp:category_nicename><wp:category_parent>hot-drinks</wp:category_parent><wp:cat_name>Green</wp:cat_name></wp:category><wp:tag>',
    ),
  )
  expect(blog.tagAddresses).toEqual(
    expect.arrayContaining([
      ['https://example.org/category/hot-drinks/green/', 'Green'],
      ['https://example.org/category/cold/', 'Cold'],
    ]),
  )
})

test('a text that is divided stood at the addresses of its parts, too', async () => {
  const tea = post('<link>https://example.org/tea/</link>').replace('Good.', '<!--nextpage-->Good.')
  expect(await entriesOf(tea)).toMatchObject([
    { addresses: ['https://example.org/tea/', 'https://example.org/tea/2/'] },
  ])
  expect(await entriesOf(tea.replace('/tea/<', '/tea.html<'))).toMatchObject([
    { addresses: ['https://example.org/tea.html'] },
  ])
})
