import { statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { Cache } from '../../src/publish/cache/cache.ts'
import { readOnce } from '../../src/publish/content/read-once.ts'
import { digestOf } from '../../src/publish/digest.ts'
import { loadFolder, makeFolder, withoutParagraphIds } from './content-folder.ts'

/** A cache as an earlier run left it, holding a value and a text. */
function usedCache(): { place: string; text: string } {
  const place = makeFolder({})
  const cache = new Cache(place, 'one')
  cache.keep('tea', { minutes: 4 })
  const text = cache.texts.bodies.keep('Steep, then drink.')
  cache.save()
  return { place, text }
}

test('what one run keeps, the next one finds', () => {
  const { place, text } = usedCache()
  const cache = new Cache(place, 'one')
  expect(cache.find('tea')).toEqual({ minutes: 4 })
  expect(cache.find('coffee')).toBeUndefined()
  expect(cache.texts.bodies.find(text)).toBe('Steep, then drink.')
  expect(cache.texts.bodies.find(digestOf('Grind.'))).toBeUndefined()
})

test('what a run does not use is gone, unless it says that others will', () => {
  const { place, text } = usedCache()
  const dev = new Cache(place, 'one')
  dev.keepUnused()
  dev.save()
  const later = new Cache(place, 'one')
  expect(later.texts.bodies.find(text)).toBe('Steep, then drink.')
  expect(later.find('tea')).toEqual({ minutes: 4 })
  new Cache(place, 'one').save()
  const last = new Cache(place, 'one')
  expect(last.texts.bodies.find(text)).toBeUndefined()
  expect(last.find('tea')).toBeUndefined()
})

test('any number of values, in any script and of any length, is kept', () => {
  const place = makeFolder({})
  const cache = new Cache(place, 'one')
  for (let cup = 0; cup < 25_000; cup++) cache.keep(`чай ${cup}`, `🫖\t${cup}\n`)
  cache.keep('long', 'чай'.repeat(400_000))
  cache.keep('last', '🫖')
  cache.save()
  const later = new Cache(place, 'one')
  for (const cup of [0, 9_999, 10_000, 24_999])
    expect(later.find(`чай ${cup}`)).toBe(`🫖\t${cup}\n`)
  expect(later.find('long')).toBe('чай'.repeat(400_000))
  expect(later.find('last')).toBe('🫖')
})

test('a file name that would be taken for two things is not kept', () => {
  const place = makeFolder({})
  const cache = new Cache(place, 'one')
  for (const key of ['size a\tb.png', 'size a\nb.png', 'tea']) cache.keep(key, key)
  cache.save()
  const later = new Cache(place, 'one')
  for (const key of ['size a\tb.png', 'size a\nb.png', 'size a', 'b.png'])
    expect(later.find(key), key).toBeUndefined()
  expect(later.find('tea')).toBe('tea')
})

test('what another version kept is not taken', () => {
  expect(new Cache(usedCache().place, 'two').find('tea')).toBeUndefined()
})

test.each([
  ['emptied', ''],
  ['cut short', 'x'],
  ['overwritten', '\0\n\t\n'],
])('a cache that was %s is as good as none', (_, garbage) => {
  const { place, text } = usedCache()
  writeFileSync(join(place, 'entries'), garbage)
  writeFileSync(join(place, 'bodies'), garbage)
  const cache = new Cache(place, 'one')
  expect(cache.find('tea')).toBeUndefined()
  expect(cache.texts.bodies.find(text)).toBeUndefined()
})

test('what a run did not use is gone after it', () => {
  const { place, text } = usedCache()
  const cache = new Cache(place, 'one')
  cache.find('tea')
  cache.save()
  expect(new Cache(place, 'one').find('tea')).toEqual({ minutes: 4 })
  expect(new Cache(place, 'one').texts.bodies.find(text)).toBeUndefined()
})

test('texts that nobody wants any more do not fill the disk', () => {
  const { place } = usedCache()
  const cache = new Cache(place, 'one')
  for (let cup = 0; cup < 30; cup++) cache.texts.bodies.keep(`${cup}`.repeat(100_000))
  cache.save()
  const full = statSync(join(place, 'bodies')).size
  const later = new Cache(place, 'one')
  const wanted = later.texts.bodies.keep('29'.repeat(100_000))
  later.save()
  expect(statSync(join(place, 'bodies')).size).toBeLessThan(full / 4)
  expect(new Cache(place, 'one').texts.bodies.find(wanted)).toBe('29'.repeat(100_000))
})

const settings = { 'blog.json': '{ "title": "Notes" }' }

/** A folder that was loaded once, and how to load it again after files of it changed. */
async function loadedFolder(files: Record<string, string>) {
  const folder = makeFolder({ ...settings, ...files })
  const place = makeFolder({})
  const load = async () => {
    const cache = new Cache(place, 'one')
    const content = await loadFolder(folder, { cache })
    const htmlOf = (slug: string) =>
      content.posts
        .filter((post) => post.slug === slug)
        .map((post) => withoutParagraphIds(post.bodies().html))[0]
    const html = Object.fromEntries(content.posts.map(({ slug }) => [slug, htmlOf(slug)]))
    cache.save()
    return { ...content, html, warnings: content.warnings() }
  }
  await load()
  return {
    place,
    load,
    write: (file: string, text: string) => writeFileSync(join(folder, file), text),
  }
}

test('a text from the cache is the text that was rendered', async () => {
  const { load } = await loadedFolder({
    'posts/tea.md': '# Tea\n\n*Hot*, and `<!--more-->`.\n\n<!--more-->\n\nMore.',
    'comments/tea.json':
      '[{"id":1,"author":"Ada","content_html":"<p>Yes.<script>no</script></p>"}]',
  })
  const { posts, html } = await load()
  expect(posts[0]).toMatchObject({ name: 'Tea', excerpt: 'Hot, and <!--more-->.', commentCount: 1 })
  expect(html.tea).toContain('<em>Hot</em>')
  expect(posts.map((post) => post.bodies().comments[0]?.content_html)).toEqual(['<p>Yes.</p>'])
})

test('an edited text is rendered anew, and so are edited comments', async () => {
  const comments = (text: string) => JSON.stringify([{ id: 1, author: 'Ada', content_html: text }])
  const { load, write } = await loadedFolder({
    'posts/tea.md': 'Hot.',
    'posts/milk.md': 'White.',
    'comments/milk.json': comments('Yes.'),
  })
  write('posts/tea.md', 'Cold.')
  write('comments/milk.json', comments('No.'))
  const { html, posts } = await load()
  expect(html.tea).toBe('<p>Cold.</p>')
  expect(
    posts.flatMap((post) => post.bodies().comments.map(({ content_html }) => content_html)),
  ).toEqual(['No.'])
})

test('a text of the same length is read anew when it is edited, however soon', async () => {
  const { load, write } = await loadedFolder({ 'posts/tea.md': 'Hot.' })
  await load()
  write('posts/tea.md', 'Icy.')
  expect((await load()).html.tea).toBe('<p>Icy.</p>')
})

test('a text that was just touched is not known by its times, since it may be touched again', () => {
  const folder = makeFolder({ 'tea.md': 'Hot.' })
  const cache = new Cache(makeFolder({}), 'one')
  readOnce(folder, 'tea.md', (text) => text, cache)
  expect(cache.find('read tea.md')).not.toHaveProperty('stamp')
})

test('a text that nobody touched for a while is known by its size and times', () => {
  const folder = makeFolder({ 'tea.md': 'Hot.' })
  const cache = new Cache(makeFolder({}), 'one')
  const parse = vi.fn((text: string) => text.length)
  const read = () => readOnce(folder, 'tea.md', parse, cache)
  const anHour = 3_600_000
  vi.useFakeTimers({ now: Date.now() + anHour, toFake: ['Date'] })
  try {
    expect(read()).toMatchObject({ digest: digestOf('Hot.'), parsed: 4 })
    expect(cache.find('read tea.md')).toHaveProperty('stamp')
    // Were the file read, its digest would be another.
    cache.set('read tea.md', { ...Object(cache.find('read tea.md')), digest: 'kept', parsed: 5 })
    expect(read()).toMatchObject({ digest: 'kept', parsed: 5 })
    writeFileSync(join(folder, 'tea.md'), 'Icy.')
    expect(read()).toMatchObject({ digest: digestOf('Icy.'), parsed: 4 })
    expect(parse.mock.calls).toEqual([['Hot.'], ['Icy.']])
  } finally {
    vi.useRealTimers()
  }
})

test('a text that was touched and is the same is not parsed again', () => {
  const folder = makeFolder({ 'tea.md': 'Hot.' })
  const cache = new Cache(makeFolder({}), 'one')
  const parse = vi.fn((text: string) => text.length)
  for (const time of [1, 2]) {
    utimesSync(join(folder, 'tea.md'), time, time)
    readOnce(folder, 'tea.md', parse, cache)
  }
  expect(parse).toHaveBeenCalledTimes(1)
})

test('a text is rendered anew when what it links to has moved', async () => {
  const { load, write } = await loadedFolder({
    'posts/tea.md': '[Milk](milk.md)',
    'posts/milk.md': 'White.',
  })
  write('posts/milk.md', '---\nslug: cream\n---\nWhite.')
  expect((await load()).html.tea).toBe('<p><a href="/posts/cream/">Milk</a></p>')
})

test('a text is rendered anew when its image is another', async () => {
  const svg = (width: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"/>`
  const { load, write } = await loadedFolder({
    'posts/tea.md': '![Cup](cup.svg)',
    'posts/cup.svg': svg(20),
  })
  write('posts/cup.svg', svg(300))
  expect((await load()).html.tea).toContain('width="300"')
})

test('a warning is told in every run', async () => {
  const { load } = await loadedFolder({ 'posts/tea.md': '[Milk](milk.md)' })
  expect((await load()).warnings).toHaveLength(1)
})

test('a text whose kept bodies are damaged is rendered anew', async () => {
  const { load, place } = await loadedFolder({ 'posts/tea.md': 'Hot.' })
  writeFileSync(join(place, 'bodies'), JSON.stringify({ html: '<script>', comments: [] }))
  expect((await load()).html.tea).toBe('<p>Hot.</p>')
})
