import { expect, test } from 'vitest'
import { feed } from '../../../src/import/formats/feed.ts'
import { openText, wholeText } from '../../../src/import/source/source-text.ts'
import { postWith } from '../read-import.ts'

const rss = (encoding: string | undefined, title: string) =>
  `<?xml version="1.0"${encoding === undefined ? '' : ` encoding="${encoding}"`}?><rss><channel><item><title>${title}</title></item></channel></rss>`
/** Letters of a text that the encoding has other bytes for. */
const bytesOf = (text: string, letters: Record<string, number[]> = {}): Uint8Array =>
  Uint8Array.from([...text].flatMap((letter) => letters[letter] ?? [letter.charCodeAt(0)]))
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')

test.each([
  ['UTF-8 with a mark', 'Tée', Buffer.from(`\ufeff${rss(undefined, 'Tée')}`)],
  ['UTF-8 without any sign of it', 'Tée', Buffer.from(rss(undefined, 'Tée'))],
  [
    'UTF-8 that calls itself something else',
    'Tée',
    Buffer.from(`\ufeff${rss('iso-8859-1', 'Tée')}`),
  ],
  ['ISO 8859-1', 'Tée', bytesOf(rss('iso-8859-1', 'Tée'))],
  ['windows-1252', '“Tée”', bytesOf(rss('windows-1252', '“Tée”'), { '“': [0x93], '”': [0x94] })],
  ['windows-1252 that calls itself UTF-8', 'Tée', bytesOf(rss('utf-8', 'Tée'))],
  ['windows-1252 that does not say so', 'Tée', bytesOf(rss(undefined, 'Tée'))],
  ['GBK', '茶', bytesOf(rss('gb2312', '茶'), { 茶: [0xb2, 0xe8] })],
  ['Shift_JIS', '茶', bytesOf(rss('Shift_JIS', '茶'), { 茶: [0x92, 0x83] })],
  [
    'UTF-16 with a mark',
    'Tée',
    Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(rss('utf-16', 'Tée'))]),
  ],
  ['UTF-16 without a mark', 'Tée', utf16(rss('utf-16', 'Tée'))],
  ['big-endian UTF-16', 'Tée', Buffer.from(utf16(`\ufeff${rss(undefined, 'Tée')}`)).swap16()],
])('a feed in %s is read', async (_, title, bytes) => {
  expect((await postWith(feed, bytes)).title).toBe(title)
})

test('what the host says of the encoding counts before what the file says', async () => {
  const bytes = async function* () {
    yield bytesOf(rss('iso-8859-1', '茶'), { 茶: [0x92, 0x83] })
  }
  const text = await openText('a feed', bytes, { charset: 'shift_jis' })
  expect(await wholeText(text)).toContain('茶')
})

test('one slip in a text of UTF-8 spoils nothing but itself', async () => {
  const bytes = Buffer.concat([Buffer.from(rss(undefined, 'Tée, café, ')), Buffer.from([0xe9])])
  expect((await postWith(feed, bytes)).title).toBe('Tée, café,')
})

test('a letter that two pieces share is one letter', async () => {
  const bytes = async function* () {
    for (const byte of Buffer.from(rss(undefined, 'T茶e'))) yield Uint8Array.of(byte)
  }
  expect(await wholeText(await openText('a feed', bytes))).toBe(rss(undefined, 'T茶e'))
})
