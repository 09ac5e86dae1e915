import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type SiteName, siteFolder, sites } from './sites.ts'

const check = (folder: string) =>
  spawnSync(process.execPath, ['src/run.js', 'src/publish/check/check.ts', folder], {
    encoding: 'utf8',
  })

for (const site of Object.keys(sites) as SiteName[])
  test(`every link, fragment and image of the ${site} site leads somewhere, and each page says what it is`, () => {
    const { status, stdout, stderr } = check(siteFolder(site))
    expect(stderr).toBe('')
    expect(stdout).toContain(': 0 faults')
    expect(stdout).not.toContain('expected one')
    expect(status).toBe(0)
  })

test('what a visitor would run into is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-check-'))
  try {
    cpSync(siteFolder('sub-path'), folder, { recursive: true })
    const page = 'posts/second-bench/index.html'
    const edit = (change: (html: string) => string) =>
      writeFileSync(join(folder, page), change(readFileSync(join(folder, page), 'utf8')))
    edit((html) =>
      html
        .replace(
          '</article>',
          '<a href="/blog/nowhere/">x</a><a href="../first-bench/#gone">y</a><a href="../door-on-barrels/#gone">z</a></article>',
        )
        .replace(
          '</article>',
          '<div class="prose"><img src="/blog/media/lost.png"></div></article>',
        )
        .replace(/<meta name="description"[^>]*>/, '')
        .replace('</title>', '</title><title>Again</title>'),
    )
    writeFileSync(join(folder, 'proof.html'), '<a href="nowhere.html">proof</a>')
    rmSync(join(folder, 'posts/untitled-thought/index.html'))
    const { status, stdout, stderr } = check(folder)
    for (const fault of [
      'the link to "/blog/nowhere/" leads to no page or file',
      'the link to "../first-bench/#gone" finds no "gone" on that page',
      'the link to "../door-on-barrels/#gone" finds no "gone" on that page',
      'the image "/blog/media/lost.png" leads to no page or file',
      'found 2 title, expected one',
    ])
      expect(stderr).toContain(`fault: ${page}: ${fault}`)
    expect(stderr).toContain(
      'fault: sitemap.xml: the address https://example.org/blog/posts/untitled-thought/ leads to no page or file',
    )
    expect(stderr.match(/proof\.html: .*/g)).toEqual([
      'proof.html: the link to "nowhere.html" leads to no page or file',
    ])
    expect(stdout).toContain(`note: ${page}: found no description, expected one`)
    expect(stdout).toContain(`note: ${page}: the image "/blog/media/lost.png" has no size`)
    expect(stdout).toContain('has no alternative text')
    expect(status).toBe(1)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a folder that holds no site is said to hold none', () => {
  const { status, stderr } = check('src')
  expect(stderr).toContain('found no index.html in src, expected a built site')
  expect(status).toBe(1)
})
