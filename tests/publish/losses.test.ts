import { expect, test } from 'vitest'
import { warningsOf } from './content-folder.ts'

test.each([
  [
    'A List<string> of tea',
    'found <string>, which is not shown; expected &lt;string> where it is no HTML',
  ],
  [
    'The <textarea> is wide.\n\nIt really is.',
    'found <textarea>, which is taken out with what is in it',
  ],
  ['<svg><path d="M0 0"/></svg>', 'found <svg>, which is taken out with what is in it'],
])('what is lost of %j is pointed out', async (body, said) => {
  expect(await warningsOf({ 'posts/a.md': body })).toEqual([`posts/a.md: ${said}`])
})

test.each([
  ['posts/a.md', '`List<string>`'],
  ['posts/a.html', '<p>Tea<o:p></o:p></p>'],
  ['posts/a.md', '<font>Tea</font>'],
  ['posts/a.md', '<script>go()</script>Tea'],
  ['posts/a.md', '<section>Tea</section>'],
])('in %s nothing is said of %j', async (file, body) => {
  expect(await warningsOf({ [file]: body })).toEqual([])
})
