import { expect, test } from 'vitest'
import { feed } from '../../../src/import/formats/feed.ts'
import { postWith, readWith } from '../read-import.ts'

const rss = (items: string, head = '') =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Notes</title><link>https://example.org/</link>${head}${items}</channel></rss>`
const atom = (entries: string, head = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title>${head}${entries}</feed>`
const rssPost = (item: string) => postWith(feed, rss(`<item>${item}</item>`))
const atomPost = (entry: string) => postWith(feed, atom(`<entry>${entry}</entry>`))

test('RSS 2.0 is read: the blog, and all that an item says', async () => {
  const { blog, entries } = await readWith(
    feed,
    rss(
      `<item>
        <title>Tea &amp;amp; rain</title>
        <link>https://example.org/2016/05/tea.html</link>
        <guid isPermaLink="false">tag:example.org,2016:1</guid>
        <pubDate>Sun, 01 May 2016 10:00:00 +0200</pubDate>
        <dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Bo</dc:creator>
        <category>tea</category><category><![CDATA[wet & cold]]></category>
        <description>On tea.</description>
        <content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>Warm.</p>]]></content:encoded>
        <enclosure url="https://example.org/tea.mp3" type="audio/mpeg" length="1"/>
        <enclosure url="https://example.org/cup.png" type="image/png" length="1"/>
      </item>`,
      '<description>Short ones.</description><language>en-GB</language>',
    ),
  )
  expect(blog).toMatchObject({
    title: 'Notes',
    description: 'Short ones.',
    language: 'en-GB',
    home: 'https://example.org/',
  })
  expect(entries).toMatchObject([
    {
      kind: 'post',
      id: 'tag:example.org,2016:1',
      title: 'Tea & rain',
      addresses: ['https://example.org/2016/05/tea.html'],
      date: '2016-05-01T10:00:00+02:00',
      author: 'Bo',
      tags: ['tea', 'wet & cold'],
      description: 'On tea.',
      text: '<p>Warm.</p>\n<p><a href="https://example.org/tea.mp3">tea.mp3</a></p>',
      image: 'https://example.org/cup.png',
    },
  ])
})

test('Atom 1.0 is read', async () => {
  const { blog, entries } = await readWith(
    feed,
    atom(
      `<entry>
        <id>tag:example.org,2016:1</id>
        <title type="html">Tea &lt;em&gt;now&lt;/em&gt;</title>
        <link rel="self" href="https://example.org/api/1"/>
        <link rel="alternate" type="application/json" href="https://example.org/tea.json"/>
        <link rel="alternate" type="text/html" href="/2016/tea"/>
        <published>2016-05-01T10:00:00+02:00</published><updated>2016-06-01T10:00:00Z</updated>
        <author><name>Bo</name><email>bo@example.org</email></author>
        <category term="t1" label="Tea"/>
        <summary>On tea.</summary>
        <content type="xhtml" xml:lang="de"><div xmlns="http://www.w3.org/1999/xhtml"><p>Warm <br/>&amp; good.</p></div></content>
      </entry>`,
      '<subtitle>Short ones.</subtitle><link href="https://example.org/"/><link rel="next" href="https://example.org/feed?page=2"/><author><name>Ada</name></author>',
    ).replace('<feed', '<feed xml:base="https://example.org/" xml:lang="en"'),
  )
  expect(blog).toMatchObject({
    title: 'Notes',
    description: 'Short ones.',
    language: 'en',
    author: 'Ada',
    home: 'https://example.org/',
    more: [{ address: 'https://example.org/feed?page=2', isGuess: false }],
  })
  expect(entries).toMatchObject([
    {
      id: 'tag:example.org,2016:1',
      title: 'Tea now',
      addresses: ['https://example.org/2016/tea'],
      date: '2016-05-01T10:00:00+02:00',
      updated: '2016-06-01T10:00:00Z',
      author: 'Bo',
      tags: ['Tea'],
      description: 'On tea.',
      language: 'de',
      text: '<p>Warm <br>&amp; good.</p>',
    },
  ])
  expect(JSON.stringify(entries)).not.toContain('bo@example.org')
})

test('relative addresses in a text are relative to what the feed says', async () => {
  const post = await postWith(
    feed,
    atom(
      '<entry><link href="posts/tea"/><content type="html">&lt;img src="../cup.png"&gt; &lt;a href="rain"&gt;x&lt;/a&gt; &lt;a href="#a"&gt;x&lt;/a&gt;</content></entry>',
    ).replace('<feed', '<feed xml:base="https://example.org/blog/"'),
  )
  expect(post).toMatchObject({
    addresses: ['https://example.org/blog/posts/tea'],
    text: '<img src="https://example.org/cup.png"> <a href="https://example.org/blog/rain">x</a> <a href="#a">x</a>',
  })
})

test('Atom 0.3 is read', async () => {
  const post = await postWith(
    feed,
    `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title mode="escaped" type="text/html">Tea &amp;amp; rain</title>
     <issued>2004-05-01T10:00:00Z</issued><modified>2004-06-01T10:00:00Z</modified>
     <content type="text/html" mode="escaped">&lt;p&gt;Warm.&lt;/p&gt;</content></entry></feed>`,
  )
  expect(post).toMatchObject({
    title: 'Tea & rain',
    date: '2004-05-01T10:00:00Z',
    updated: '2004-06-01T10:00:00Z',
    text: '<p>Warm.</p>',
  })
})

test('RSS 1.0 is read, whose items stand beside the channel', async () => {
  const { blog, entries } = await readWith(
    feed,
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://example.org/"><title>Notes</title><link>https://example.org/</link><items><rdf:Seq/></items></channel>
      <item rdf:about="https://example.org/tea"><title>Tea</title><link>https://example.org/tea</link><d:date>2003-05-01T10:00:00Z</d:date><description>Warm.</description></item>
    </rdf:RDF>`,
  )
  expect(blog.title).toBe('Notes')
  expect(entries).toMatchObject([
    {
      id: 'https://example.org/tea',
      title: 'Tea',
      date: '2003-05-01T10:00:00Z',
      text: '<p>Warm.</p>',
    },
  ])
})

