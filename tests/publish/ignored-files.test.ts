import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeProblem } from '../../src/publish/content/problems.ts'
import { type Files, filesOf, loadFolder, makeFolder, warningsOf } from './content-folder.ts'

const warnings = (files: Files) => warningsOf({ 'posts/read.md': 'Text', ...files })

test('a link that leads to itself is not read', async () => {
  const folder = makeFolder({ 'blog.json': '{ "title": "Notes" }', 'posts/read.md': 'Text' })
  symlinkSync('a.md', join(folder, 'posts/a.md'))
  const content = await loadFolder(folder)
  expect(content.warnings().map(describeProblem)).toEqual([
    'posts/a.md: this is not read; expected a file or a folder, or a link to a file',
  ])
})

test.each([
  ['posts/a.markdown', 'posts/a.markdown: this is not read; expected the ending .md or .html'],
  [
    'pages/deep/a.md',
    'pages/deep/a.md: this is not read; expected pages in pages/ itself, with the ending .md or .html',
  ],
  ['posts/a.txt', 'posts/a.txt: this is not read; expected the ending .md or .html'],
  [
    'posts/2016/_index.md',
    'posts/2016/_index.md: this is not read; expected another name where it is a post or page',
  ],
  [
    'pages/README.md',
    'pages/README.md: this is not read; expected another name where it is a post or page',
  ],
  ['a.md', 'a.md: this is not read; expected posts in posts/ and pages in pages/'],
  [
    'post/a.md',
    'post/: texts in this folder are not read; expected posts in posts/ and pages in pages/',
  ],
  [
    'post/2016/a.md',
    'post/: texts in this folder are not read; expected posts in posts/ and pages in pages/',
  ],
  [
    'pages/a.markdown',
    'pages/a.markdown: this is not read; expected pages in pages/ itself, with the ending .md or .html',
  ],
  ['comments/a.txt', 'comments/a.txt: this is not read; expected comments in comments/NAME.json'],
])('the owner is told that %s is not read', async (file, warning) => {
  expect(await warnings({ [file]: 'Text' })).toEqual([warning])
})

test('a text that another has a link to is a file', async () => {
  const files = { 'posts/score.txt': 'C D E', 'posts/song.md': '[The score](score.txt)' }
  expect(await warnings(files)).toEqual([])
})

test('a folder of many texts is named once', async () => {
  const files = { '_posts/a.md': 'A', '_posts/b.md': 'B', '_posts/c.png': 'C' }
  expect(await warnings(files)).toEqual([
    '_posts/: texts in this folder are not read; expected posts in posts/ and pages in pages/',
  ])
})

test.each([
  'README.md',
  '.drafts/a.md',
  'posts/.a.md',
  'fonts/Readme.md',
  'fonts/OFL.html',
  'conflicts/posts/a.md',
])('nobody expects %s to be read', async (file) => {
  expect(await warnings({ [file]: 'Text' })).toEqual([])
})

test('a folder without a post or page is not published in silence', async () => {
  const [fault] = await warningsOf({ 'content/posts/a.md': 'Text' })
  expect(fault).toContain('posts/: found no post and no page, expected posts/NAME.md')
})

test('a text may be a link to a file elsewhere; links to folders and to nothing are told of', async () => {
  const elsewhere = makeFolder({ 'vault/tea.md': 'About tea' })
  const folder = makeFolder({ 'blog.json': '{ "title": "Notes" }', 'posts/2016/read.md': 'Text' })
  symlinkSync(join(elsewhere, 'vault/tea.md'), join(folder, 'posts/2016/tea.md'))
  symlinkSync(join(elsewhere, 'vault'), join(folder, 'posts/vault'))
  symlinkSync(join(elsewhere, 'gone.md'), join(folder, 'posts/gone.md'))
  const { posts, warnings } = await loadFolder(folder)
  expect(filesOf(posts).sort()).toEqual(['posts/2016/read.md', 'posts/2016/tea.md'])
  expect(warnings().map(describeProblem).sort()).toEqual([
    'posts/gone.md: this is not read; expected a file or a folder, or a link to a file',
    'posts/vault: this is not read; expected a file or a folder, or a link to a file',
  ])
})
