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
  '`List<string>`',
  '<o:p>Tea</o:p>',
  '<font>Tea</font>',
  '<script>go()</script>Tea',
  '<section>Tea</section>',
])('of %j nothing is said', async (body) => {
  expect(await warningsOf({ 'posts/a.md': body })).toEqual([])
})