test('prefixes mean what they are bound to, whatever they are called', async () => {
  const post = await postWith(
    feed,
    '<z:feed xmlns:z="http://www.w3.org/2005/Atom"><z:entry><z:id>1</z:id><z:title>Tea</z:title></z:entry></z:feed>',
  )
  expect(post).toMatchObject({ id: '1', title: 'Tea' })
})

test.each([
  ['blank lines before the XML', `\n\n  ${rss('<item><title>Tea</title></item>')}`],
  [
    'a warning of PHP before it',
    `<br />\n<b>Warning</b>: no <b>x</b>\n${rss('<item><title>Tea</title></item>')}`,
  ],
  [
    'a prefix that nobody declared',
    rss('<item><title>Tea</title><dc:date>2016-05-01</dc:date></item>'),
  ],
  ['a bare &', rss('<item><title>Tea</title><link>https://example.org/?a=1&b=2</link></item>')],
  [
    'entities of HTML',
    rss('<item><title>T&eacute;a</title></item>').replace('T&eacute;a', 'T&#101;a'),
  ],
  [
    'an item that was never closed',
    rss('<item><title>Tea</title><item><title>Rain</title></item>'),
  ],
  ['capital letters', rss('<ITEM><TITLE>Tea</TITLE></ITEM>')],
  ['a namespace that somebody forgot', '<feed><entry><title>Tea</title></entry></feed>'],
  ['an entry alone', '<entry xmlns="http://www.w3.org/2005/Atom"><title>Tea</title></entry>'],
  ['items without a channel', '<rss version="0.91"><item><title>Tea</title></item></rss>'],
  ['junk after its end', `${rss('<item><title>Tea</title></item>')}<!-- made in 0.2 s --><p>`],
])('a feed with %s is read', async (_, text) => {
  expect(await postWith(feed, text)).toMatchObject({ title: 'Tea' })
})

