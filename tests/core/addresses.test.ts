import { expect, test } from 'vitest'
import {
  addressKey,
  aliasPath,
  baseOf,
  commentAnchor,
  homePath,
  isSitePage,
  mediaPath,
  pagePath,
  postPath,
  publicAddress,
  twinPath,
  underBase,
} from '../../src/core/addresses.ts'

test.each([
  [homePath(), '/'],
  [homePath(2), '/page/2/'],
  [postPath('plain-words'), '/posts/plain-words/'],
  [postPath('工作'), '/posts/%E5%B7%A5%E4%BD%9C/'],
  [postPath('a&b'), '/posts/a%26b/'],
  [pagePath('über'), '/%C3%BCber/'],
  [mediaPath('2016/my bench.png'), '/media/2016/my%20bench.png'],
  [commentAnchor('7'), 'c-7'],
])('a link builder gives %s', (path, expected) => {
  expect(path).toBe(expected)
})

test.each([
  ['/', '/index.json'],
  ['/page/2/', '/page/2.json'],
  ['/posts/plain-words/', '/posts/plain-words.json'],
  ['/about/', '/about.json'],
])('the twin of %s is %s', (path, twin) => {
  expect(twinPath(path)).toBe(twin)
})

test.each([
  [undefined, '/'],
  ['https://example.org', '/'],
  ['https://example.org/', '/'],
  ['https://example.org/blog', '/blog/'],
  ['https://example.org:8080/my/blog//', '/my/blog/'],
  ['https://example.org/über/', '/%C3%BCber/'],
])('the base of %s is %s', (url, base) => {
  expect(baseOf(url)).toBe(base)
})

test('a path keeps its place under a base', () => {
  expect(underBase('/', '/posts/a/')).toBe('/posts/a/')
  expect(underBase('/blog/', '/posts/a/')).toBe('/blog/posts/a/')
})

test.each([
  [undefined, '/posts/a/'],
  ['https://example.org', 'https://example.org/posts/a/'],
  ['https://example.org/blog/', 'https://example.org/blog/posts/a/'],
])('with the public address %s a post is at %s', (url, address) => {
  expect(publicAddress(url, '/posts/a/')).toBe(address)
})

test.each([
  ['/', true],
  ['/page/12/', true],
  ['/posts/a/', true],
  ['/%C3%BCber/', true],
  ['/page/two/', false],
  ['/posts/a/b/', false],
  ['/posts/a', false],
  ['/imprint/', false],
  ['/media/a.png', false],
])('whether %s is a page of the app: %s', (path, expected) => {
  expect(isSitePage(path, ['about', 'über'])).toBe(expected)
})

test.each([
  ['/About/', '/about'],
  ['/about/index.html', '/about/'],
  ['/', '/index.html'],
])('%s and %s are one place', (one, other) => {
  expect(addressKey(one)).toBe(addressKey(other))
})

test.each([
  ['/2016/05/plain-words.html', '/2016/05/plain-words.html'],
  ['/2016/工作/', '/2016/工作/'],
  ['/2016/%E5%B7%A5%E4%BD%9C/', '/2016/工作/'],
  ['/a/..b/', '/a/..b/'],
  ['/a b', '/a b'],
  ['/a%20b', '/a b'],
  ['2016/plain-words.html', undefined],
  ['/?p=123', '/?p=123'],
  ['/blog/?page_id=7', '/blog/?page_id=7'],
  ['/index.php?option=tea&id=7', '/index.php?option=tea&id=7'],
  ['/a?b', undefined],
  ['/a?b=c&d', undefined],
  ['/a?b=c d', undefined],
  ['/a#b', undefined],
  ['/search/label/C%23', '/search/label/C#'],
  ['/a%3Fb', undefined],
  ['/../a', undefined],
  ['/a/%2e%2e/b', undefined],
  ['/a\\b', undefined],
  ['/a\ud83d', undefined],
  ['/100%', undefined],
])('the old address %s is kept alive as %s', (written, path) => {
  expect(aliasPath(written)).toBe(path)
})
