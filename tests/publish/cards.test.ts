import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { imageSize } from 'image-size'
import { expect, test } from 'vitest'
import { Cache } from '../../src/publish/cache/cache.ts'
import { Cards } from '../../src/publish/cards/cards.ts'
import { describeProblem } from '../../src/publish/content/problems.ts'
import { previewsOf } from '../../src/publish/previews.ts'
import { SiteFolder } from '../../src/publish/site-folder.ts'
import { load, loadFolder, makeFolder } from './content-folder.ts'

const settings = { title: 'Notes', url: 'https://example.org/blog/' }
const withCards = (cards: unknown) => JSON.stringify({ ...settings, cards })

/** A blog's cards, and what publishes them. */
async function cardsOf(blog: string, place = join(makeFolder({}), 'cards-1')) {
  const folder = makeFolder({ 'blog.json': blog, 'media/no-font.txt': 'Hello' })
  const content = await loadFolder(folder)
  const cache = new Cache(makeFolder({}), '')
  const cards = await Cards.open({ settings: content.settings, folder, place, cache })
  const out = join(makeFolder({}), 'dist')
  const publish = async () => {
    const site = new SiteFolder(out, cache)
    const drawn = await cards.publish(site)
    site.publish()
    return drawn
  }
  return { cards, publish, out, place, preview: previewsOf(content, cards) }
}

const titles = [
  'Tea',
  'Why the kettle sings before it boils, and what else the kitchen says to those who have the time to sit down and listen to it for a while',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'Чай, τσάι и trà: một chén',
  'Tea 🫖 and cake 👩🏽‍🍳',
]

test('a card is a light PNG of the size that previews want', async () => {
  const { cards, publish, out } = await cardsOf(withCards(true))
  titles.forEach((title, index) => {
    expect(cards.cardOf(`/posts/${index}/`, title, undefined)).toEqual({
      src: `https://example.org/blog/cards/posts/${index}.png`,
      alt: title,
      width: 1200,
      height: 630,
    })
  })
  expect(await publish()).toBe(titles.length)
  titles.forEach((_, index) => {
    const file = join(out, `cards/posts/${index}.png`)
    expect(imageSize(readFileSync(file))).toMatchObject({ width: 1200, height: 630, type: 'png' })
    expect(statSync(file).size).toBeLessThan(60_000)
  })
  expect(cards.warnings).toEqual([])
})

test('only cards that were not drawn before are drawn, and those of no page are forgotten', async () => {
  const first = await cardsOf(withCards(true))
  first.cards.cardOf('/posts/a/', 'Tea', undefined)
  first.cards.cardOf('/posts/b/', 'Cake', undefined)
  expect(await first.publish()).toBe(2)
  const second = await cardsOf(withCards(true), first.place)
  second.cards.cardOf('/posts/a/', 'Tea', undefined)
  second.cards.cardOf('/posts/c/', 'Milk', undefined)
  expect(await second.publish()).toBe(1)
  expect(readdirSync(first.place)).toHaveLength(2)
})

test('a title that no font could draw has no card, and the owner is told once', async () => {
  const { cards } = await cardsOf(withCards(true))
  expect(cards.cardOf('/posts/a/', '茶', undefined)).toBeUndefined()
  expect(cards.cardOf('/posts/b/', 'شاي', 'ar')).toBeUndefined()
  expect(cards.warnings.map(describeProblem)).toEqual([
    'blog.json: cards.fonts: no font has "茶" of the title "茶", nor all of 1 other title; expected a font file that has it: without one there is no image in previews',
  ])
})

test('a title of emoji alone has no card', async () => {
  const { cards } = await cardsOf(withCards(true))
  expect(cards.cardOf('/posts/a/', '🫖', undefined)).toBeUndefined()
})

test('cards: false draws none', async () => {
  const { cards, publish } = await cardsOf(withCards(false))
  expect(cards.cardOf('/posts/a/', 'Tea', undefined)).toBeUndefined()
  expect(await publish()).toBe(0)
})

test.each([
  ['media/absent.ttf', 'found no file "media/absent.ttf" in the content folder, expected a font'],
  ['media/no-font.txt', "which can't be read"],
])('the font %s is refused', async (font, message) => {
  await expect(cardsOf(withCards({ fonts: [font] }))).rejects.toThrow(message)
})

test.each([
  [
    'a picture of its own',
    { src: '/blog/media/a.jpg', alt: 'A', width: 800, height: 600 },
    'media/a.jpg',
  ],
  [
    'one of another host',
    { src: 'https://example.com/a.jpg', alt: '' },
    'https://example.com/a.jpg',
  ],
  [
    'a drawing, which platforms don’t show',
    { src: '/blog/media/a.svg', alt: '' },
    'cards/posts/a.png',
  ],
  ['a tiny one', { src: '/blog/media/a.png', alt: '', width: 16, height: 16 }, 'cards/posts/a.png'],
  ['none', undefined, 'cards/posts/a.png'],
])('the preview of a post with %s', async (_, picture, shown) => {
  const { preview } = await cardsOf(withCards(true))
  const image = preview({ path: '/posts/a/', title: 'Tea', picture, language: undefined })
  expect(image?.src).toBe(new URL(shown, settings.url).href)
})

test('a blog that has no public address has no previews', async () => {
  const { preview } = await cardsOf('{ "title": "Notes" }')
  expect(preview({ path: '/', title: 'Tea', picture: undefined, language: undefined })).toBe(
    undefined,
  )
})

test('the blog’s own image is found and measured', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>'
  const blog = JSON.stringify({ ...settings, image: 'media/us.svg' })
  const { image } = await load({ 'blog.json': blog, 'media/us.svg': svg })
  expect(image).toEqual({ src: '/blog/media/us.svg', alt: 'Notes', width: 30, height: 20 })
})
