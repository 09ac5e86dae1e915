import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../../publish/content-folder.ts'
import { collect, feedOf, importInto } from '../read-import.ts'
import { makeZip } from './make-zip.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const takeout = (text: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:blogger="http://schemas.google.com/blogger/2018"><id>tag:blogger.com,1999:blog-7</id><title>Notes</title>
   <entry><id>tag:blogger.com,1999:blog-7.post-1</id><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><title>Tea</title><content type="html">${text}</content><blogger:filename>/2026/06/tea.html</blogger:filename></entry></feed>`

function zipped(files: Record<string, string | Uint8Array>): string {
  const place = join(makeFolder({}), 'export.bin')
  writeFileSync(place, makeZip(files))
  return place
}

test("of Takeout's zip the blog is read, with the pictures in it, and nothing else", async () => {
  const place = zipped({
    'Takeout/Blogger/Blogs/Notes/feed.atom': takeout(
      '&lt;img src="https://blogger.googleusercontent.com/img/a/s320/my%20cup.png"&gt;',
    ),
    'Takeout/Blogger/Blogs/Notes/theme-layouts.xml': '<html><body/></html>',
    'Takeout/Blogger/Albums/Notes/my cup.png': png,
    '__MACOSX/Takeout/Blogger/Blogs/Notes/._feed.atom': 'junk',
  })
  const folder = join(makeFolder({}), 'content')
  await importInto(folder, place)
  expect(readFileSync(join(folder, 'posts/tea.html'), 'utf8')).toContain(
    'src="/media/tea/my-cup.png"',
  )
  expect(readFileSync(join(folder, 'media/tea/my-cup.png'))).toEqual(png)
})

test('a blog in a zip is the same whatever its folder is called', async () => {
  const folder = join(makeFolder({}), 'content')
  const files = { '_config.yml': 'title: Notes', '_posts/2016-05-01-tea.md': 'Warm.' }
  const within = (name: string) =>
    zipped(Object.fromEntries(Object.entries(files).map(([file, text]) => [name + file, text])))
  await importInto(folder, makeFolder(files))
  for (const name of ['notes-main/', 'notes/', '2020-notes/', ''])
    expect([...(await importInto(folder, within(name))).outcomes.values()]).not.toContain(
      'imported',
    )
})

test('a folder of drafts in a zip is one', async () => {
  const { entries } = await collect(zipped({ '_drafts/tea.md': 'Warm.' }), 'markdown')
  expect(entries).toMatchObject([{ draft: true }])
})

test('a zip with a file that is there to fill the memory is refused', async () => {
  const zip = makeZip({ 'posts/tea.md': 'Tea.', 'posts/cup.png': png })
  // Its method of packing and its size, as the zip's directory tells them.
  const entry = zip.lastIndexOf('PK\x01\x02')
  zip.writeUInt16LE(8, entry + 10)
  zip.writeUInt32LE(2_000_000_000, entry + 24)
  const place = join(makeFolder({ 'blog.zip': zip }), 'blog.zip')
  await expect(collect(place)).rejects.toThrow('"posts/cup.png", which unpacks to 2000000000 bytes')
})

test('a zip that names a path outside itself is refused', async () => {
  const place = zipped({ '../../evil.xml': takeout('x') })
  await expect(collect(place)).rejects.toThrow(
    /found a zip that can't be read \(.*\.\.\/\.\.\/evil\.xml/,
  )
})

test('a zip that is damaged is refused', async () => {
  const place = zipped({ 'feed.atom': takeout('x') })
  writeFileSync(place, readFileSync(place).subarray(0, 200))
  await expect(collect(place)).rejects.toThrow("found a zip that can't be read")
})

test('a zip with a file in it that is damaged is refused, which is named', async () => {
  const place = zipped({ 'feed.atom': takeout('x') })
  const zip = readFileSync(place)
  // It is said to be packed, which it is not.
  zip.writeUInt16LE(8, zip.indexOf('PK\x01\x02') + 10)
  writeFileSync(place, zip)
  await expect(collect(place)).rejects.toThrow("found a zip that can't be read at feed.atom (")
})

test.each([
  [
    'texts in Markdown',
    { 'a.md': '---\ntitle: Rain\n---\nWet.' },
    'Feeds beside it were not read, since',
  ],
  ['an export', { 'feed.atom': takeout('Warm.') }, 'Feeds beside it were not read, since'],
  ['other feeds', { 'b.json': feedOf([{ id: 'b', title: 'B' }]) }, 'Found 2 blogs, and imported'],
])('a feed that lies beside %s is not passed over in silence', async (_, files, note) => {
  const folder = makeFolder({ ...files, 'feed.json': feedOf([{ id: 'tea', title: 'Tea' }]) })
  const { blog } = await collect(folder)
  expect(blog.notes).toEqual([expect.stringContaining(note)])
  expect(blog.notes[0]).toContain('feed.json')
})

test('a folder with an export and its comments is one blog', async () => {
  const folder = makeFolder({
    'disqus.xml': `<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals"><thread dsq:id="5"><link>http://www.example.org/tea/</link></thread>
      <post dsq:id="8"><message>Nice.</message><author><name>Ada</name></author><thread dsq:id="5"/></post>
      <post dsq:id="9"><message>Lost.</message><author><name>Ada</name></author><thread dsq:id="6"/></post></disqus>`,
    'notes.xml': `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Notes</title><link>https://example.org</link><item><title>Tea</title><link>https://example.org/tea/</link><wp:post_type>post</wp:post_type><content:encoded>Warm.</content:encoded></item></channel></rss>`,
    'readme.txt': 'Both were exported in May.',
  })
  const content = join(makeFolder({}), 'content')
  await importInto(content, folder)
  expect(JSON.parse(readFileSync(join(content, 'comments/tea.json'), 'utf8'))).toMatchObject([
    { id: 'disqus-8', author: 'Ada', content_html: '<p>Nice.</p>' },
  ])
})

