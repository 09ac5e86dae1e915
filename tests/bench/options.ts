import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { smallestBlog } from './synthetic-blog.ts'

export interface Options {
  rounds: number
  /** Ascending. */
  sizes: number[]
  rivals: Rival[]
  builds: boolean
  reading: boolean
}

/** Another site, in a folder of static files. */
export interface Rival {
  name: string
  folder: string
  /** The path of a post's page. */
  post: string
  /** The selector of a link on it to another post. */
  link: string
}

const usage = `Usage: npm run bench -- [--rounds N] [--sizes N,N] [--site NAME=DIR:PATH:SELECTOR] [--only builds|reading]

  --rounds N    how often every site is read, and a file edited; 5 unless told otherwise
  --sizes N,N   how many posts the blogs have, ${smallestBlog} or more each; 11,1000,10000 unless told otherwise
  --site …      a site to measure beside ours, as often as you like: its name, its folder, the path of
                a post's page, and the CSS selector of a link on that page to another post
  --only …      one half of it: how fast blogs are built, or how fast they are read`

/** What the command's words ask for; says how it is used, and is undefined, where they are none of it. */
export function readOptions(words: string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: words,
      options: {
        rounds: { type: 'string', default: '5' },
        sizes: { type: 'string', default: '11,1000,10000' },
        site: { type: 'string', multiple: true, default: [] },
        only: { type: 'string' },
      },
    })
    if (values.only !== undefined && !['builds', 'reading'].includes(values.only))
      throw new Error(`--only: found "${values.only}", expected builds or reading`)
    return {
      rounds: readNumber('--rounds', values.rounds, 1),
      sizes: values.sizes
        .split(',')
        .map((size) => readNumber('--sizes', size, smallestBlog))
        .sort((a, b) => a - b),
      rivals: values.site.map(readRival),
      builds: values.only !== 'reading',
      reading: values.only !== 'builds',
    }
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
    return undefined
  }
}

function readNumber(option: string, text: string, least: number): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < least)
    throw new Error(`${option}: found "${text}", expected a whole number, ${least} or more`)
  return number
}

function readRival(text: string): Rival {
  const [, name, folder, post, link] = /^([^=]+)=([^:]+):(\/[^:]*):(.+)$/s.exec(text) ?? []
  if (name === undefined || folder === undefined || post === undefined || link === undefined)
    throw new Error(`--site: found "${text}", expected NAME=DIR:PATH:SELECTOR`)
  if (!existsSync(join(folder, decodeURIComponent(post))))
    throw new Error(`--site: found no "${post}" in ${folder}`)
  return { name, folder, post, link }
}
