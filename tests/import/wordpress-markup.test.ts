import { toString as textOf } from 'hast-util-to-string'
import { expect, test } from 'vitest'
import { elementsOf } from '../../src/core/html/elements.ts'
import { parseHtml } from '../../src/core/html/parse-html.ts'
import type { Attachment } from '../../src/import/imported-blog.ts'
import { wordpressCommentToHtml, wordpressToHtml } from '../../src/import/markup/wordpress.ts'

const cup = {
  id: '1',
  url: 'https://example.org/cup.jpg',
  alt: 'A "cup"',
  caption: 'Hot <em>tea</em>',
}
const rain = { id: '2', url: 'https://example.org/rain.png', alt: '', caption: '' }
const list = { id: '3', url: 'https://example.org/list.pdf', alt: '', caption: '' }
const library: Attachment[] = [cup, rain, list]

const importing = (text: string, own: Attachment[] = library) =>
  wordpressToHtml(text, { byId: (wanted) => library.find(({ id }) => id === wanted), own })
const shown = (text: string) => importing(text).html
const notesOn = (text: string) => importing(text, []).notes

test('a text of the old editor becomes paragraphs', () => {
  expect(shown('Tea\r\nand rain\r\n\r\n<b>Cake</b>')).toBe(
    '<p>Tea<br>\nand rain</p>\n<p><b>Cake</b></p>',
  )
})

test.each([
  ['Tea\n\n<!--more Read on-->\n\nRain', '<p>Tea</p>\n<!--more-->\n<p>Rain</p>'],
  ['<p class="a">Tea<!--more-->Rain</p>', '<p class="a">Tea</p>\n<!--more-->\n<p>Rain</p>'],
  ['Tea\n<!--nextpage-->\nRain', '<p>Tea</p>\n<p>Rain</p>'],
  ['<p>Tea<!--nextpage-->Rain</p>', '<p>Tea</p>\n<p>Rain</p>'],
])('where the excerpt ends is said, where a page ended is not: %j', (text, html) => {
  expect(shown(text)).toBe(html)
})

test.each([
  [
    '<!-- wp:paragraph {"align":"center"} -->\n<p class="has-text-align-center">Tea\nhot</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:heading -->\n<h2 class="wp-block-heading">Rain</h2>\n<!-- /wp:heading -->',
    '<p class="align-center">Tea\nhot</p>\n<h2>Rain</h2>',
  ],
  [
    '<!-- wp:more {"customText":"On"} -->\n<!--more On-->\n<!-- /wp:more -->\n<!-- wp:nextpage -->\n<!--nextpage-->\n<!-- /wp:nextpage -->',
    '<!--more-->',
  ],
  ['<!-- wp:html -->\n<b>Tea</b>\n\nrain\n<!-- /wp:html -->', '<b>Tea</b>\n\nrain'],
  [
    '<!-- wp:freeform -->\nTea\n\nrain\n<!-- /wp:freeform -->\n<!-- wp:separator -->\n<hr class="wp-block-separator"/>\n<!-- /wp:separator -->\ncake\nhot',
    '<p>Tea</p>\n<p>rain</p>\n<hr>\n<p>cake<br>\nhot</p>',
  ],
  [
    '<!-- wp:columns -->\n<div class="wp-block-columns"><!-- wp:column -->\n<div class="wp-block-column"><!-- wp:paragraph -->\n<p>Tea</p>\n<!-- /wp:paragraph --></div>\n<!-- /wp:column --></div>\n<!-- /wp:columns -->\n\n<!-- wp:spacer -->\n<div style="height:9px" aria-hidden="true" class="wp-block-spacer"></div>\n<!-- /wp:spacer -->',
    '<p>Tea</p>',
  ],
  [
    '<!-- wp:list -->\n<ul><!-- wp:list-item -->\n<li>Tea</li>\n<!-- /wp:list-item -->\n\n<!-- wp:list-item -->\n<li>Rain</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->',
    '<ul>\n<li>Tea</li>\n<li>Rain</li>\n</ul>',
  ],
  [
    '<!-- wp:code -->\n<pre class="wp-block-code"><code>a\n\n  &lt;!-- wp:b --></code></pre>\n<!-- /wp:code -->',
    '<pre><code>a\n\n  &lt;!-- wp:b --></code></pre>',
  ],
  [
    '<!-- wp:gallery -->\n<figure class="wp-block-gallery columns-2"><ul class="blocks-gallery-grid"><li class="blocks-gallery-item"><figure><img src="a" alt=""></figure></li><li class="blocks-gallery-item"><figure><img src="b" alt=""></figure></li></ul></figure>\n<!-- /wp:gallery -->',
    '<figure><img src="a" alt=""></figure>\n<figure><img src="b" alt=""></figure>',
  ],
  [
    '<!-- wp:cover -->\n<div class="wp-block-cover" style="background-image:url(a.jpg)"><p>Tea</p></div>\n<!-- /wp:cover -->',
    '<figure><img src="a.jpg" alt=""></figure>\n<p>Tea</p>',
  ],
  [
    '<!-- wp:embed {"url":"https://video.example/7"} -->\n<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">\nhttps://video.example/7\n</div><figcaption>Tea</figcaption></figure>\n<!-- /wp:embed -->',
    '<figure>\n<p><a href="https://video.example/7">https://video.example/7</a></p>\n<figcaption>Tea</figcaption></figure>',
  ],
])('blocks are shown as they are, without their marks: %j', (text, html) => {
  expect(importing(text)).toEqual({ html, notes: [] })
})

