import { expect, test } from 'vitest'
import { recogniseFormat } from '../../src/import/formats.ts'
import { jsonFeed } from '../../src/import/json-feed.ts'
import { feedOf } from './feed.ts'

test.each([
  feedOf([]),
  `  \n${feedOf([])}`,
  JSON.stringify({ version: 'https://jsonfeed.org/version/1', items: [] }, null, 2),
  JSON.stringify({ items: [], version: 'https://www.jsonfeed.org/version/1.1' }),
  '{ "version": "1.1", "items": [] }',
])('%s is recognised as a JSON Feed', (text) => {
  expect(recogniseFormat(text)).toBe(jsonFeed)
})

test.each([
  ['', 'an empty file'],
  ['  \n', 'an empty file'],
  ['PK\u0003\u0000', 'a file that is no text'],
  ['<!DOCTYPE html><title>Tea</title>', 'a web page (HTML)'],
  ['<?xml version="1.0"?><opml/>', 'XML'],
  ['{ "posts": [] }', 'JSON that is no feed'],
  ['[]', 'JSON that is no feed'],
  ['# Tea', 'plain text'],
])('%j is refused, and what it seems to be is said', (text, seems) => {
  expect(() => recogniseFormat(text)).toThrow(`found ${seems}, expected one of: JSON Feed`)
})
