import { expect, test } from 'vitest'
import { type Files, warningsOf } from './content-folder.ts'

const warnings = (files: Files) => warningsOf({ 'posts/read.md': 'Text', ...files })

test.each([
  ['posts/a.markdown', 'posts/a.markdown: this file is not read; expected the ending .md or .html'],
  ['pages/deep/a.md', 'pages/deep/a.md: this file is not read; expected pages in pages/ itself'],
  ['a.md', 'a.md: this file is not read; expected posts in posts/ and pages in pages/'],
  [
    'post/a.md',
    'post/: texts in this folder are not read; expected posts in posts/ and pages in pages/',
  ],
  [
    'comments/a.txt',
    'comments/a.txt: this file is not read; expected comments in comments/NAME.json',
  ],
])('the owner is told that %s is not read', async (file, warning) => {
  expect(await warnings({ [file]: 'Text' })).toEqual([warning])
})

test('a folder of many texts is named once', async () => {
  const files = { '_posts/a.md': 'A', '_posts/b.md': 'B', '_posts/c.png': 'C' }
  expect(await warnings(files)).toEqual([
    '_posts/: texts in this folder are not read; expected posts in posts/ and pages in pages/',
  ])
})

test.each(['README.md', '.drafts/a.md', 'posts/.a.md', 'fonts/a.otf', 'conflicts/posts/a.md'])(
  'nobody expects %s to be read',
  async (file) => {
    expect(await warnings({ [file]: 'Text' })).toEqual([])
  },
)

test('a folder without a post or page is not published in silence', async () => {
  expect(await warningsOf({ 'content/posts/a.md': 'Text' })).toEqual([
    expect.stringContaining('posts/: found no post and no page, expected posts/NAME.md'),
  ])
})