test('a block that was made anew at each visit leaves a note', () => {
  const text =
    '<p>Tea</p>\n<!-- wp:latest-posts {"columns":3} /-->\n<!-- wp:latest-posts /-->\n<!-- wp:core/block {"ref":5} /-->\n<!-- wp:shop/cart /-->'
  expect(importing(text)).toEqual({
    html: '<p>Tea</p>',
    notes: [
      'the block "latest-posts" can\'t be shown',
      'the block "block" can\'t be shown',
      'the block "shop/cart" can\'t be shown',
    ],
  })
})

test.each([
  [
    'Tea\n[caption id="attachment_1" align="alignleft" width="300"]<a href="/cup"><img class="size-medium wp-image-1" src="cup.jpg" alt="a > b" /></a> A <em>cup</em>[/caption]\nrain',
    '<p>Tea</p>\n<figure class="align-left"><a href="/cup"><img src="cup.jpg" alt="a > b"></a><figcaption>A <em>cup</em></figcaption></figure>\n<p>rain</p>',
  ],
  [
    '[caption align="alignnone" caption="A <b>cup</b>"]<img src="cup.jpg">[/caption]',
    '<figure><img src="cup.jpg"><figcaption>A <b>cup</b></figcaption></figure>',
  ],
  [
    "[wp_caption align='aligncenter']<img src='cup.jpg'>[/wp_caption]",
    '<figure class="align-center"><img src="cup.jpg"></figure>',
  ],
  [
    '<p>Tea [caption align=alignright]<img src="cup.jpg"> Cup[/caption] rain</p>',
    '<p>Tea</p>\n<figure class="align-right"><img src="cup.jpg"><figcaption>Cup</figcaption></figure>\n<p>rain</p>',
  ],
  [
    '<!-- wp:paragraph -->\n<p>Tea[caption width="9"]<img src="cup.jpg"> Cup[/caption]rain</p>\n<!-- /wp:paragraph -->',
    '<p>Tea</p>\n<figure><img src="cup.jpg"><figcaption>Cup</figcaption></figure>\n<p>rain</p>',
  ],
])('a caption stands below its picture: %j', (text, html) => {
  expect(importing(text)).toEqual({ html, notes: [] })
})

