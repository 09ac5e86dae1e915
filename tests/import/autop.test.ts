import { expect, test } from 'vitest'
import { parseHtml } from '../../src/core/html/parse-html.ts'
import { autop } from '../../src/import/markup/autop.ts'
import { writeHtml } from '../../src/import/markup/write-html.ts'

function shown(text: string): string {
  const tree = parseHtml(text)
  autop(tree)
  return writeHtml(tree)
}

test.each([
  ['Tea\nand rain\n\nCake', '<p>Tea<br>\nand rain</p>\n<p>Cake</p>'],
  ['\n\nTea\n \t\n\n\nRain\n', '<p>Tea</p>\n<p>Rain</p>'],
  ['Tea<br>\nrain<br /><br/>cake', '<p>Tea<br>\nrain</p>\n<p>cake</p>'],
  ['<p>Tea\n\nRain', '<p>Tea</p>\n<p>Rain</p>'],
  ['<p class="a">Tea</p>\nRain', '<p class="a">Tea</p>\n<p>Rain</p>'],
  ['Tea\n\n<p></p>\n<b> </b>\n\n&nbsp;\n\nRain', '<p>Tea</p>\n<p>Rain</p>'],
  ['', ''],
])('blank lines part paragraphs, and other line ends lines: %j', (text, html) => {
  expect(shown(text)).toBe(html)
})

test.each([
  ['Tea\n<h2>Rain</h2>\ncake', '<p>Tea</p>\n<h2>Rain</h2>\n<p>cake</p>'],
  ['Tea<hr>rain', '<p>Tea</p>\n<hr>\n<p>rain</p>'],
  [
    '<ul>\n<li>Tea\nhot</li>\n\n<li>Rain</li>\n</ul>',
    '<ul>\n<li>Tea<br>\nhot</li>\n\n<li>Rain</li>\n</ul>',
  ],
  [
    '<ul><li>Tea\n<ul><li>green</li></ul>\n</li></ul>',
    '<ul><li>Tea\n<ul><li>green</li></ul></li></ul>',
  ],
  ['<ul><li>Tea\n\nRain</li></ul>', '<ul><li><p>Tea</p>\n<p>Rain</p></li></ul>'],
  ['<blockquote>Tea\nhot</blockquote>', '<blockquote><p>Tea<br>\nhot</p></blockquote>'],
  ['<div>\nTea\n</div>', '<div>Tea</div>'],
  ['<div>Tea\n\nRain</div>', '<div><p>Tea</p>\n<p>Rain</p></div>'],
  ['<div>Tea\n<hr></div>', '<div><p>Tea</p>\n<hr></div>'],
  ['<h2>Tea\nrain\n\n</h2>', '<h2>Tea<br>\nrain</h2>'],
  ['<figure>\n<img src="a">\n</figure>', '<figure>\n<img src="a">\n</figure>'],
  ['<center>Tea\n\nRain</center>', '<center><p>Tea</p>\n<p>Rain</p></center>'],
  [
    '<table><tbody><tr>\n\n<td>Tea\nhot</td></tr></tbody></table>',
    '<table><tbody><tr>\n\n<td>Tea<br>\nhot</td></tr></tbody></table>',
  ],
])('blocks stand beside paragraphs, never in them: %j', (text, html) => {
  expect(shown(text)).toBe(html)
})

test.each([
  ['<pre>a\n\n<code>b\n\nc</code></pre>'],
  ['<pre>\n\nThe first line is empty.</pre>'],
  ['<script>\na()\n\nb()\n</script>'],
  ['<style>\na {}\n\nb {}\n</style>'],
  ['<p><textarea>a\n\nb</textarea></p>'],
])('%j is left as it is', (html) => {
  expect(shown(html)).toBe(html)
})

test('line ends in tags and comments are none', () => {
  expect(shown('Tea <img\n\nsrc="a"\nalt=""> and <!-- not\n\nnow --> rain')).toBe(
    '<p>Tea <img src="a" alt=""> and <!-- not\n\nnow --> rain</p>',
  )
})

test.each([
  ['<em>Tea\n\nrain</em> ends', '<p><em>Tea</em></p>\n<p><em>rain</em> ends</p>'],
  ['<em>Tea\n\nrain', '<p><em>Tea</em></p>\n<p><em>rain</em></p>'],
  [
    '<a href="/">Tea\n<h2>Rain</h2></a>',
    '<p><a href="/">Tea</a></p>\n<a href="/"><h2>Rain</h2></a>',
  ],
  [
    '<a id="a" href="/">Tea\n\nrain</a>',
    '<p><a id="a" href="/">Tea</a></p>\n<p><a href="/">rain</a></p>',
  ],
])('what is emphasised or linked across paragraphs is so in each: %j', (text, html) => {
  expect(shown(text)).toBe(html)
})

test.each([
  ['Tea<!--more-->rain', '<p>Tea</p>\n<!--more-->\n<p>rain</p>'],
  ['Tea <em>is<!--more-->hot</em>.', '<p>Tea <em>is</em></p>\n<!--more-->\n<p><em>hot</em>.</p>'],
  ['<p>Tea</p>\n\n<!--more-->\n\nRain', '<p>Tea</p>\n<!--more-->\n<p>Rain</p>'],
])('the end of the excerpt stands between paragraphs: %j', (text, html) => {
  expect(shown(text)).toBe(html)
})

test('paragraphs made once stay as they are', () => {
  const once = shown('Tea\nhot\n\n<div>rain\n\ncake</div>\n<ul><li>a\n\nb</li></ul>')
  expect(shown(once)).toBe(once)
})
