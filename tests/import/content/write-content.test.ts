import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../../publish/content-folder.ts'
import { feedOf, importInto } from '../read-import.ts'

const first = [
  { id: '1', title: 'Tea', content_text: 'Tea, first' },
  { id: '2', title: 'Rain', content_text: 'Rain, first' },
]
const second = [
  { id: '1', title: 'Tea', content_text: 'Tea, second' },
  { id: '2', title: 'Rain', content_text: 'Rain, first' },
  { id: '3', title: 'New', content_text: 'New' },
]
const newFolder = () => join(makeFolder({}), 'content')
const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8')
const write = (folder: string, items: object[], how = {}) =>
  importInto(folder, { 'feed.json': feedOf(items) }, how)
const outcomesOf = async (folder: string, items: object[], how = {}) =>
  Object.fromEntries((await write(folder, items, how)).outcomes)

test('a folder that is not there is made, complete', async () => {
  const folder = newFolder()
  expect((await write(folder, first)).sampleMovedTo).toBeUndefined()
  expect(read(folder, 'posts/tea.html')).toContain('<p>Tea, first</p>')
  expect(read(folder, 'posts/rain.html')).toContain('<p>Rain, first</p>')
  expect(readdirSync(join(folder, '..'))).toEqual(['content'])
})

test('the sample blog is set aside whole', async () => {
  const home = makeFolder({
    'content/blog.json': '{ "sample": true, "url": "https://lectern.example/" }',
    'content/posts/sample.md': 'Sample',
    'content-sample/old.md': 'Set aside before',
  })
  const folder = join(home, 'content')
  const { sampleMovedTo } = await write(folder, first)
  expect(sampleMovedTo).toBe(join(home, 'content-sample-2'))
  expect(read(home, 'content-sample-2/posts/sample.md')).toBe('Sample')
  expect(existsSync(join(folder, 'posts/sample.md'))).toBe(false)
  expect(read(folder, 'posts/tea.html')).toContain('Tea, first')
})

test.each(['{ "title": "Mine" }', '{ "sample": true, "url": "https://mine.example/" }'])(
  "an owner's own blog is added to, never set aside: %s",
  async (settings) => {
    const folder = makeFolder({ 'blog.json': settings, 'posts/mine.md': 'Mine' })
    expect(await outcomesOf(folder, first)).toEqual({
      'posts/tea.html': 'imported',
      'posts/rain.html': 'imported',
    })
    expect(read(folder, 'blog.json')).toBe(settings)
    expect(read(folder, 'posts/mine.md')).toBe('Mine')
  },
)

test('a dry run tells what would be, and writes nothing', async () => {
  const folder = newFolder()
  expect(await outcomesOf(folder, first, { dryRun: true })).toMatchObject({
    'posts/tea.html': 'imported',
  })
  expect(readdirSync(join(folder, '..'))).toEqual([])
})

test('a dry run leaves what an import wrote as it is', async () => {
  const folder = newFolder()
  await write(folder, first)
  await write(folder, second, { dryRun: true })
  expect(read(folder, 'posts/tea.html')).toContain('Tea, first')
  expect(readdirSync(join(folder, 'posts')).sort()).toEqual(['rain.html', 'tea.html'])
})

test('links in the folder stay links, and what they lead to stays there', async () => {
  const album = makeFolder({ 'cup.svg': '<svg/>' })
  const folder = makeFolder({ 'blog.json': '{ "title": "Mine" }', 'media/a.svg': '<svg/>' })
  symlinkSync(album, join(folder, 'media/album'))
  await write(folder, first)
  expect(read(folder, 'media/album/cup.svg')).toBe('<svg/>')
  expect(lstatSync(join(folder, 'media/album')).isSymbolicLink()).toBe(true)
})

test('a dry run makes none of the folders above one that is not there', async () => {
  const above = makeFolder({})
  await write(join(above, 'new/content'), first, { dryRun: true })
  expect(readdirSync(above)).toEqual([])
})

test('the same import again changes nothing', async () => {
  const folder = newFolder()
  await write(folder, first)
  const before = readdirSync(folder, { recursive: true })
  expect(new Set(Object.values(await outcomesOf(folder, first)))).toEqual(new Set(['unchanged']))
  expect(readdirSync(folder, { recursive: true })).toEqual(before)
})

test('a later import updates what changed in the source, adds what is new, and removes nothing', async () => {
  const folder = newFolder()
  await write(folder, first)
  expect(await outcomesOf(folder, second)).toEqual({
    'posts/tea.html': 'updated',
    'posts/rain.html': 'unchanged',
    'posts/new.html': 'imported',
  })
  expect(await outcomesOf(folder, first)).toMatchObject({ 'posts/tea.html': 'updated' })
  expect(existsSync(join(folder, 'posts/new.html'))).toBe(true)
})