test('entries after the end of the feed are read, since two feeds may be in one file', async () => {
  const { entries } = await readWith(
    feed,
    rss('<item><title>Tea</title></item>') + atom('<entry><title>Rain</title></entry>'),
  )
  expect(entries).toMatchObject([{ title: 'Tea' }, { title: 'Rain' }])
})

test('an item says so where a damaged tag hides a part of it', async () => {
  const damaged = await rssPost(
    '<title>Tea</title><p<bDate>2016</pubDate><description>x</description>',
  )
  expect(damaged.notes).toEqual(['a tag of its XML is not closed, and something may be missing'])
  const sloppy = '<title>Tea</title><description>a<br>b</description><enclosure url="a.mp3"/>'
  expect((await rssPost(sloppy)).notes).toEqual([])
})

test('entities of HTML, and those that the document declares, are their letters', async () => {
  const text = `<!DOCTYPE rss [<!ENTITY tea "Earl Grey"> <!ENTITY % x SYSTEM "https://example.org/x.dtd"> %x;]>${rss('<item><title>Caf&eacute;&nbsp;&tea; &unknown; &#8217;</title></item>')}`
  expect((await postWith(feed, text)).title).toBe('Café Earl Grey &unknown; ’')
})

test('text in CDATA is taken as it stands', async () => {
  expect(
    await rssPost(
      '<title>x</title><description><![CDATA[<p>Tea &amp; <b>rain</b></p>]]></description>',
    ),
  ).toMatchObject({
    text: '<p>Tea &amp; <b>rain</b></p>',
  })
})

test('HTML that nobody escaped is HTML nevertheless', async () => {
  expect(
    await rssPost('<title>x</title><description>Warm<br>and <b>good</b></description>'),
  ).toMatchObject({
    text: 'Warm<br>and <b>good</b>',
  })
})

test.each([
  ['<author>ada@example.org (Ada)</author>', 'Ada'],
  ['<author>Ada (ada@example.org)</author>', 'Ada'],
  ['<dc:creator>Ada &lt;ada@example.org&gt;</dc:creator>', 'Ada'],
  ['<dc:creator>Ada (she)</dc:creator>', 'Ada (she)'],
  ['<author>ada@example.org</author>', undefined],
  ['<author>ada@example.org (Ada), bob@example.org (Bob)</author>', 'Ada, Bob'],
  ['<author>Ada &lt;ada@example.org&gt;, Bob &lt;bob@example.org&gt;</author>', 'Ada, Bob'],
])("nobody's mail address is published: %s", async (written, author) => {
  expect((await rssPost(`<title>x</title>${written}`)).author).toBe(author)
})

test.each([
  ['text', 'a < b &amp;amp; c', 'a < b &amp; c'],
  ['html', 'a &amp;lt; b', 'a < b'],
])('a title of the type %s is read as such', async (type, written, title) => {
  expect(
    (await atomPost(`<title type="${type}">${written.replace('a < b', 'a &lt; b')}</title>`)).title,
  ).toBe(title)
})

test('content in base64, and content elsewhere', async () => {
  const encoded = Buffer.from('<p>Warm.</p>').toString('base64')
  expect(
    (await atomPost(`<content type="text/html" mode="base64">${encoded}</content>`)).text,
  ).toBe('<p>Warm.</p>')
  expect(
    (await atomPost('<content type="application/pdf" src="https://example.org/a.pdf"/>')).text,
  ).toContain('href="https://example.org/a.pdf"')
})

