import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listFiles } from '../../src/publish/list-files.ts'
import { refuseForeignFolder } from '../../src/publish/out-folder.ts'
import { makeFolder } from './content-folder.ts'

const elsewhere = { root: '/project', content: '/project/src/content' }
const site = { '404.html': '', 'index.json': '', 'popular.json': '', 'posts/a.json': '' }

test.each([
  ['a folder with files of the owner’s', { 'notes/a.txt': '', 'thesis.txt': '' }, 'notes, thesis'],
  ['a content folder', { 'blog.json': '', 'posts/a.md': '' }, 'blog.json, posts'],
  ['a site of another program', { '404.html': '', 'index.html': '' }, '404.html, index.html'],
])('nothing is published over %s', (_, files, named) => {
  const out = makeFolder(files)
  expect(() => refuseForeignFolder(out, elsewhere)).toThrow(`${out}: found ${named}`)
})

test.each([
  ['an empty folder', {}],
  ['a site that a build wrote', site],
  ['what a build that was killed left', { '.lectern-new-7/index.json': '', '404.html': '' }],
  ['a checkout that is empty yet', { '.git/HEAD': '', '.nojekyll': '', '.DS_Store': '' }],
])('%s is published to', (_, files) => {
  expect(() => refuseForeignFolder(makeFolder(files), elsewhere)).not.toThrow()
})

test('a folder that is not there is made, but none that holds what the site is made of, or is in it', () => {
  const folder = makeFolder(site)
  const content = join(folder, 'content')
  mkdirSync(content)
  const origins = { root: folder, content }
  expect(() => refuseForeignFolder(folder, origins)).toThrow(`found ${folder} in it`)
  expect(() => refuseForeignFolder(content, origins)).toThrow(`found ${content} in it`)
  const media = join(content, 'media')
  expect(() => refuseForeignFolder(join(media, 'site'), origins)).toThrow(`content, in ${media}`)
  expect(() => refuseForeignFolder('/', origins)).toThrow(`found ${folder} in it`)
  expect(() => refuseForeignFolder(join(content, 'docs'), origins)).not.toThrow()
  expect(() => refuseForeignFolder(`${content}-site`, origins)).not.toThrow()
})

test('nothing is published in the place of a file, or below one', () => {
  const file = join(makeFolder({ notes: '' }), 'notes')
  for (const out of [file, join(file, 'site')])
    expect(() => refuseForeignFolder(out, elsewhere)).toThrow(`${file}: found a file`)
})

test('links hide neither the content nor that there is nothing', () => {
  const folder = makeFolder({ 'content/media/a.svg': '' })
  const [content, link] = [join(folder, 'content'), join(folder, 'link')]
  symlinkSync(content, link)
  const out = join(content, 'media/site')
  expect(() => refuseForeignFolder(out, { root: '/project', content: link })).toThrow('among the')
  symlinkSync(join(folder, 'nowhere'), join(folder, 'dist'))
  const dangling = join(folder, 'dist')
  expect(() => refuseForeignFolder(dangling, elsewhere)).toThrow(
    `${dangling}: found a link to nothing`,
  )
})

test('what git keeps in a checkout is not among the files of a site', () => {
  const files = listFiles(makeFolder({ '.git/HEAD': '', '.gitignore': '', 'posts/a.json': '' }))
  expect([...files.keys()].sort()).toEqual(['.gitignore', 'posts/a.json'])
})
