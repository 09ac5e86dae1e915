import { expect, test } from 'vitest'
import { emailLink, networks, shareHref } from '../../src/core/share.ts'

const address = 'https://example.org/posts/tea/?a=1&b=2'

test.each(Object.entries(networks))('the link to %s carries the whole address', (_, link) => {
  const href = new URL(shareHref(link, 'Tea & “cake”', address))
  expect(href.protocol).toBe('https:')
  expect(decodeURIComponent(href.search + href.hash + href.pathname)).toContain(address)
})

test('an e-mail has the title as its subject and the address as its text', () => {
  const { protocol, searchParams } = new URL(shareHref(emailLink, 'Tea & $& cake', address))
  expect(protocol).toBe('mailto:')
  expect(searchParams.get('subject')).toBe('Tea & $& cake')
  expect(searchParams.get('body')).toBe(address)
})