test('comments of an export that comes later join the posts that are there', async () => {
  const content = join(makeFolder({}), 'content')
  await importInto(content, {
    'feed.json': feedOf([{ id: '1', title: 'Tea', url: 'https://example.org/2016/tea.html' }]),
  })
  await importInto(content, {
    'disqus.xml': `<disqus xmlns:dsq="http://disqus.com/disqus-internals"><thread dsq:id="5"><link>https://example.org/2016/tea.html?x=1</link></thread><post dsq:id="8"><message>Nice.</message><thread dsq:id="5"/></post></disqus>`,
  })
  expect(readFileSync(join(content, 'comments/tea.json'), 'utf8')).toContain('Nice.')
})

test('half a character in a tag keeps no blog from being imported', async () => {
  const folder = join(makeFolder({}), 'content')
  const items = [{ id: '1', title: 'Tea', content_html: 'Tea.', tags: ['cups \ud83d'] }]
  await importInto(folder, { 'feed.json': feedOf(items) })
  expect(readFileSync(join(folder, 'posts/tea.html'), 'utf8')).toContain('Tea.')
})

test('what is given as data of no kind of picture stays as it is', async () => {
  const folder = join(makeFolder({}), 'content')
  const html = '<img alt="Cup" src="data:constructor;base64,AAAA">'
  await importInto(folder, { 'feed.json': feedOf([{ id: '1', title: 'Tea', content_html: html }]) })
  expect(readFileSync(join(folder, 'posts/tea.html'), 'utf8')).toContain(html)
})

test('pictures that are given as data become files', async () => {
  const folder = join(makeFolder({}), 'content')
  await importInto(folder, {
    'feed.json': feedOf([
      {
        id: '1',
        title: 'Tea',
        content_html: `<img alt="Cup" src="data:image/png;base64,${png.toString('base64')}">`,
      },
    ]),
  })
  const src = /src="\/(media\/tea\/[\da-f]{8}\.png)"/.exec(
    readFileSync(join(folder, 'posts/tea.html'), 'utf8'),
  )?.[1]
  expect(readFileSync(join(folder, src ?? ''))).toEqual(png)
})

test.each([
  ['an empty folder', {}, 'found an empty folder'],
  [
    'a folder without a blog',
    { 'a.xml': '<x/>', 'b.jpg': 'x' },
    'found 2 files, none of them of a format that is known',
  ],
  [
    'what needs no import, as a zip has it',
    { 'notes/blog.json': '{ "title": "Tea" }', 'notes/posts/tea.md': 'Tea.' },
    'found a content folder of Lectern, which needs no import',
  ],
  [
    'what needs no import',
    { 'blog.json': '{ "title": "Tea" }', 'posts/tea.md': 'Tea.', 'comments/tea.json': '[]' },
    'found a content folder of Lectern, which needs no import',
  ],
])('%s is refused', async (_, files, said) => {
  await expect(collect(makeFolder(files))).rejects.toThrow(said)
})
