import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  headerRules,
  headersAt,
  headersFile,
  readHeaders,
  redirectsFile,
  robotsFile,
} from '../../src/publish/hosts.ts'

const page = '<style>a{}</style><script type="module">start()</script><script id="s">x</script>'
const rules = headerRules([page])

test('the policy allows the inline script and style of the pages, and no others', () => {
  const policy = rules[0]?.headers['Content-Security-Policy']
  const hashOf = (text: string) => createHash('sha256').update(text).digest('base64')
  expect(policy).toContain(`script-src 'self' 'sha256-${hashOf('start()')}';`)
  expect(policy).toContain(`style-src 'self' 'sha256-${hashOf('a{}')}';`)
  expect(policy).not.toContain('unsafe')
})

test('headers are read back as they were written, below the base', () => {
  const read = readHeaders(headersFile(rules, '/blog/'))
  expect(headersAt(read, '/blog/assets/a.js')).toMatchObject({
    'Cache-Control': 'public, max-age=31536000, immutable',
    'X-Content-Type-Options': 'nosniff',
  })
  expect(headersAt(read, '/blog/posts/a/')).not.toHaveProperty('Cache-Control')
  expect(headersAt(read, '/blog/feeds/posts/default')['Content-Type']).toContain('application/xml')
  expect(headersAt(read, '/elsewhere')).toEqual({})
})

test('no line of the headers is longer than Cloudflare takes', () => {
  for (const line of headersFile(rules, '/').split('\n')) expect(line.length).toBeLessThan(2000)
})

test('a redirect is one line; what would stand for other addresses in it does not', () => {
  const redirects = [
    ['/2016/a.html', '/posts/a/'],
    ['/a*b:c d', '/posts/b/'],
    ['/?p=7', '/posts/c/'],
    ['/index.php?option=tea&id=7', '/posts/c/'],
    ['/label/C#', '/posts/d/'],
  ] as const
  expect(redirectsFile(redirects, '/blog/')).toBe(
    '/blog/2016/a.html /blog/posts/a/ 301\n/blog/a%2Ab%3Ac%20d /blog/posts/b/ 301\n/blog/ p=7 /blog/posts/c/ 301!\n/blog/index.php option=tea id=7 /blog/posts/c/ 301!\n/blog/label/C%23 /blog/posts/d/ 301\n',
  )
})

test('robots are welcome, and told of the sitemap where its address is known', () => {
  expect(robotsFile('https://example.org/sitemap.xml')).toContain(
    'Sitemap: https://example.org/sitemap.xml\n',
  )
  expect(robotsFile(undefined)).not.toContain('Sitemap')
})