test('of a file that somebody edited and the source changed, both versions are kept', async () => {
  const folder = newFolder()
  await write(folder, first)
  writeFileSync(join(folder, 'posts/tea.html'), 'Tea, edited')
  const { outcomes, offered } = await write(folder, second)
  expect(outcomes.get('posts/tea.html')).toBe('kept')
  expect(read(folder, 'posts/tea.html')).toBe('Tea, edited')
  expect(offered.get('posts/tea.html')).toBe('conflicts/posts/tea.html')
  expect(read(folder, 'conflicts/posts/tea.html')).toContain('Tea, second')

  // Whoever has done with the new version is not given it again.
  rmSync(join(folder, 'conflicts'), { recursive: true })
  expect((await write(folder, second)).offered.size).toBe(0)
  expect(existsSync(join(folder, 'conflicts'))).toBe(false)
})

test('what was offered beside an edited file goes when the file is overwritten', async () => {
  const folder = newFolder()
  await write(folder, first)
  writeFileSync(join(folder, 'posts/tea.html'), 'Tea, edited')
  await write(folder, second)
  mkdirSync(join(folder, 'conflicts/mine'))
  await write(folder, second, { force: true })
  expect(read(folder, 'posts/tea.html')).toContain('Tea, second')
  expect(readdirSync(join(folder, 'conflicts'))).toEqual(['mine'])
})

test('of a file that somebody edited while the source stayed as it was, there is nothing to keep beside it', async () => {
  const folder = newFolder()
  await write(folder, first)
  writeFileSync(join(folder, 'posts/tea.html'), 'Tea, edited')
  const { outcomes, offered } = await write(folder, first)
  expect(outcomes.get('posts/tea.html')).toBe('kept')
  expect(offered.size).toBe(0)
})

test('force overwrites what somebody edited, and the import owns it again', async () => {
  const folder = newFolder()
  await write(folder, first)
  writeFileSync(join(folder, 'posts/tea.html'), 'Tea, edited')
  expect(await outcomesOf(folder, second, { force: true })).toMatchObject({
    'posts/tea.html': 'updated',
  })
  expect(await outcomesOf(folder, first)).toMatchObject({ 'posts/tea.html': 'updated' })
  expect(read(folder, 'posts/tea.html')).toContain('Tea, first')
})

test('the settings are the owner’s, whatever force says', async () => {
  const folder = newFolder()
  await write(folder, first)
  const mine = '{ "title": "Mine", "url": "https://mine.example/", "gone": ["/posts/old/"] }'
  writeFileSync(join(folder, 'blog.json'), mine)
  await write(folder, second, { force: true })
  expect(read(folder, 'blog.json')).toBe(mine)
})

test('a file that was deleted comes back with the next import', async () => {
  const folder = newFolder()
  await write(folder, first)
  rmSync(join(folder, 'posts/tea.html'))
  expect(await outcomesOf(folder, first)).toMatchObject({ 'posts/tea.html': 'imported' })
})

test('a folder beside the new one, whatever its name, is left alone', async () => {
  const home = makeFolder({ 'content.importing-mine/mine.txt': 'Mine' })
  await write(join(home, 'content'), first)
  expect(read(home, 'content.importing-mine/mine.txt')).toBe('Mine')
})

test.each(['content', 'content.before-import'])(
  'after an import that was killed while it moved in, %s is whole, and the next import goes on with it',
  async (place) => {
    const home = makeFolder({
      [`${place}/blog.json`]: '{ "title": "Mine" }',
      [`${place}/posts/mine.md`]: 'Mine',
      'content.importing-4194305/posts/half.html': 'Half',
    })
    await write(join(home, 'content'), first)
    expect(read(home, 'content/posts/mine.md')).toBe('Mine')
    expect(read(home, 'content/posts/tea.html')).toContain('Tea, first')
    expect(readdirSync(home)).toEqual(['content'])
  },
)

test('a file that does not change is the same file still', async () => {
  const folder = makeFolder({ 'blog.json': '{ "title": "Mine" }', 'posts/mine.md': 'Mine' })
  const { ino } = statSync(join(folder, 'posts/mine.md'))
  await write(folder, first)
  expect(statSync(join(folder, 'posts/mine.md')).ino).toBe(ino)
})

test('the second page of a feed overwrites none of the first, and goes on counting', async () => {
  const folder = newFolder()
  await write(folder, [{ id: '1', title: 'Links', content_text: 'One' }])
  expect(await outcomesOf(folder, [{ id: '2', title: 'Links', content_text: 'Two' }])).toEqual({
    'posts/links-2.html': 'imported',
  })
  expect(read(folder, 'posts/links.html')).toContain('One')
  expect(read(folder, 'posts/links-2.html')).toContain('weight: 2')
})

