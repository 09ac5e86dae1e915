import { expect, test } from 'vitest'
import { isSlug, slugify, slugOfFileName } from '../../src/core/slugs.ts'

test.each([
  ['Tea, not coffee...', 'tea-not-coffee'],
  ['  Don’t   panic! ', 'dont-panic'],
  ['Ünder the Brücke', 'ünder-the-brücke'],
  ['Cafe\u0301', 'caf\u00e9'],
  ['工作与休息', '工作与休息'],
  ['हिन्दी में', 'हिन्दी-में'],
  ['1984', '1984'],
  ['🎉', ''],
])('the words "%s" make the slug "%s"', (words, slug) => {
  expect(slugify(words)).toBe(slug)
})

test('a long slug is cut to 80, without a hyphen at its end', () => {
  expect(slugify(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79))
  expect(slugify('word '.repeat(40)).length).toBeLessThanOrEqual(80)
})

test('a long slug is never cut through a character', () => {
  const slug = slugify(`a${'𠀀'.repeat(60)}`)
  expect(() => encodeURIComponent(slug)).not.toThrow()
})

test.each([
  ['Plain-Words', 'Plain-Words'],
  ['my post', 'my-post'],
  ['50% more?', '50-more'],
  ['-.hidden', 'hidden'],
  ['a/b\\c', 'a-b-c'],
  ['...', ''],
])('the file name "%s" makes the slug "%s"', (name, slug) => {
  expect(slugOfFileName(name)).toBe(slug)
})

test.each([
  ['plain-words', true],
  ['v1.2', true],
  ['工作', true],
  ['', false],
  ['..', false],
  ['two words', false],
  ['a/b', false],
  ['a?b', false],
  ['a\u0000b', false],
  ['\ud800', false],
])('whether %j is a slug: %s', (text, expected) => {
  expect(isSlug(text)).toBe(expected)
})
