import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { commentsJson } from '../../../src/import/content/place-comments.ts'
import { loadFolder, makeFolder } from '../../publish/content-folder.ts'
import { importInto } from '../read-import.ts'

const comment = (id: number, text: string, parent = 0, date = `2016-05-01 1${id % 10}:00:00`) =>
  `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>Ada</wp:comment_author><wp:comment_date>${date}</wp:comment_date><wp:comment_date_gmt>${date}</wp:comment_date_gmt><wp:comment_content>${text}</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_parent>${parent}</wp:comment_parent></wp:comment>`
const wxr = (...comments: string[]) => ({
  source: `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Notes</title><link>https://example.org</link>
  <item><title>Tea</title><link>https://example.org/tea/</link><guid>https://example.org/?p=1</guid><wp:post_type>post</wp:post_type><content:encoded>Warm.</content:encoded>${comments.join('')}</item></channel></rss>`,
})
const collected = (id: string, date?: string) => ({
  kind: 'comment' as const,
  isEntry: false,
  post: '1',
  id,
  author: 'Ada',
  url: undefined,
  date,
  html: () => 'Yes.',
  inReplyTo: undefined,
})
const newFolder = () => join(makeFolder({}), 'content')
const file = (folder: string) => join(folder, 'comments/tea.json')
const idsIn = (folder: string): string[] =>
  JSON.parse(readFileSync(file(folder), 'utf8')).map(({ id }: { id: string }) => id)

test('comments are below their post and their parent, the oldest first', async () => {
  const folder = newFolder()
  await importInto(
    folder,
    wxr(comment(3, 'Third.', 1), comment(1, 'First.'), comment(2, 'Second.')),
  )
  const { posts } = await loadFolder(folder)
  expect(posts[0]?.bodies().comments).toMatchObject([
    { id: '1', content_html: '<p>First.</p>' },
    { id: '2', content_html: '<p>Second.</p>' },
    { id: '3', in_reply_to: '1' },
  ])
})

test('links and pictures in a comment mean what they meant below its post', async () => {
  const folder = newFolder()
  const said =
    '<![CDATA[<a href="../rain/">x</a> <a href="#top">y</a> <img src="cup.png" alt="">]]>'
  await importInto(folder, wxr(comment(1, said)))
  const [written] = JSON.parse(readFileSync(file(folder), 'utf8'))
  expect(written.content_html).toContain('<a href="https://example.org/rain/">')
  expect(written.content_html).toContain('<a href="#top">')
  expect(written.content_html).toContain('<img src="https://example.org/tea/cup.png"')
})

test('a comment without a date does not keep others from their order', () => {
  const dates = ['2016-05-03', undefined, '2016-05-01', '2016-05-02']
  const said = dates.map((date, index) => collected(String(index), date))
  expect(commentsJson(said, ({ html }) => html()).map(({ date }) => date)).toEqual([
    '2016-05-01',
    undefined,
    '2016-05-02',
    '2016-05-03',
  ])
})

test('each comment has an id of its own, whatever theirs were', () => {
  const said = ['a b', 'a-b', 'a-b-2'].map((id) => collected(id))
  expect(commentsJson(said, ({ html }) => html()).map(({ id }) => id)).toEqual([
    'a-b',
    'a-b-2',
    'a-b-2-2',
  ])
})

test('of where commenters are found, only what a link can lead to is brought along', () => {
  const said = ['https://a.example/', 'a.example', 'javascript:alert(1)', 'https://a b/']
  const all = said.map((url, index) => ({ ...collected(String(index)), url }))
  expect(commentsJson(all, ({ html }) => html()).map(({ url }) => url)).toEqual([
    'https://a.example/',
    undefined,
    undefined,
    undefined,
  ])
})

