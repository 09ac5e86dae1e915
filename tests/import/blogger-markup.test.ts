import type { Element, Nodes, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { parseHtml } from '../../src/core/html/parse-html.ts'
import { repairBlogger } from '../../src/import/markup/blogger.ts'

function repaired(html: string): string {
  const tree = parseHtml(html)
  repairBlogger(tree)
  return toHtml(tree)
}

test.each([
  ['<div dir="ltr" style="text-align: left;" trbidi="on">Tea.</div>', '<p>Tea.</p>'],
  ['<div class="post-body"><div>Tea.</div><div>Milk.</div></div>', '<p>Tea.</p>\n<p>Milk.</p>'],
  ['<div>Tea.</div><div><br></div><div>Milk.</div>', '<p>Tea.</p>\n<p>Milk.</p>'],
  ['<div>Tea<div>Milk</div>Honey</div>', '<p>Tea</p>\n<p>Milk</p>\n<p>Honey</p>'],
  ['<div><ul><li>Tea</li><li>Milk</li></ul></div>', '<ul><li>Tea</li>\n<li>Milk</li></ul>'],
  ['<div id="pot">Tea</div>', '<p id="pot">Tea</p>'],
  ['<div id="pot"><br><ul><li>Tea</li></ul></div>', '<ul id="pot"><li>Tea</li></ul>'],
])('a <div> is a paragraph, or nothing: %s', (html, expected) => {
  expect(repaired(html)).toBe(expected)
})

test.each([
  ['Tea<br />Milk', '<p>Tea<br>Milk</p>'],
  ['Tea<br />\n<br />\nMilk', '<p>Tea</p>\n<p>Milk</p>'],
  ['Tea<br>&nbsp;<br> &nbsp; <br>Milk', '<p>Tea</p>\n<p>Milk</p>'],
  ['<br><br>Tea<br><br>', '<p>Tea</p>'],
  ['<p><br>Tea<br></p>', '<p>Tea</p>'],
  ['<p>&nbsp;&nbsp; Tea</p>', '<p>Tea</p>'],
  ['Roses<br>&nbsp;&nbsp;red', '<p>Roses<br>\u00a0\u00a0red</p>'],
  ['<p>&nbsp;</p><p><b> <br></b></p><h3></h3>Tea', '<p>Tea</p>'],
  ['Tea<h2><br>Milk<br><br>cold</h2>Honey', '<p>Tea</p>\n<h2>Milk<br>cold</h2>\n<p>Honey</p>'],
  ['<p class="MsoNormal">Tea<p>Milk', '<p>Tea</p>\n<p>Milk</p>'],
  ['Tea <b>hot </b>and<i> sweet</i>', '<p>Tea <b>hot</b> and <i>sweet</i></p>'],
])('line breaks make paragraphs: %s', (html, expected) => {
  expect(repaired(html)).toBe(expected)
})

test.each([
  ['<span style="color: red">One<br /><br />Two</span>', '<p>One</p>\n<p>Two</p>'],
  ['<b>One<br><br>Two</b> three', '<p><b>One</b></p>\n<p><b>Two</b> three</p>'],
  [
    '<a href="/tea"><i>One<br><br>Two</i></a>',
    '<p><a href="/tea"><i>One</i></a></p>\n<p><a href="/tea"><i>Two</i></a></p>',
  ],
  ['<b><ul><li>One</li></ul>Two</b>', '<ul><li><b>One</b></li></ul>\n<p><b>Two</b></p>'],
  [
    '<span id="cup" lang="fr">Un<br><br>Deux</span>',
    '<p><span id="cup" lang="fr">Un</span></p>\n<p><span lang="fr">Deux</span></p>',
  ],
])('what is around a paragraph break is around each part of it: %s', (html, expected) => {
  expect(repaired(html)).toBe(expected)
})

test.each([
  ['<blockquote>One<br><br>Two</blockquote>', '<blockquote><p>One</p>\n<p>Two</p></blockquote>'],
  ['<ul><li>One<br><br>Two</li></ul>', '<ul><li><p>One</p><p>Two</p></li></ul>'],
  ['<ul><br><li><div>One<br></div></li><br></ul>', '<ul><li>One</li></ul>'],
  ['<ul><li>One<ul><li>Two</li></ul></li></ul>', '<ul><li>One<ul><li>Two</li></ul></li></ul>'],
  [
    '<table><tr><td width="40">One<br><br>Two<td><div>Three</div></table>',
    '<table><tbody><tr><td><p>One</p><p>Two</p></td>\n<td>Three</td></tr></tbody></table>',
  ],
])('paragraphs are made in quotes, lists and tables too: %s', (html, expected) => {
  expect(repaired(html)).toBe(expected)
})

test('nothing inside <pre> changes', () => {
  const inside = '  if (tea)<br><br><span style="font-weight: bold">  pour</span> <!-- hot --> '
  expect(repaired(`Tea<pre class="brush: js" style="color: red">${inside}</pre>`)).toBe(
    `<p>Tea</p>\n<pre class="brush: js">${inside}</pre>`,
  )
})

test.each([
  [
    '<p class="MsoNormal" style="margin: 0">Tea<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p>',
    '<p>Tea</p>',
  ],
  ['<!--[if gte mso 9]><xml>Normal</xml><![endif]-->Tea<!-- milk -->', '<p>Tea</p>'],
  ['<![if !supportLists]>1. <![endif]>Tea', '<p>1. Tea</p>'],
  ['<b style="font-weight: normal" id="docs-internal-guid-7"><p>Tea</p></b>', '<p>Tea</p>'],
  ['<span id="goog_12"></span><a name="_GoBack"></a>Tea', '<p>Tea</p>'],
])('what word processors leave behind goes: %s', (html, expected) => {
  expect(repaired(html)).toBe(expected)
})

test.each([
  ['One<!-- more -->Two'],
  ['One<br><a name="more"></a><br>Two'],
  ["<div>One</div><div><span><a name='more'></a></span></div><div>Two</div>"],
  ['<p>One<a id="more"></a>Two</p>'],
  ["One<a name='more'/>Two"],
])('the mark where the opening ends stands between paragraphs: %s', (html) => {
  expect(repaired(html)).toBe('<p>One</p>\n<!--more-->\n<p>Two</p>')
})

test('a mark that was never closed is one mark', () => {
  expect(repaired("<p>One<a name='more'/></p><p>Two</p><p>Three</p>")).toBe(
    '<p>One</p>\n<!--more-->\n<p>Two</p>\n<p>Three</p>',
  )
})

test.each([
  ['<a name="cup"></a>Tea', '<p><a name="cup"></a>Tea</p>'],
  ['Tea<br><br><a name="cup"></a><br>Milk', '<p>Tea</p>\n<p><a name="cup"></a>Milk</p>'],
  ['<p>Tea</p><a name="cup"></a><h2>Milk</h2>', '<p>Tea</p>\n<h2><a name="cup"></a>Milk</h2>'],
  ['<p>Tea<a name="cup"></a></p>', '<p>Tea<a name="cup"></a></p>'],
  ['Tea<br><br><a name="end"></a>', '<p>Tea<a name="end"></a></p>'],
  ['<ul><li>Tea</ul><a id="end"></a>', '<ul><li>Tea</li></ul>\n<p><a id="end"></a></p>'],
])('what links lead to stays: %s', (html, expected) => {
  expect(repaired(html)).toBe(expected)
})

test.each([
  ['<span style="font-weight: bold; color: red">Tea</span>', '<strong>Tea</strong>'],
  ['<span style="FONT-WEIGHT: 600 !important">Tea</span>', '<strong>Tea</strong>'],
  ['<span style="font-weight: 400">Tea</span>', 'Tea'],
  ['<span style="font-style: italic">Tea</span>', '<em>Tea</em>'],
  ['<span style="text-decoration: line-through">Tea</span>', '<s>Tea</s>'],
  ['H<span style="vertical-align: sub">2</span>O', 'H<sub>2</sub>O'],
  ['m<span style="vertical-align: super">2</span>', 'm<sup>2</sup>'],
  ['<b><span style="font-weight: bold">Tea</span></b>', '<b>Tea</b>'],
  ['<font color="red" size="2"><big>Tea</big></font>', 'Tea'],
  [
    '<code class="language-js fancy" data-line="2">tea()</code>',
    '<code class="language-js">tea()</code>',
  ],
  ['<a href="/tea" class="x" target="_blank" onclick="pour()">Tea</a>', '<a href="/tea">Tea</a>'],
])('what a style meant stays: %s', (html, expected) => {
  expect(repaired(html)).toBe(`<p>${expected}</p>`)
})

test.each([
  ['<div style="text-align: center">Tea</div>', '<p class="align-center">Tea</p>'],
  ['<center>Tea</center>', '<p class="align-center">Tea</p>'],
  ['<p align="right">Tea</p>', '<p class="align-right">Tea</p>'],
  ['<p class="align-center wide">Tea</p>', '<p class="align-center">Tea</p>'],
  ['<p style="text-align: justify">Tea</p>', '<p>Tea</p>'],
  [
    '<div align="center">Tea<div style="text-align: left">Milk</div><p>Honey</p></div>',
    '<p class="align-center">Tea</p>\n<p>Milk</p>\n<p class="align-center">Honey</p>',
  ],
  [
    '<center><blockquote>Tea</blockquote></center>',
    '<blockquote class="align-center"><p>Tea</p></blockquote>',
  ],
])('how a text is aligned stays on its block: %s', (html, expected) => {
  expect(repaired(html)).toBe(expected)
})

test.each([
  [
    '<div dir="rtl" style="text-align: right;" trbidi="on">תה<br><br>חלב</div>',
    '<div dir="rtl"><p>תה</p>\n<p>חלב</p></div>',
  ],
  ['<div dir="rtl" style="text-align: right;">תה</div>', '<p dir="rtl">תה</p>'],
  ['<div style="text-align: right;">תה</div>', '<p>תה</p>'],
  ['<div>Tea, or <span dir="rtl">תה</span></div>', '<p>Tea, or <span dir="rtl">תה</span></p>'],
  [
    '<div dir="rtl">תה<p dir="ltr">Tea</p></div>',
    '<div dir="rtl"><p>תה</p>\n<p dir="ltr">Tea</p></div>',
  ],
  ['<div lang="fr"><p lang="fr">Thé</p></div>', '<p lang="fr">Thé</p>'],
])('direction and language stay where they say something: %s', (html, expected) => {
  expect(repaired(html)).toBe(expected)
})

const host = 'https://1.bp.blogspot.com/-a/b'

test('a picture that was set apart is a figure, without the link to itself', () => {
  const html = `<div class="separator" style="clear: both; text-align: center;">
    <a href="${host}/s1600-h/cup.jpg" imageanchor="1" style="margin-left: 1em;"><img alt="A cup"
    border="0" height="240" src="${host.replace('1.', '3.')}/s320/cup.jpg" width="320" /></a></div>`
  expect(repaired(html)).toBe(
    `<figure><img alt="A cup" height="480" src="${host.replace('1.', '3.')}/s1600/cup.jpg" width="640"></figure>`,
  )
})

test('a table with a picture and its caption is a figure', () => {
  const html = `<table align="center" cellpadding="0" class="tr-caption-container" style="float: right;"><tbody>
    <tr><td style="text-align: center;"><a href="${host}/s1600/cup.jpg"><img src="${host}/s400/cup.jpg"></a></td></tr>
    <tr><td class="tr-caption" style="text-align: center;">A <i>cup</i><br></td></tr></tbody></table>Tea`
  expect(repaired(html)).toBe(
    `<figure class="align-right"><img src="${host}/s1600/cup.jpg"><figcaption>A <i>cup</i></figcaption></figure>\n<p>Tea</p>`,
  )
})

test('the figure, not the picture in it, stands to a side', () => {
  const picture = '<a href="a.jpg" style="float: left"><img src="a.jpg"></a>'
  const figure = '<figure class="align-left"><img src="a.jpg"></figure>'
  expect(repaired(`<div class="separator">${picture}</div>`)).toBe(figure)
  expect(
    repaired(
      `<table class="tr-caption-container" style="float: left"><tr><td>${picture}</td></tr></table>`,
    ),
  ).toBe(figure)
})

test.each([
  [
    'several pictures are several figures',
    '<img src="a.jpg"><br><a href="/b"><img src="b.jpg" align="left"></a>',
    '<figure><img src="a.jpg"></figure>\n<figure class="align-left"><a href="/b"><img src="b.jpg"></a></figure>',
  ],
  ['words make a paragraph', 'Tea <img src="a.jpg">', '<p>Tea <img src="a.jpg"></p>'],
  ['a player stands alone', '<iframe src="/v"></iframe>', '<iframe src="/v"></iframe>'],
  [
    'emphasis around a picture says nothing',
    '<b><img src="a.jpg"></b>',
    '<figure><img src="a.jpg"></figure>',
  ],
])('in a separator, %s', (_, inside, expected) => {
  expect(repaired(`<div class="separator">${inside}</div>`)).toBe(expected)
})

test('a table for a caption that has none is a figure, and one without a picture stays a table', () => {
  const table = (first: string, second: string) =>
    repaired(
      `<table class="tr-caption-container"><tr><td>${first}</td></tr><tr><td class="tr-caption">${second}</td></tr></table>`,
    )
  expect(table('<img src="a.jpg">', '<br>')).toBe('<figure><img src="a.jpg"></figure>')
  expect(table('Tea', 'Milk')).toBe(
    '<table><tbody><tr><td>Tea</td></tr>\n<tr><td>Milk</td></tr></tbody></table>',
  )
})

const google = 'https://blogger.googleusercontent.com/img'
test.each([
  [`${host}/s1600/cup.jpg`, `${host}/s320/cup.jpg`],
  [`${host}/s1600-h/cup.jpg`, 'http://4.bp.blogspot.com/-a/b/w640-h480-p-k-no-nu/cup.jpg'],
  [`${google}/a/AVx=s1600`, `${google}/a/AVx=w400-h300`],
  [`${google}/b/x1/s4000/cup.jpg`, `${google}/b/x2/w400-h300/cup.jpg`],
  ['http://lh3.ggpht.com/a/cup.jpg', 'https://lh5.ggpht.com/a/s320/cup.jpg'],
  ['http://www.example.org/cup.jpg', '//example.org/cup.jpg'],
])('the link %s around %s leads to the picture itself', (href, src) => {
  expect(repaired(`<a href="${href}"><img src="${src}"></a>`)).not.toContain('<a')
})

test.each([
  ['/tea', `${host}/s320/cup.jpg`],
  [`${host}/s1600/pot.jpg`, `${host}/s320/cup.jpg`],
  ['https://example.org/large/cup.jpg', 'https://example.org/small/cup.jpg'],
  ['https://example.org/cup?id=1', 'https://example.org/cup?id=2'],
])('the link %s around %s stays', (href, src) => {
  expect(repaired(`<a href="${href}"><img src="${src}"></a>`)).toContain(`<a href="${href}">`)
})

test('a link to a picture that has words stays', () => {
  const html = '<a href="cup.jpg"><img src="cup.jpg"> Larger</a>'
  expect(repaired(html)).toBe(`<p>${html}</p>`)
})

test.each([
  [`${host}/s320/cup.jpg`, `${host}/s1600/cup.jpg`],
  [`${host}/s400-h/cup.jpg`, `${host}/s1600/cup.jpg`],
  [`${host}/w320-h240/cup.jpg?v=1`, `${host}/s1600/cup.jpg?v=1`],
  [`${google}/a/AVx=w320-h240`, `${google}/a/AVx=s1600`],
  ['https://lh4.googleusercontent.com/a=s320', 'https://lh4.googleusercontent.com/a=s1600'],
  ['http://lh4.ggpht.com/a/s288/cup.jpg', 'http://lh4.ggpht.com/a/s1600/cup.jpg'],
  [`${host}/s2048/cup.jpg`, `${host}/s2048/cup.jpg`],
  [`${host}/s0/cup.jpg`, `${host}/s0/cup.jpg`],
  [`${host}/s200-c/cup.jpg`, `${host}/s200-c/cup.jpg`],
  [`${host}/w72-h72/icon.png`, `${host}/w72-h72/icon.png`],
  [`${host}/cup.jpg`, `${host}/cup.jpg`],
  ['https://example.org/s320/cup.jpg', 'https://example.org/s320/cup.jpg'],
])('the picture %s is shown as %s', (src, expected) => {
  expect(repaired(`<img src="${src}">`)).toBe(`<p><img src="${expected}"></p>`)
})

const linked = (attributes: string) =>
  repaired(`<a href="cup.jpg"><img src="cup.jpg" ${attributes}></a>`)
test.each([
  ['width="320" height="480"', '<p><img src="cup.jpg" width="640" height="960"></p>'],
  ['width="800" height="600"', '<p><img src="cup.jpg" width="800" height="600"></p>'],
  ['style="width: 320px; height: 240px"', '<p><img src="cup.jpg" width="640" height="480"></p>'],
  [
    'width="320" height="240" data-original-width="1500" data-original-height="1000"',
    '<p><img src="cup.jpg" width="1500" height="1000"></p>',
  ],
])(
  'a picture with %s that was a link to itself is as wide as the text, or as it is',
  (attributes, expected) => {
    expect(linked(attributes)).toBe(expected)
  },
)

test('a picture of any other kind keeps the size that its author gave', () => {
  const html = '<p><img src="cup.jpg" width="32" height="24"></p>'
  expect(repaired(html)).toBe(html)
})

test.each([
  ['<img src="a.jpg" align="left">Tea', '<p><img src="a.jpg" class="align-left">Tea</p>'],
  ['<img src="a.jpg" style="FLOAT: right">Tea', '<p><img src="a.jpg" class="align-right">Tea</p>'],
  [
    '<a href="a.jpg" style="float: left"><img src="a.jpg"></a>Tea',
    '<p><img src="a.jpg" class="align-left">Tea</p>',
  ],
  ['<img src="a.jpg" align="middle">Tea', '<p><img src="a.jpg">Tea</p>'],
])('the side of a picture stays: %s', (html, expected) => {
  expect(repaired(html)).toBe(expected)
})

test('a heading of a picture alone is none', () => {
  expect(repaired('<h3><br><b><img src="a.jpg"></b></h3>')).toBe('<p><img src="a.jpg"></p>')
})

test('a picture of one pixel, which counts readers, goes', () => {
  expect(repaired('Tea<div><img src="/count" width="1" height="1"></div>')).toBe('<p>Tea</p>')
})

const inText =
  /^(a|abbr|b|big|code|em|font|i|img|s|small|span|strike|strong|sub|sup|u|[a-z0-9]+:[a-z]+)$/

/** The words of a tree as they are read, where every block and every line ends one. */
function wordsOf(tree: Nodes): string[] {
  const read = (node: Nodes): string => {
    if (node.type === 'text') return node.value
    if (!('children' in node)) return ''
    const words = node.children.map(read).join('')
    return node.type === 'element' && inText.test(node.tagName) ? words : ` ${words} `
  }
  return read(tree).split(/\s+/).filter(Boolean)
}

test.each([
  'One<br>two <b>th<i>ree<br /><br />fo</i>ur</b>five<br>\n<br>&nbsp;six',
  '<div>One<div>two<p>three</div>four</div><div><br></div>five <span>s</span>ix',
  '<b>One<i>two<div>three</b>four</i>five</div>six',
  '<a href="/x">One<div>two</div>three<a href="/y">four</a>five',
  "One<a name='more'/> two<p>three</p><a name='more'>four</a>",
  '<ul>One<li>two<br><br>three<ul><b><li>four</b>five</ul>six</ul>',
  '<table>One<tr><td>two<div>three</div><td><pre>four <br> five</pre></table>six',
  '<h2>One<div>two</div><br><br>three<blockquote>four</blockquote></h2>five',
  '<center><font size="2">One<table class="tr-caption-container"><tr><td><img src="a">two<td>three<td class="tr-caption">four</table>five</font></center>',
  '<div class="separator">One<a href="a.jpg"><img src="a.jpg">two</a><div class="separator"><img src="b.jpg"></div>three</div>',
  '<p class="MsoNormal"><!--[if !supportLists]-->·<!--[endif]--> One<o:p>&nbsp;</o:p>two<st1:place>three</st1:place></p>',
  '<div dir="rtl" lang="he">אחת<span dir="ltr">two<br><br>three</span><section>ארבע</section></div>',
  '<dl><dt>One<dd>two<p>three</dl><figure>four<figcaption>five</figcaption></figure><form>six<button>seven</button></form>',
  '<details><summary>One<br><br>two</summary>three<iframe src="/v"></iframe>four</details><address>five</address>',
  '<span style="font-weight: bold"><script>let cup</script>One<style>p {}</style></span><xml>two</xml>&lt;three&gt;',
])('no word is lost, joined, parted or moved: %s', (html) => {
  const tree = parseHtml(html)
  const before = wordsOf(tree)
  repairBlogger(tree)
  expect(wordsOf(tree)).toEqual(before)
  expect(wordsOf(parseHtml(toHtml(tree)))).toEqual(before)
})

function nested(tagName: string, depth: number): Root {
  let node: Element = { type: 'element', tagName, properties: {}, children: [] }
  for (let level = 1; level < depth; level++) {
    const around = { type: 'text', value: ' tea ' } as const
    node = { type: 'element', tagName, properties: {}, children: [around, node, around] }
  }
  return { type: 'root', children: [node] }
}

test.each(['div', 'span', 'b', 'sup', 'p', 'blockquote', 'li', 'center', 'font', 'a', 'table'])(
  'thousands of <%s> in each other are too many for no stack',
  (tagName) => {
    expect(() => repairBlogger(nested(tagName, 5000))).not.toThrow()
  },
)

test('a text as long as a book takes no longer than one', () => {
  expect(repaired('<br />'.repeat(170_000))).toBe('')
  expect(repaired(`<b>${'Tea.<br /><br />'.repeat(20_000)}`)).toHaveLength(20_000 * 19 - 1)
})
