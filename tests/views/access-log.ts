const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0'
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1'
const googlebot = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
const monitor = 'Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)'

const line = (from: string, time: string, request: string, status: number, agent: string) =>
  `${from} - - [${time} +0000] "${request} HTTP/1.1" ${status} 512 "-" "${agent}"\n`

/** The log of a weekend, put away in the middle of its second day. */
export const firstLog = [
  // One reader, who comes back to a post the same day, and goes from page to page.
  line('192.0.2.1', '28/Feb/2026:08:00:00', 'GET /', 200, firefox),
  line('192.0.2.1', '28/Feb/2026:08:00:01', 'GET /assets/app.js', 200, firefox),
  line('192.0.2.1', '28/Feb/2026:08:00:01', 'GET /assets/app.css', 200, firefox),
  line('192.0.2.1', '28/Feb/2026:08:00:02', 'GET /posts/tea.json', 200, firefox),
  line('192.0.2.1', '28/Feb/2026:08:01:00', 'GET /posts/tea/', 200, firefox),
  line('192.0.2.1', '28/Feb/2026:08:01:01', 'GET /media/tea.jpg', 200, firefox),
  line('192.0.2.1', '28/Feb/2026:09:00:00', 'GET /posts/tea/', 304, firefox),
  line('192.0.2.1', '28/Feb/2026:09:30:00', 'GET /posts/tea/?utm_source=mail', 200, firefox),
  // Another at the same address.
  line('192.0.2.1', '28/Feb/2026:10:00:00', 'GET /posts/tea/', 200, phone),
  // Another with the same browser, who follows an old link, and one that is only moved.
  line('2001:db8::7', '28/Feb/2026:11:00:00', 'GET /2016/05/tea.html', 200, firefox),
  line('2001:db8::7', '28/Feb/2026:11:01:00', 'GET /2016/06/rain.html', 301, firefox),
  line('2001:db8::7', '28/Feb/2026:11:01:01', 'GET /posts/rain/', 200, firefox),
  line('2001:db8::7', '28/Feb/2026:11:02:00', 'GET /posts/%e5%b7%a5%e4%bd%9c/', 200, firefox),
  line(
    '2001:db8::7',
    '28/Feb/2026:11:03:00',
    'GET /posts/%E5%B7%A5%E4%BD%9C/index.html',
    200,
    firefox,
  ),
  // Nobody.
  line('198.51.100.1', '28/Feb/2026:12:00:00', 'GET /posts/tea/', 200, googlebot),
  line('198.51.100.1', '28/Feb/2026:12:00:01', 'GET /posts/rain/', 200, googlebot),
  line('198.51.100.1', '28/Feb/2026:12:00:02', 'GET /robots.txt', 200, googlebot),
  line('198.51.100.2', '28/Feb/2026:12:05:00', 'GET /', 200, monitor),
  line('198.51.100.2', '28/Feb/2026:12:05:00', 'HEAD /', 200, monitor),
  line('198.51.100.3', '28/Feb/2026:12:06:00', 'GET /posts/tea/', 200, '-'),
  line('198.51.100.3', '28/Feb/2026:12:06:00', 'GET /posts/tea/', 200, ''),
  line('198.51.100.4', '28/Feb/2026:12:07:00', 'GET /feed.xml', 200, 'Feedbin feed-id:1'),
  line('198.51.100.4', '28/Feb/2026:12:07:00', 'GET /feed/', 200, 'Feedbin feed-id:1'),
  line('198.51.100.5', '28/Feb/2026:12:08:00', 'GET /wp-login.php', 404, firefox),
  line('198.51.100.5', '28/Feb/2026:12:08:01', 'POST /xmlrpc.php', 404, firefox),
  line('198.51.100.5', '28/Feb/2026:12:08:02', 'GET /admin/', 404, firefox),
  '198.51.100.6 - - [28/Feb/2026:12:09:00 +0000] "\\x16\\x03\\x01" 400 166 "-" "-"\n',
  '198.51.100.6 - - [28/Feb/2026:12:09:00 +0000] "-" 408 0 "-" "-"\n',
  'a line \x1b[31mthat was cut in the midd\n',
  // A new day: the same reader counts again.
  line('192.0.2.1', '01/Mar/2026:08:00:00', 'GET /posts/tea/', 200, firefox),
].join('')

export const secondLog = [
  line('192.0.2.1', '01/Mar/2026:20:00:00', 'GET /posts/tea/', 304, firefox),
  line('192.0.2.9', '01/Mar/2026:20:01:00', 'GET /posts/tea/', 200, phone),
  line('192.0.2.9', '01/Mar/2026:20:02:00', 'GET /about', 200, phone),
  '\n',
  // With the virtual host before, and more behind.
  `example.org:443 192.0.2.9 - - [01/Mar/2026:20:03:00 +0000] "GET /posts/rain/ HTTP/2.0" 200 512 "-" "${phone}" 0.012\n`,
  // Common format.
  '192.0.2.10 - - [01/Mar/2026:20:04:00 +0000] "GET /posts/rain/ HTTP/1.1" 200 512',
].join('')

/** Counted by hand. */
export const viewsInBoth = `path,date,views
/,2026-02-28,1
/2016/05/tea.html,2026-02-28,1
/posts/%E5%B7%A5%E4%BD%9C/,2026-02-28,1
/posts/rain/,2026-02-28,1
/posts/tea/,2026-02-28,2
/about,2026-03-01,1
/posts/rain/,2026-03-01,2
/posts/tea/,2026-03-01,2
`
