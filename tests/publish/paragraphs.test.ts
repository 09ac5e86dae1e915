import { expect, test } from 'vitest'
import { load } from './content-folder.ts'

/** The ids of a post's paragraphs, by their words. */
async function idsOf(text: string): Promise<Record<string, string>> {
  const { posts } = await load({ 'posts/a.md': text })
  const html = posts[0]?.bodies().html ?? ''
  return Object.fromEntries(
    [...html.matchAll(/<p id="([^"]+)">([^<]*)/g)].map(([, id = '', words = '']) => [words, id]),
  )
}

test('a paragraph keeps its address while those around it change', async () => {
  const before = await idsOf('One.\n\nTwo.\n\nThree.')
  const after = await idsOf('New.\n\nThree.\n\nTwo, changed.')
  expect(Object.keys(before)).toEqual(['One.', 'Two.', 'Three.'])
  expect(after['Three.']).toBe(before['Three.'])
  expect(after['Two, changed.']).not.toBe(before['Two.'])
})

test('two paragraphs with the same words have two addresses', async () => {
  const { posts } = await load({ 'posts/a.md': 'Ha.\n\nHa.' })
  const ids = posts[0]?.bodies().html.match(/id="[^"]+"/g)
  expect(new Set(ids).size).toBe(2)
})

// A time that grows with the square would be many times that.
test('thousands of paragraphs with the same words have addresses', {
  timeout: 10_000,
}, async () => {
  const { posts } = await load({ 'posts/a.md': 'Ha.\n\n'.repeat(20_000) })
  const ids = posts[0]?.bodies().html.match(/id="[^"]+"/g)
  expect(new Set(ids).size).toBe(20_000)
})

test('a paragraph that its author named keeps that name', async () => {
  expect(await idsOf('<p id="here">Here.</p>')).toEqual({ 'Here.': 'here' })
})