test('a caption that nothing closes takes nothing with it', () => {
  expect(
    importing(
      '[caption width="9"]<img src="a">\n\nTea\n\n[caption width="9"]<img src="b">[/caption]',
    ),
  ).toEqual({
    html: '<p>[caption width="9"]<img src="a"></p>\n<p>Tea</p>\n<figure><img src="b"></figure>',
    notes: ['the shortcode [caption] stays as text'],
  })
})

const cupFigure =
  '<figure><img src="https://example.org/cup.jpg" alt="A &quot;cup&quot;"><figcaption>Hot <em>tea</em></figcaption></figure>'
const rainFigure = '<figure><img src="https://example.org/rain.png" alt=""></figure>'

test.each([
  ['[gallery]', `${cupFigure}\n${rainFigure}`],
  ['[gallery columns=2 order="DESC"]', `${rainFigure}\n${cupFigure}`],
  ['[gallery exclude="1"]', rainFigure],
  ['[gallery ids="2, 1" size="large"]', `${rainFigure}\n${cupFigure}`],
  ["[gallery include='1']", cupFigure],
  ['Tea [gallery ids="2"] rain', `<p>Tea</p>\n${rainFigure}\n<p>rain</p>`],
])('a gallery shows its pictures one by one: %s', (text, html) => {
  expect(importing(text)).toEqual({ html, notes: [] })
})

test('what is missing from a gallery is noted', () => {
  expect(importing('[gallery ids="8,2,9"]')).toEqual({
    html: rainFigure,
    notes: ['pictures of a gallery are not in the export: 8, 9'],
  })
})

test.each([['[gallery ids="8"]'], ['[gallery id="12"]'], ['[gallery exclude="1,2,3"]']])(
  'a gallery of which no picture is known stays as text: %s',
  (text) => {
    const { html, notes } = importing(text)
    expect(html).toBe(`<p>${text}</p>`)
    expect(notes).toEqual(['the shortcode [gallery] stays as text'])
  },
)

test.each([
  ['[contact-form-7 id="3"] and [contact-form-7 id="4"]', ['contact-form-7']],
  ['[youtube id="7"]', ['youtube']],
  ['[box]Tea[/box] [button link=/tea]', ['box', 'button']],
  ['[audio]', ['audio']],
])('other shortcodes stay as they were written, and are noted: %s', (text, names) => {
  const { html, notes } = importing(text)
  expect(html).toBe(`<p>${text}</p>`)
  expect(notes).toEqual(names.map((name) => `the shortcode [${name}] stays as text`))
})

test.each([
  ['Tea [sic] [1] [note to self] [x] [Box a="b"] [a-z] [tea](https://example.org)'],
  ['<code>[box a="b"]</code> <pre>[gallery]</pre>'],
  ['<img alt="[gallery]" src="a">'],
])('brackets that are no shortcodes are not noted: %s', (text) => {
  expect(notesOn(text)).toEqual([])
})

test.each([
  ['[[gallery ids="1"]]', '[gallery ids="1"]'],
  ['[[escaped]]', '[escaped]'],
  ['[[box]Tea[/box]]', '[box]Tea[/box]'],
  ['[[a page of a wiki]]', '[[a page of a wiki]]'],
])('a shortcode in double brackets is spoken of, not meant: %s', (text, words) => {
  expect(importing(text)).toEqual({ html: `<p>${words}</p>`, notes: [] })
})

const link =
  '<p><a href="https://video.example/7?a=1&amp;b">https://video.example/7?a=1&amp;b</a></p>'

test.each([
  ['https://video.example/7?a=1&b', link],
  ['Tea:\nhttps://video.example/7?a=1&amp;b\nRain', `<p>Tea:</p>\n${link}\n<p>Rain</p>`],
  ['<p>https://video.example/7?a=1&b</p>', link],
  ['See https://example.org now', '<p>See https://example.org now</p>'],
  ['<a href="/">\nhttps://example.org\n</a>', '<p><a href="/">https://example.org</a></p>'],
  ['<pre>\nhttps://example.org\n</pre>', '<pre>https://example.org\n</pre>'],
])('an address with a line to itself becomes a link: %j', (text, html) => {
  expect(shown(text)).toBe(html)
})

