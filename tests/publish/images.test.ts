import { expect, test } from 'vitest'
import { type Files, load, loadPost, warningsOf } from './content-folder.ts'

/** The first bytes of a PNG, which tell its size. */
function makePng(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(33)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const view = new DataView(bytes.buffer)
  view.setUint32(8, 13)
  bytes.set(new TextEncoder().encode('IHDR'), 12)
  view.setUint32(16, width)
  view.setUint32(20, height)
  bytes.set([8, 6], 24)
  return bytes
}

const pictures: Files = {
  'media/cup.png': makePng(40, 30),
  'media/2016/my cup.png': makePng(8, 6),
  'media/cup.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 80"></svg>',
  'posts/tea/kettle.png': makePng(20, 10),
}
const post = (text: string, file = 'posts/a.md') => loadPost(file, text, pictures)

test.each([
  ['/media/cup.png', '/media/cup.png', 40, 30],
  ['../media/cup.png', '/media/cup.png', 40, 30],
  ['/media/2016/my%20cup.png', '/media/2016/my%20cup.png', 8, 6],
  ['/media/cup.svg', '/media/cup.svg', 120, 80],
  ['tea/kettle.png', '/media/posts/tea/kettle.png', 20, 10],
])('the image %s has its address and its size', async (src, address, width, height) => {
  const { html } = await post(`![A cup](${src})`)
  expect(html).toBe(`<p><img src="${address}" alt="A cup" width="${width}" height="${height}"></p>`)
})

test.each([
  ['[![](/media/cup.png)](/media/2016/my%20cup.png)', 'my cup.png'],
  ['<a href="https://example.org/"><img src="/media/cup.png" alt=" "> </a>', 'example.org'],
  ['[![A cup](/media/cup.png)](/media/cup.png)', undefined],
  ['[![](/media/cup.png) a cup](/media/cup.png)', undefined],
  ['[![](/media/cup.png)](/media/cup.png "Our cup")', undefined],
  ['[![](/media/cup.png "Our cup")](/media/cup.png)', 'Our cup'],
])('in %s the link is named %j, since a picture without words names none', async (text, name) => {
  const { html } = await post(text)
  expect(/aria-label="([^"]*)"/.exec(html)?.[1]).toBe(name)
})

test('a small image among words is one of them, a taller one and one alone are pictures', async () => {
  const { html } = await post(
    'A ![cup](/media/cup.png) and [![a pot](/media/2016/my%20cup.png)](/pot).\n\n![Alone](/media/cup.png)\n\n![Tall](/media/cup.svg) words',
  )
  const inline = (html.match(/<img[^>]*>/g) ?? []).map((tag) => tag.includes('class="inline"'))
  expect(inline).toEqual([true, true, false, false])
})

test('no small image among words stands for the post', async () => {
  const { picture } = await post('- A ![cup](/media/cup.png)\n\n![Tall](/media/cup.svg)')
  expect(picture?.src).toBe('/media/cup.svg')
  const small = '<p>See <img src="/media/cup.svg" height="24"> in words.</p>'
  const twice = await post(`${small}<p><img src="/media/cup.svg"></p>`, 'posts/a.html')
  expect(twice.picture?.src).toBe('/media/cup.svg')
})

test.each([
  ['outside a paragraph', 'A <img src="/media/cup.png"> friend.<br>', true],
  ['in a link there', 'A <a href="/x"><img src="/media/cup.png"></a> friend.', true],
  ['in a list', '<ul><li><img src="/media/cup.png"> A cup</li></ul>', true],
  ['in a table', '<table><tr><td>A <img src="/media/cup.png"></td></tr></table>', true],
  [
    'beside a cell with words',
    '<table><tr><td>A</td><td><img src="/media/cup.png"></td></tr></table>',
    false,
  ],
  ['beside a paragraph with words', '<p>A</p><img src="/media/cup.png">', false],
])('whether a small image %s is one of the words', async (_, html, isSign) => {
  const shown = (await post(html, 'posts/a.html')).html
  expect(shown.includes('class="inline"')).toBe(isSign)
})

test('a picture beside its post is published', async () => {
  const { posts, publishedFiles } = await load({
    ...pictures,
    'posts/tea/index.md': '![A kettle](kettle.png)',
  })
  expect(posts[0]?.picture).toMatchObject({ src: '/media/posts/tea/kettle.png', width: 20 })
  expect([...publishedFiles]).toEqual([['/media/posts/tea/kettle.png', 'posts/tea/kettle.png']])
})

test('under a sub-path images are too', async () => {
  const files = {
    ...pictures,
    'blog.json': '{ "title": "Notes", "url": "https://example.org/notes/" }',
  }
  const text =
    '![](/media/cup.png) ![](https://example.org/notes/media/cup.svg) ![](/notes/media/cup.svg)'
  const { html } = await loadPost('posts/a.md', text, files)
  expect(html).toContain('src="/notes/media/cup.png"')
  expect(html.match(/src="\/notes\/media\/cup.svg"/g)).toHaveLength(2)
})

test('an image that the blog’s own address does not have is missed, and stands for no post', async () => {
  const files = {
    'blog.json': '{ "title": "Notes", "url": "https://example.org/" }',
    'posts/a.md': '![](https://example.org/media/none.png) ![](https://example.com/none.png)',
  }
  const { posts, warnings } = await load(files)
  expect(posts[0]?.picture?.src).toBe('https://example.com/none.png')
  expect(warnings().map(({ message }) => message)).toEqual([
    'the image "https://example.org/media/none.png" is not in the content folder',
  ])
})