test('a summary that is the beginning of the text says nothing of its own', async () => {
  const content = '<content type="html">&lt;p&gt;Warm and good, and so on.&lt;/p&gt;</content>'
  expect(
    (await atomPost(`<summary>Warm and good…</summary>${content}`)).description,
  ).toBeUndefined()
  expect((await atomPost(`<summary>On tea.</summary>${content}`)).description).toBe('On tea.')
})

test('of a feed that ends in the middle, whole items are kept, and the cut one is told', async () => {
  const { entries, blog } = await readWith(
    feed,
    rss('<item><title>Tea</title></item><item><title>Rain</title><description>It').replace(
      /<\/channel.*/,
      '',
    ),
  )
  expect(entries).toMatchObject([
    { kind: 'post', title: 'Tea' },
    { kind: 'failed', name: 'Rain', reason: 'the file ends in the middle of it' },
  ])
  expect(blog.notes).toEqual(['The feed ends in the middle: what came before was read.'])
})

test('an item with neither a title nor a text fails alone', async () => {
  const { entries } = await readWith(
    feed,
    rss('<item><guid>1</guid></item><item><title>Tea</title></item>'),
  )
  expect(entries).toMatchObject([{ kind: 'failed', name: '1' }, { kind: 'post' }])
})

test('WordPress says nowhere that its feeds go on, and they do', async () => {
  const text = rss(
    '<item><title>Tea</title></item>',
    '<generator>https://wordpress.org/?v=6</generator>',
  )
  const { blog } = await readWith(feed, text, 'https://example.org/feed/?paged=2')
  expect(blog.more).toEqual([{ address: 'https://example.org/feed/?paged=3', isGuess: true }])
})

const laughs = Array.from(
  { length: 9 },
  (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
).join('')
test.each([
  [
    'a billion laughs',
    `<!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}]>${rss('<item><title>&l9;</title></item>')}`,
  ],
  [
    'one long laugh, often',
    `<!DOCTYPE rss [<!ENTITY l "${'ha'.repeat(4000)}">]>${rss(`<item><title>${'&l;'.repeat(1000)}</title></item>`)}`,
  ],
  ['elements without end', `<rss>${'<a>'.repeat(200_000)}`],
])('%s are refused at once', async (_, text) => {
  await expect(readWith(feed, text)).rejects.toThrow(/found (the entity|elements in elements)/)
})

test('namespaces in namespaces cost no more than other elements', async () => {
  const nested = Array.from({ length: 9000 }, (_, n) => `<a xmlns:b${n}="x">`).join('')
  const { entries } = await readWith(feed, rss(`<item><title>Tea</title><a>${nested}</item>`))
  expect(entries).toMatchObject([{ title: 'Tea' }])
})

test('a line that ends in a carriage return ends', async () => {
  const item =
    '<item><title>Tea</title><description>One&#13;two &lt;b&gt;x&lt;/b&gt;</description></item>'
  const { entries } = await readWith(feed, rss(item))
  expect(entries[0]).toMatchObject({ text: expect.stringMatching(/One\s+two/) })
})

test('control characters are none of a title, and a name without end is no name', async () => {
  const name = `a${' '.repeat(400_000)}b`
  const item = `<item><title>Tea&#27;[2J</title><author>${name}</author></item>`
  const { entries } = await readWith(feed, rss(item))
  expect(entries).toMatchObject([{ title: 'Tea[2J', author: 'a' }])
})

test('what a feed adds to addresses to track readers is no part of them', async () => {
  const link = (address: string) => `<item><title>Tea</title><link>${address}</link></item>`
  const addresses = [
    'https://example.org/tea/?utm_source=rss&amp;utm_medium=rss',
    'https://example.org/?p=5&amp;fbclid=1#c',
    'https://example.org/rain/?page=2',
  ]
  const { entries } = await readWith(feed, rss(addresses.map(link).join('')))
  expect(entries).toMatchObject([
    { addresses: ['https://example.org/tea/'] },
    { addresses: ['https://example.org/?p=5#c'] },
    { addresses: ['https://example.org/rain/?page=2'] },
  ])
})
