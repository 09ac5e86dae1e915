import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Cache } from '../../src/publish/cache/cache.ts'
import { SiteFolder } from '../../src/publish/site-folder.ts'
import { removeStagingsLeft, stagingOf } from '../../src/publish/staging.ts'
import { makeFolder } from './content-folder.ts'

/** A folder to publish to, and how to publish files to it; gives those that had to be written. */
function makePublisher(folder = makeFolder({}), place = join(folder, 'dist')) {
  const cache = new Cache(join(folder, 'cache'), 'one')
  const publish = (files: Record<string, string>): string[] => {
    const site = new SiteFolder(place, cache)
    const written: string[] = []
    for (const [file, text] of Object.entries(files)) {
      const make = () => {
        written.push(file)
        return text
      }
      site.write(file, make, text)
    }
    site.publish()
    return written
  }
  const read = (file: string) => readFileSync(join(place, file), 'utf8')
  return { folder, place, publish, read }
}

test('only what is new or changed is written', () => {
  const { publish, read, place } = makePublisher()
  expect(publish({ 'a/index.html': 'A', 'b/index.html': 'B' })).toHaveLength(2)
  const before = statSync(join(place, 'a/index.html')).mtimeMs
  expect(publish({ 'a/index.html': 'A', 'b/index.html': 'B!', 'c.json': '{}' })).toEqual([
    'b/index.html',
    'c.json',
  ])
  expect(statSync(join(place, 'a/index.html')).mtimeMs).toBe(before)
  expect([read('a/index.html'), read('b/index.html'), read('c.json')]).toEqual(['A', 'B!', '{}'])
})

test('what stays as it is, is not written again by the next build or the one after', () => {
  const { publish } = makePublisher()
  const files = { 'a/index.html': 'A', 'b.json': '{}' }
  publish(files)
  expect([publish(files), publish(files), publish(files)]).toEqual([[], [], []])
})

const otherFileSystem = '/dev/shm'
const isThere =
  existsSync(otherFileSystem) && statSync(otherFileSystem).dev !== statSync(tmpdir()).dev

test.skipIf(!isThere)('a site may be published to another file system', () => {
  const volume = mkdtempSync(join(otherFileSystem, 'lectern-'))
  onTestFinished(() => rmSync(volume, { recursive: true }))
  const folder = makeFolder({})
  symlinkSync(volume, join(folder, 'dist'))
  const { publish, read } = makePublisher(folder)
  publish({ 'a/index.html': 'A', 'b.json': '{}' })
  expect(publish({ 'a/index.html': 'A!', 'c.json': '{}' })).toHaveLength(2)
  expect([read('a/index.html'), read('c.json')]).toEqual(['A!', '{}'])
  expect(readdirSync(volume, { recursive: true }).sort()).toEqual(['a', 'a/index.html', 'c.json'])
})

test('what no longer belongs to the site is taken out, with the folders that it leaves empty', () => {
  const { publish, place } = makePublisher()
  publish({ 'posts/a/index.html': 'A', 'posts/b/index.html': 'B', 'page/2/index.html': '2' })
  writeFileSync(join(place, 'stray.txt'), 'Not of the site')
  publish({ 'posts/a/index.html': 'A' })
  expect(readdirSync(place, { recursive: true }).sort()).toEqual([
    'posts',
    'posts/a',
    'posts/a/index.html',
  ])
})

test('a folder may become a file, and a file a folder', () => {
  const { publish, read } = makePublisher()
  publish({ 'old.html/index.html': 'Folder', about: 'File' })
  publish({ 'old.html': 'File', 'about/index.html': 'Folder' })
  expect([read('old.html'), read('about/index.html')]).toEqual(['File', 'Folder'])
})

test('a published file that was changed, touched or removed by hand is written again', () => {
  const { publish, read, place } = makePublisher()
  const files = { 'a.html': 'A', 'b.html': 'B', 'c.html': 'C', 'd.html': 'D' }
  publish(files)
  writeFileSync(join(place, 'a.html'), 'Mine')
  utimesSync(join(place, 'b.html'), new Date(0), new Date(0))
  rmSync(join(place, 'c.html'))
  expect(publish(files)).toEqual(['a.html', 'b.html', 'c.html'])
  expect([read('a.html'), read('c.html')]).toEqual(['A', 'C'])
})

test('an owner’s own file stands for one that may be replaced, and for no other', () => {
  const { publish, read, folder, place } = makePublisher()
  publish({ 'robots.txt': 'All', 'a/index.html': 'A' })
  for (const name of ['robots', 'page']) writeFileSync(join(folder, name), 'Mine')
  const own = (...files: [file: string, from: string][]) => {
    const site = new SiteFolder(place, new Cache(makeFolder({}), ''))
    const from = files.map(([file, name]) => [file, join(folder, name)] as const)
    site.copyPublic(new Map(from), new Set(['robots.txt']))
    return site
  }
  for (let times = 0; times < 2; times++) {
    const site = own(['robots.txt', 'robots'])
    expect(site.needed('robots.txt', 'All')).toBeUndefined()
    site.writeText('a/index.html', 'A')
    site.publish()
    expect(read('robots.txt')).toBe('Mine')
  }
  const site = own(['a/index.html', 'page'], ['b', 'page'], ['c/d/e', 'page'])
  for (const file of ['a/index.html', 'b/index.html', 'b/2/index.html', 'c/d'])
    expect(site.needed(file, 'A')).toBeUndefined()
  expect(() => site.publish()).toThrow(
    [
      'The content has 3 problems:',
      '  public/a/index.html: found a file that the site itself writes; expected another name',
      '  public/b: found a file where the site has a folder (b/2/index.html); expected another name',
      '  c/d: found a file where the site has a folder; expected another name',
    ].join('\n'),
  )
  expect(read('a/index.html')).toBe('A')
})

test('what a build that was killed left is not published, and goes; that of another that runs stays', () => {
  const { folder, publish, place } = makePublisher()
  const left = (pid: number) => join(folder, `.dist.new-${pid}`)
  const ended = spawnSync(process.execPath, ['--version']).pid
  for (const pid of [process.pid, ended, process.ppid]) {
    mkdirSync(left(pid))
    writeFileSync(join(left(pid), 'draft.html'), 'Not yet.')
  }
  expect(left(process.pid)).toBe(stagingOf(place))
  removeStagingsLeft(place)
  publish({ 'a.html': 'A' })
  expect(readdirSync(place)).toEqual(['a.html'])
  expect([ended, process.ppid].map((pid) => existsSync(left(pid)))).toEqual([false, true])
})

test('what a build left that was killed as its files took their places is taken out by the next', () => {
  const { place, publish } = makePublisher(
    makeFolder({
      'dist/a.json': 'A',
      // In a container, numbers come again.
      [`dist/.lectern-new-${process.pid}/b.json`]: 'old',
      'dist/.lectern-new-4194304/b.json': 'old',
    }),
  )
  publish({ 'a.json': 'A', 'b.json': 'B' })
  expect(readdirSync(place).sort()).toEqual(['a.json', 'b.json'])
})

test('until it is published, the site stays as it was', () => {
  const { folder, publish, place, read } = makePublisher()
  publish({ 'a.html': 'A' })
  const site = new SiteFolder(place, new Cache(makeFolder({}), ''))
  site.writeText('a.html', 'New')
  expect(read('a.html')).toBe('A')
  expect(existsSync(join(folder, 'dist'))).toBe(true)
})
