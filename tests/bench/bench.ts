/**
 * The command behind `npm run bench`: makes blogs of invented posts, builds, serves and reads them,
 * and prints how long that took. Exit codes: 0 all well, 1 something failed, 2 wrong usage.
 */
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser } from '@playwright/test'
import { postPath } from '../../src/core/addresses.ts'
import { build, forgetEarlierBuilds, measureBuilds } from './builds.ts'
import { measureDev } from './dev.ts'
import { serveFolder } from './host.ts'
import { launchChromium } from './launch-chromium.ts'
import { describeMachine } from './machine.ts'
import { type Options, readOptions } from './options.ts'
import { measureReading, viewOnce } from './reading.ts'
import { type BuildsOfSize, reportBuilds } from './report-builds.ts'
import { reportGrowth, reportReading } from './report-reading.ts'
import { serveSites } from './sites.ts'
import { slugOf, writeSyntheticBlog } from './synthetic-blog.ts'

const scratch = resolve('node_modules/.cache/lectern-bench')
const contentOf = (size: number): string => join(scratch, `content-${size}`)
const siteOf = (size: number): string => join(scratch, `site-${size}`)

/** Larger blogs are built, but reading is the same in them. */
const largestToRead = 10_000

const words = process.argv.slice(2)
const options = readOptions(words)
process.exitCode = options === undefined ? 2 : await main(options)

async function main(options: Options): Promise<number> {
  try {
    const browser = await launchChromium()
    try {
      console.log(describeMachine(browser, words))
      await bench(browser, options)
    } finally {
      await browser.close()
    }
    return 0
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return 1
  } finally {
    rmSync(scratch, { recursive: true, force: true })
    for (const size of options.sizes) forgetEarlierBuilds(contentOf(size))
  }
}

async function bench(browser: Browser, options: Options): Promise<void> {
  const { sizes } = options
  const toRead = sizes.filter((size) => size <= largestToRead)
  const [small, large] = [toRead[0], toRead.at(-1)]
  for (const size of options.builds ? sizes : new Set([small, large]))
    if (size !== undefined) writeSyntheticBlog(contentOf(size), size)

  if (options.builds) {
    const all = await buildAll(browser, options)
    console.log(`\n${reportBuilds(all, options.rounds)}`)
  }
  if (!options.reading || small === undefined || large === undefined) return
  if (!options.builds)
    for (const size of new Set([small, large])) build(contentOf(size), siteOf(size))
  console.log(`\n${await readLarge(browser, large, options)}`)
  if (small !== large) console.log(`\n${await compareSizes(browser, small, large)}`)
}

async function buildAll(browser: Browser, { sizes, rounds }: Options): Promise<BuildsOfSize[]> {
  const all: BuildsOfSize[] = []
  for (const size of sizes) {
    console.error(`Building ${size} posts`)
    const blog = { content: contentOf(size), size, out: siteOf(size) }
    const builds = measureBuilds(blog, rounds)
    console.error(`Writing among ${size} posts`)
    const dev = await measureDev(browser, blog, rounds)
    all.push({ size, builds, dev })
  }
  return all
}

async function readLarge(
  browser: Browser,
  size: number,
  { rivals, rounds }: Options,
): Promise<string> {
  // One without comments, as the bare page is.
  const index = Math.floor(size / 20) * 10 + 1
  const { sites, close } = await serveSites({ built: siteOf(size), index, rivals }, scratch)
  try {
    return reportReading(await measureReading(browser, { sites, rounds }), size)
  } finally {
    close()
  }
}

/** A post of which all that it shows is in both blogs: its text, its neighbours, the popular posts. */
async function compareSizes(browser: Browser, small: number, large: number): Promise<string> {
  const path = postPath(slugOf(5))
  const look = async (size: number) => {
    const host = await serveFolder(siteOf(size))
    try {
      return { size, view: await viewOnce(browser, host.address + path) }
    } finally {
      host.close()
    }
  }
  return reportGrowth(await look(small), await look(large))
}
