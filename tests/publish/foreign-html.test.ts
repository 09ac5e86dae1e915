import { expect, test } from 'vitest'
import { htmlOfHtml } from './content-folder.ts'

test.each([
  [
    '<iframe src="https://www.player.example/v/7?a=b"></iframe>',
    '<p class="embed"><a href="https://www.player.example/v/7?a=b">Embedded: player.example/v/7</a></p>',
  ],
  [
    '<iframe src="//player.example/v/7" title="A kettle"></iframe>',
    '<p class="embed"><a href="https://player.example/v/7">A kettle</a></p>',
  ],
  [
    '<p>Look: <video><source src="https://example.org/tea.mp4"></video></p>',
    '<p>Look: <a href="https://example.org/tea.mp4">Video: example.org/tea.mp4</a></p>',
  ],
  ['<object>No player</object>', 'No player'],
])('a player becomes a link: %s', async (written, shown) => {
  expect(await htmlOfHtml(written)).toBe(shown)
})

test.each([
  ['<center>Tea</center>', '<div class="align-center">Tea</div>'],
  ['<p align="RIGHT">Tea</p>', '<p class="align-right">Tea</p>'],
  ['<p style="color: red; text-align: center">Tea</p>', '<p class="align-center">Tea</p>'],
  ['<strike>Tea</strike> <tt>tea</tt>', '<s>Tea</s> <code>tea</code>'],
  ['<aside>Hot</aside><aside>wet</aside>', '<div>Hot</div><div>wet</div>'],
  ['<menu><li>Tea</li><li>Rain</li></menu>', '<ul><li>Tea</li><li>Rain</li></ul>'],
  ['<main><header>Tea</header>Warm.</main>', '<div><div>Tea</div>Warm.</div>'],
  ['<font color="red">Tea</font>', 'Tea'],
  ['<ins cite="for the guests">Tea</ins>', '<ins>Tea</ins>'],
  ['<a name="cup">Tea</a>', '<a id="cup">Tea</a>'],
  [
    '<img src="data:image/gif;base64,AA" alt="dot">',
    '<img src="data:image/gif;base64,AA" alt="dot">',
  ],
  ['<td width="40">Tea</td>', 'Tea'],
  ['<p>Tea', '<p>Tea</p>'],
])('%s is shown as %s', async (written, shown) => {
  expect(await htmlOfHtml(written)).toBe(shown)
})

test("ids never take the site's own, and links to them follow", async () => {
  const ids = ['main', 'root', 'state', 'page-title', 'comments', 'popular', 'related', 'goog']
  for (const id of ids)
    expect(await htmlOfHtml(`<p id="${id}">Tea <a href="#${id}">up</a></p>`)).toBe(
      `<p id="text-${id}">Tea <a href="#text-${id}">up</a></p>`,
    )
})

test('an id that stands twice is linked to where it stands first', async () => {
  expect(await htmlOfHtml('<p id="a">1</p><p id="a">2</p><a href="#a">up</a>')).toBe(
    '<p id="a">1</p><p id="a-1">2</p><a href="#a">up</a>',
  )
})
