import { expect, test } from 'vitest'
import { readLogLine } from '../../src/views/log-line.ts'

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0'
const log = (request: string, { status = 200, agent = firefox, from = '192.0.2.1 - -' } = {}) =>
  `${from} [28/Feb/2026:23:59:59 -0800] "${request}" ${status} 512 "https://example.org/" "${agent}"`

test.each([
  ['GET / HTTP/1.1', '/'],
  ['GET /posts/a/ HTTP/2.0', '/posts/a/'],
  ['GET /posts/a/?utm_source=x HTTP/1.1', '/posts/a/'],
  ['GET /posts/a/index.html HTTP/1.1', '/posts/a/'],
  ['GET /2016/05/a.html HTTP/1.1', '/2016/05/a.html'],
  ['GET /old.htm HTTP/1.0', '/old.htm'],
  ['GET /about HTTP/1.1', '/about'],
  ['GET /feedback/ HTTP/1.1', '/feedback/'],
  ['GET /posts/version-1.2 HTTP/1.1', '/posts/version-1.2'],
  ['GET https://example.org/posts/a/ HTTP/1.1', '/posts/a/'],
  ['GET /posts/%e5%b7%a5%E4%BD%9C/ HTTP/1.1', '/posts/%E5%B7%A5%E4%BD%9C/'],
  ['GET /posts/%61,b/ HTTP/1.1', '/posts/a%2Cb/'],
])('%j is a page view', (request, path) => {
  expect(readLogLine(log(request))).toMatchObject({ kind: 'view', path, day: '2026-02-28' })
})

test.each([
  'GET /posts/a.json HTTP/1.1',
  'GET /sitemap.xml HTTP/1.1',
  'GET /feed/ HTTP/1.1',
  'GET /feeds/posts/default HTTP/1.1',
  'GET /assets/ HTTP/1.1',
  'GET /media/Cat.JPG?size=2 HTTP/1.1',
  'GET /favicon.svg HTTP/1.1',
  'GET /caf%E9/ HTTP/1.1',
  'HEAD /posts/a/ HTTP/1.1',
  'POST /posts/a/ HTTP/1.1',
  '\\x16\\x03\\x01',
  '-',
])('%j is none', (request) => {
  expect(readLogLine(log(request))).toEqual({ kind: 'other' })
})

test.each([
  [200, 'view'],
  [304, 'view'],
  [206, 'other'],
  [301, 'other'],
  [404, 'other'],
  [503, 'other'],
])('an answer with the status %i counts as: %s', (status, kind) => {
  expect(readLogLine(log('GET /posts/a/ HTTP/1.1', { status })).kind).toBe(kind)
})

test.each([
  '',
  '-',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.0; +https://openai.com/gptbot)',
  'Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/96.0 Safari/537.36 PingdomTMS/0.8.5',
  'Mozilla/5.0 (Windows NT 6.2; WOW64) AppleWebKit/537.4 (KHTML, like Gecko) Chrome/98 Safari/537.4 (StatusCake)',
  'Mozilla/5.0 (Linux; Android 11) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0 Mobile Safari/537.36 Chrome-Lighthouse',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'WhatsApp/2.23.20.0 A',
  'http.rb/5.1.1 (Mastodon/4.2.0; +https://mastodon.example/)',
  'Chrome Privacy Preserving Prefetch Proxy',
  'curl/8.4.0',
])('no reader is behind %j', (agent) => {
  expect(readLogLine(log('GET /posts/a/ HTTP/1.1', { agent }))).toEqual({ kind: 'bot' })
})

test.each([
  firefox,
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 9; CUBOT_X18) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Mobile Safari/537.36',
  'Lynx/2.8.9rel.1 libwww-FM/2.14',
])('a reader is behind %j', (agent) => {
  expect(readLogLine(log('GET /posts/a/ HTTP/1.1', { agent })).kind).toBe('view')
})

test.each([
  '192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] "GET /a/ HTTP/1.1" 200 -',
  '192.0.2.1 - ada [01/Mar/2026:10:00:00 +0000] "GET /a/ HTTP/1.1" 200 512',
  '2001:db8::1 - Ada Lovelace [01/Mar/2026:10:00:00 +0000] "GET /a/ HTTP/1.1" 200 512',
  `example.org:443 192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] "GET /a/ HTTP/1.1" 200 512 "-" "${firefox}"`,
  `192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] "GET /a/ HTTP/1.1" 200 512 "-" "${firefox}" 0.012 "198.51.100.7"`,
  `192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] "GET /a/ HTTP/1.1" 200 512 "say \\"a\\"" "${firefox}"\r`,
])('lines are read whatever else they tell: %s', (line) => {
  expect(readLogLine(line)).toMatchObject({ kind: 'view', path: '/a/', day: '2026-03-01' })
})

test.each([
  'Hello',
  '192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] "GET /a/ HTTP/1.1',
  '192.0.2.1 - - [31/Feb/2026:10:00:00 +0000] "GET /a/ HTTP/1.1" 200 512',
  '192.0.2.1 - - [01/Foo/2026:10:00:00 +0000] "GET /a/ HTTP/1.1" 200 512',
])('%j is unreadable', (line) => {
  expect(readLogLine(line)).toEqual({ kind: 'unreadable' })
})

test('a visitor is an address and a user agent', () => {
  const visitorOf = (line: string) => {
    const read = readLogLine(line)
    return read.kind === 'view' ? read.visitor : undefined
  }
  const request = 'GET /a/ HTTP/1.1'
  const visitor = visitorOf(log(request))
  expect(visitorOf(log('GET /b/ HTTP/1.1'))).toBe(visitor)
  expect(visitorOf(log(request, { from: '192.0.2.2 - -' }))).not.toBe(visitor)
  expect(visitorOf(log(request, { agent: `${firefox}.1` }))).not.toBe(visitor)
})