test('an image on the blog’s own host may be the host’s, or in public', async () => {
  const files = {
    'blog.json': '{ "title": "Notes", "url": "https://example.org/" }',
    'posts/a.md': '![](https://example.org/uploads/cup.png)',
  }
  const { posts, warnings } = await load(files)
  expect(posts[0]?.picture?.src).toBe('https://example.org/uploads/cup.png')
  expect(warnings()).toEqual([])
})

test('the first image loads at once, the others when they are near', async () => {
  const { html } = await post('![](/media/cup.png) ![](/media/cup.svg) ![](/media/cup.png)')
  const [first, ...others] = html.match(/<img[^>]*>/g) ?? []
  expect(first).not.toContain('loading')
  expect(others).toHaveLength(2)
  for (const other of others) expect(other).toContain('loading="lazy" decoding="async"')
})

test('an image without a description is marked as decoration', async () => {
  const { html } = await post('<img src="/media/cup.png">', 'posts/a.html')
  expect(html).toContain('alt=""')
})

test('the size that the author gave is kept, and a missing side follows from the picture', async () => {
  const { html } = await post('<img src="/media/cup.png" width="80">', 'posts/a.html')
  expect(html).toContain('width="80"')
  expect(html).toContain('height="60"')
})

test.each([
  ['width="40" height="30"', 'width="40" height="30"'],
  ['width="40.5px" height="auto"', 'width="40"'],
  ['width="100%"', ''],
])('of the size %s of an image elsewhere, what is in pixels is kept', async (written, kept) => {
  const image = '<img src="https://example.org/a.png"'
  const { html } = await post(`${image} ${written} alt="">`, 'posts/a.html')
  expect(html.replace(' alt=""', '')).toBe(`${image}${kept && ` ${kept}`}>`)
})

test.each([
  ['gone.png', 'the image "gone.png" is not in the content folder'],
  ['/gone.png', 'the image "/gone.png" is not in the content folder'],
  ['../../cup.png', 'the image "../../cup.png" is not in the content folder'],
  [
    '/images/cup.png',
    'the image "/images/cup.png" is not published; expected it in media/, or beside the text',
  ],
])('the missing image %s is a warning, and stands for no post', async (src, warning) => {
  const missing = `---\nimage: ${src}\n---\n![](${src})`
  const files = { ...pictures, 'images/cup.png': 'PNG', 'posts/a.md': missing }
  expect(await warningsOf(files)).toEqual([`posts/a.md:2: ${warning}`])
  const { html, picture, cover } = await loadPost('posts/a.md', missing, files)
  expect(html).toContain(`<img src="${src}" alt="">`)
  expect([picture, cover]).toEqual([undefined, undefined])
})

test.each(['c:\\pots\\cup.png', 'blob:https://example.org/1'])(
  'an image at %s, which no reader has, is a warning',
  async (src) => {
    const [warning] = await warningsOf({ 'posts/a.html': `<img src="${src}" alt="A cup">` })
    expect(warning).toContain(`posts/a.html: found the image "${src}", which is not on the web`)
  },
)

test('a file that is no image is a warning, and is shown without a size', async () => {
  const files = { 'media/cup.png': 'no picture', 'posts/a.md': '![](/media/cup.png)' }
  expect(await warningsOf(files)).toEqual([
    expect.stringContaining('media/cup.png: found no image that can be measured'),
  ])
})

test('what is no image does not stand for the post', async () => {
  const broken = { ...pictures, 'media/broken.png': '' }
  const text = '![Broken](/media/broken.png) ![A cup](/media/cup.png)'
  const { picture } = await loadPost('posts/a.md', text, broken)
  expect(picture).toMatchObject({ src: '/media/cup.png', alt: 'A cup' })
})

test('images of other sites and images given as data stay as they are', async () => {
  const { html, picture } = await post(
    '<img src="//example.org/a.png"><img src="data:image/gif;base64,AA">',
    'posts/a.html',
  )
  expect(html).toContain('<img src="https://example.org/a.png" alt="">')
  expect(html).toContain('src="data:image/gif;base64,AA"')
  expect(picture).toEqual({ src: 'https://example.org/a.png', alt: '' })
})

const cover = '---\nimage: /media/cup.png\nimage_alt: A cup\n---\n'
test("the front matter's image stands for the post, and opens it where the text shows another", async () => {
  const shown = { src: '/media/cup.png', alt: 'A cup', width: 40, height: 30 }
  expect(await post(`${cover}![](/media/cup.svg)`)).toMatchObject({ picture: shown, cover: shown })
  expect(await post(`${cover}![](../media/cup.png)`)).toMatchObject({
    picture: shown,
    cover: undefined,
  })
})

test('an image whose address is none stays as it is written, and is told', async () => {
  const text = '---\nimage: https://\n---\n<img src="http://" alt="A cup">'
  const { html, picture } = await post(text)
  expect(html).toBe('<img src="http://" alt="A cup">')
  expect(picture).toBeUndefined()
  expect(await warningsOf({ 'posts/a.md': text })).toEqual([
    'posts/a.md: the image "http://" is at no address; expected one such as https://example.org/a.png',
    'posts/a.md: the image "https://" is at no address; expected one such as https://example.org/a.png',
  ])
})

test('the address of a picture elsewhere holds no space', async () => {
  const { html } = await loadPost('posts/a.html', '<img src="https://example.org/a b.png" alt="">')
  expect(html).toContain('src="https://example.org/a%20b.png"')
})