test('a later import adds new comments, and removes none', async () => {
  const folder = newFolder()
  await importInto(folder, wxr(comment(1, 'First.'), comment(2, 'Second.')))
  await importInto(folder, wxr(comment(2, 'Second, mended.'), comment(3, 'Third.')))
  expect(idsIn(folder)).toEqual(['1', '2', '3'])
  expect(readFileSync(file(folder), 'utf8')).toContain('Second, mended.')
})

test('what the owner did to comments stays, and new ones are added', async () => {
  const folder = newFolder()
  await importInto(folder, wxr(comment(1, 'First.')))
  writeFileSync(file(folder), '[{ "id": "1", "author": "Ada", "content_html": "Edited." }]')
  await importInto(folder, wxr(comment(1, 'First, mended.'), comment(2, 'Second.')))
  expect(idsIn(folder)).toEqual(['1', '2'])
  expect(readFileSync(file(folder), 'utf8')).toContain('Edited.')
})

test('a file of comments that cannot be read is left alone', async () => {
  const folder = newFolder()
  await importInto(folder, wxr(comment(1, 'First.')))
  writeFileSync(file(folder), '[{ half')
  await importInto(folder, wxr(comment(2, 'Second.')))
  expect(readFileSync(file(folder), 'utf8')).toBe('[{ half')
})

test('a comment of elements that are never closed is a comment', async () => {
  const folder = newFolder()
  const open = `<![CDATA[${'<b>\n'.repeat(6000)}]]>`
  const { outcomes } = await importInto(folder, wxr(comment(1, open), comment(2, 'Second.')))
  expect(outcomes.get('comments/tea.json')).toBe('imported')
  expect(idsIn(folder)).toContain('2')
})

test('a byte order mark keeps no comment out', async () => {
  const folder = newFolder()
  await importInto(folder, wxr(comment(1, 'First.')))
  writeFileSync(file(folder), `\ufeff${readFileSync(file(folder), 'utf8')}`)
  await importInto(folder, wxr(comment(2, 'Second.')))
  expect(idsIn(folder)).toEqual(['1', '2'])
})

test.each([
  ['a post in a folder of its own', 'posts/tea/index.html', (text: string) => text],
  [
    'a post that was given another address',
    'posts/tea.html',
    (text: string) => text.replace('title:', 'slug: green\ntitle:'),
  ],
])('later comments join those of %s', async (_, place, edited) => {
  const folder = newFolder()
  await importInto(folder, wxr(comment(1, 'First.')))
  const text = edited(readFileSync(join(folder, 'posts/tea.html'), 'utf8'))
  rmSync(join(folder, 'posts/tea.html'))
  mkdirSync(dirname(join(folder, place)), { recursive: true })
  writeFileSync(join(folder, place), text)
  await importInto(folder, wxr(comment(1, 'First.'), comment(2, 'Second.')))
  const { posts } = await loadFolder(folder)
  expect(posts[0]?.bodies().comments).toMatchObject([{ id: '1' }, { id: '2' }])
})

test('comments come to a post by the address that it was given', async () => {
  const folder = makeFolder({
    'blog.json': '{ "title": "Mine" }',
    'posts/mine.md': '---\nslug: green\naliases: [/tea/]\n---\nMine.',
  })
  await importInto(folder, {
    'disqus.xml': `<disqus xmlns:dsq="http://disqus.com/disqus-internals"><thread dsq:id="5"><link>https://example.org/tea/</link></thread><post dsq:id="8"><message>Indeed.</message><thread dsq:id="5"/></post></disqus>`,
  })
  const { posts } = await loadFolder(folder)
  expect(posts[0]?.bodies().comments).toMatchObject([{ content_html: '<p>Indeed.</p>' }])
})

test('links in comments lead to the new places of posts', async () => {
  const folder = newFolder()
  await importInto(
    folder,
    wxr(comment(1, '<![CDATA[See <a href="https://example.org/tea/">tea</a>.]]>')),
  )
  expect(readFileSync(file(folder), 'utf8')).toContain('href=\\"/posts/tea/\\"')
})
