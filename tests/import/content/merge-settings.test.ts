import { expect, test } from 'vitest'
import { mergeSettings } from '../../../src/import/content/merge-settings.ts'

const brought = '{ "title": "Theirs", "aliases": { "/label/tea": "/tags/Tea/", "/old": "/" } }'

test('old addresses are added to those that are there, and nothing else', () => {
  const present =
    '{\n    "title": "Mine",\n    "aliases": {\n        "/old": "/posts/a/"\n    }\n}\n'
  expect(mergeSettings(present, brought)).toBe(
    present.replace('"/posts/a/"', '"/posts/a/",\n        "/label/tea": "/tags/Tea/"'),
  )
  expect(JSON.parse(mergeSettings('{ "title": "Mine" }', brought) ?? '')).toEqual({
    title: 'Mine',
    aliases: { '/label/tea': '/tags/Tea/', '/old': '/' },
  })
})

test('popular posts stand where nothing is said of them', () => {
  const brought = '{ "popular": { "posts": ["tea"] } }'
  expect(mergeSettings('{ "title": "Mine" }', brought)).toBe(
    '{\n  "title": "Mine",\n  "popular": {\n    "posts": [\n      "tea"\n    ]\n  }\n}\n',
  )
  expect(mergeSettings('{ "popular": { "window": "week" } }', brought)).toBeUndefined()
})

test('a byte order mark is no part of the settings', () => {
  expect(mergeSettings('\ufeff{ "title": "Mine" }', brought)).toContain('"/label/tea"')
})

test.each([
  ['that has them all', brought],
  [
    'that has them in other letters',
    '{ "aliases": { "/Label/%54ea/": "/", "/OLD": "/posts/a/" } }',
  ],
  [
    'that has them below its base',
    '{ "url": "https://a.example/blog/", "aliases": { "/blog/label/tea": "/", "/old": "/" } }',
  ],
  ['that is no JSON', '{ "title": '],
  ['whose aliases are none', '{ "aliases": "/old" }'],
])('a blog.json %s is left alone', (_, present) => {
  expect(mergeSettings(present, brought)).toBeUndefined()
})
