import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadFolder, makeFolder, withoutParagraphIds } from '../publish/content-folder.ts'
import { feedOf, importInto } from './read-import.ts'

const items = [
  {
    id: 'kettle',
    title: 'The kettle sings',
    url: 'https://old.example/2016/05/kettle.html',
    content_html: '<p>It sang at six.</p>\n<p>Nobody was up.</p>\n<p>It sang on.</p>',
  },
  {
    id: 'bench',
    title: 'A bench in the rain',
    content_html: '<p>Wet, and <em>empty</em>.</p>\n<p>I sat &amp; waited.</p>',
  },
  {
    id: 'night',
    title: 'After the last bus',
    content_text: 'We walked.\n\nIt was not far, and 2 < 3 miles.',
  },
]
const popular = ['night', 'kettle', 'bench']

async function importAndLoad() {
  const folder = join(makeFolder({}), 'content')
  await importInto(folder, { 'feed.json': feedOf(items, { _lectern: { popular } }) })
  return loadFolder(folder)
}

test('undated posts keep the order of their feed', async () => {
  const { posts, warnings } = await importAndLoad()
  expect(posts.map(({ title }) => title)).toEqual(items.map(({ title }) => title))
  expect(posts.map(({ date }) => date)).toEqual([undefined, undefined, undefined])
  expect(warnings()).toEqual([])
})

test('the popular posts keep their order', async () => {
  const { popular } = await importAndLoad()
  expect(popular.basis).toBe('picked')
  expect(popular.posts.map(({ source }) => source)).toEqual(['night', 'kettle', 'bench'])
})

test('each paragraph survives', async () => {
  const { posts } = await importAndLoad()
  expect(
    posts.map((post) => withoutParagraphIds(post.bodies().html).match(/<p>.*?<\/p>/g)),
  ).toEqual([
    ['<p>It sang at six.</p>', '<p>Nobody was up.</p>', '<p>It sang on.</p>'],
    ['<p>Wet, and <em>empty</em>.</p>', '<p>I sat &#x26; waited.</p>'],
    ['<p>We walked.</p>', '<p>It was not far, and 2 &#x3C; 3 miles.</p>'],
  ])
})

test('the old address leads to the post', async () => {
  const { aliases } = await importAndLoad()
  expect([...aliases]).toEqual([['/2016/05/kettle.html', '/posts/kettle/']])
})