test.each([
  ['[embed]https://video.example/7?a=1&b[/embed]'],
  ['[embed width="9"]\nhttps://video.example/7?a=1&amp;b\n[/embed]'],
  ['[youtube https://video.example/7?a=1&b]'],
  ['[video mp4="https://video.example/7?a=1&amp;b" width="9"][/video]'],
  ['[audio https://video.example/7?a=1&b|titles=Tea]'],
  ['[video poster="https://video.example/7.jpg" webm="https://video.example/7?a=1&b"]'],
])('what was embedded becomes a link: %s', (text) => {
  expect(importing(text)).toEqual({ html: link, notes: [] })
})

test.each([
  [
    '<img class="alignright size-large wp-image-7" style="border: 0" src="a">',
    '<p><img class="align-right" src="a"></p>',
  ],
  [
    '<figure class="wp-block-image aligncenter size-full is-resized"><img src="a"></figure>',
    '<figure class="align-center"><img src="a"></figure>',
  ],
  ['<p style="color: red; text-align: right">Tea</p>', '<p class="align-right">Tea</p>'],
  [
    '<span style="font-size: 9px">Tea</span> <span lang="de">Tee</span>',
    '<p>Tea <span lang="de">Tee</span></p>',
  ],
  ['<code class="language-js">a</code>', '<p><code class="language-js">a</code></p>'],
  ['<pre class="wp-block-code" style="a"><span>a</span>\n\n b</pre>', '<pre>a\n\n b</pre>'],
])('what only a style sheet of WordPress knew goes: %s', (text, html) => {
  expect(shown(text)).toBe(html)
})

test('no text is read again and again, however odd it is', () => {
  const odd = ['[', '[aa ', '[[aa', '[caption a=b]', '[/aa]', '<a ', '<!-- wp:a ', '\n ', 'aa-']
  for (const piece of odd)
    expect(shown(piece.repeat(400_000 / piece.length)).length).toBeLessThan(4_000_000)
})

test.each([
  ['Tea\r\nhot\r\n\r\n<b>Rain</b>', '<p>Tea<br>\nhot</p>\n<p><b>Rain</b></p>'],
  [
    'See https://example.org/a_(b), or (http://example.com/).',
    '<p>See <a href="https://example.org/a_(b)">https://example.org/a_(b)</a>, or (<a href="http://example.com/">http://example.com/</a>).</p>',
  ],
  [
    '<a href="https://example.org">https://example.org</a> <code>https://example.org</code>',
    '<p><a href="https://example.org">https://example.org</a> <code>https://example.org</code></p>',
  ],
  ['[gallery]', '<p>[gallery]</p>'],
  ['', ''],
])('a comment has paragraphs, and its addresses are links: %j', (text, html) => {
  expect(wordpressCommentToHtml(text)).toBe(html)
})

test.each([
  ['[code lang="php"]\n<?php echo "tea"; ?>\n[/code]', '<?php echo "tea"; ?>\n'],
  [
    '[sourcecode]\nif (a<b) { }\n\n\n#include <io.h>\n[/sourcecode]\n\nAfter.',
    'if (a<b) { }\n\n\n#include <io.h>\n',
  ],
  ['[css]a &gt; b { }[/css]', 'a > b { }'],
])('no letter of the code in %s is lost', (text, code) => {
  const { html } = wordpressToHtml(text, { byId: () => undefined, own: [] })
  const shown = elementsOf(parseHtml(html)).find(({ tagName }) => tagName === 'code')
  expect(shown && textOf(shown)).toBe(code)
})