test('posts without a date stay in the order of the source, however often it is imported', async () => {
  const folder = newFolder()
  const said = (id: string | undefined, title: string) => ({ id, title, content_text: title })
  const posts = [said('9', 'Nine'), said(undefined, 'None'), said('1', 'One')]
  await write(folder, posts)
  expect(new Set(Object.values(await outcomesOf(folder, posts)))).toEqual(new Set(['unchanged']))
  const others = [said('a', 'Other'), said('8', 'Another')]
  await write(folder, others)
  await write(folder, posts)
  await write(folder, others)
  for (const [index, name] of ['nine', 'none', 'one', 'other', 'another'].entries())
    expect(read(folder, `posts/${name}.html`)).toContain(`weight: ${index + 1}\n`)
})

test('a post keeps its file when its title changes at the source', async () => {
  const folder = newFolder()
  await write(folder, [{ id: '1', title: 'Tea', content_text: 'One' }])
  expect(await outcomesOf(folder, [{ id: '1', title: 'Green tea', content_text: 'One' }])).toEqual({
    'posts/tea.html': 'updated',
  })
  expect(readdirSync(join(folder, 'posts'))).toEqual(['tea.html'])
})

test('an imported post takes no slug of a post that the owner wrote', async () => {
  const folder = makeFolder({ 'blog.json': '{ "title": "Mine" }', 'posts/2024/tea.md': 'Mine' })
  expect(await outcomesOf(folder, [{ id: '1', title: 'Tea', content_text: 'One' }])).toEqual({
    'posts/tea-2.html': 'imported',
  })
})

test.each([
  ['posts/tea/index.md', 'Mine'],
  ['posts/mine.md', '---\nslug: tea\n---\nMine'],
  ['posts/Tea.md', 'Mine'],
  ['posts/mine.md', '---\naliases: [/posts/tea/]\n---\nMine'],
  ['posts/mine.md', '---\naliases: [/notes/posts/te%61/]\n---\nMine'],
])('an imported post takes no address of a text that the owner has in %s', async (file, text) => {
  const settings = '{ "title": "Mine", "url": "https://mine.example/notes/" }'
  const folder = makeFolder({ 'blog.json': settings, [file]: text })
  expect(await outcomesOf(folder, [{ id: '1', title: 'Tea', content_text: 'One' }])).toEqual({
    'posts/tea-2.html': 'imported',
  })
})

test('a page takes the address that a post of the same source had once', async () => {
  const item = (title: string, type: string, more: string) =>
    `<item><title>${title}</title><link>https://example.org/${title.toLowerCase()}/</link><wp:post_name>${title.toLowerCase()}</wp:post_name><wp:post_type>${type}</wp:post_type><content:encoded>Warm.</content:encoded>${more}</item>`
  const tea = item(
    'Tea',
    'post',
    '<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>about</wp:meta_value></wp:postmeta>',
  )
  const wxr = (items: string) => ({
    'notes.xml': `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Notes</title><link>https://example.org</link>${items}</channel></rss>`,
  })
  const folder = newFolder()
  await importInto(folder, wxr(tea))
  expect(read(folder, 'posts/tea.html')).toContain('- /about/')
  const { outcomes } = await importInto(folder, wxr(tea + item('About', 'page', '')))
  expect(outcomes.get('pages/about.html')).toBe('imported')
  expect(read(folder, 'posts/tea.html')).not.toContain('- /about/')
})

test('links lead to the address that the owner gave an imported post', async () => {
  const folder = newFolder()
  const tea = { id: '1', url: 'https://example.org/tea', title: 'Tea', content_text: 'One' }
  await write(folder, [tea])
  const file = join(folder, 'posts/tea.html')
  writeFileSync(file, read(folder, 'posts/tea.html').replace('title:', 'slug: green\ntitle:'))
  const link = '<a href="https://example.org/tea">tea</a>'
  await write(folder, [tea, { id: '2', title: 'Rain', content_html: link }])
  expect(read(folder, 'posts/rain.html')).toContain('href="/posts/green/"')
})

test('a new post takes no file that a post had whose file was deleted', async () => {
  const folder = newFolder()
  const old = { id: '1', title: 'Tea', content_text: 'One' }
  await write(folder, [old])
  rmSync(join(folder, 'posts/tea.html'))
  expect(await outcomesOf(folder, [{ id: '2', title: 'Tea', content_text: 'Two' }, old])).toEqual({
    'posts/tea-2.html': 'imported',
    'posts/tea.html': 'imported',
  })
  expect(read(folder, 'posts/tea-2.html')).toContain('Two')
})

test('a post that its owner gave another file is not imported a second time', async () => {
  const folder = newFolder()
  await write(folder, [{ id: '1', title: 'Tea', content_text: 'One' }])
  renameSync(join(folder, 'posts/tea.html'), join(folder, 'posts/my-tea.html'))
  expect(await outcomesOf(folder, [{ id: '1', title: 'Tea', content_text: 'One' }])).toEqual({
    'posts/my-tea.html': 'unchanged',
  })
})
