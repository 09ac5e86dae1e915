import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { postPath } from '../../src/core/addresses.ts'
import { barePage } from './bare-page.ts'
import { type Host, serveFolder } from './host.ts'
import type { Rival } from './options.ts'
import { slugOf } from './synthetic-blog.ts'
import { withoutScripts } from './without-scripts.ts'

export interface Site {
  name: string
  /** The address of a post. */
  post: string
  /** The selector of a link on it to another post; a site of one page has none. */
  link?: string
}

export const lectern = 'lectern'
/** The post's text as bare HTML: faster it cannot be shown. */
export const floor = 'floor'
/** Our pages without their scripts: a plain site of many pages. */
export const plain = 'no script'

/** A link in the text: what is beside or below it may have been fetched before it was asked for. */
const linkInText = 'article .prose a[href*="/posts/"]'

/** Serves our site, those that it is compared with, and `rivals`, until `close` is called. */
export async function serveSites(
  { built, index, rivals }: { built: string; index: number; rivals: readonly Rival[] },
  scratch: string,
): Promise<{ sites: Site[]; close: () => void }> {
  const hosts: Host[] = []
  const serve = async (folder: string, change?: (html: string) => string): Promise<string> => {
    const host = await serveFolder(folder, change)
    hosts.push(host)
    return host.address
  }
  const path = postPath(slugOf(index))
  const bare = join(scratch, 'floor')
  mkdirSync(bare, { recursive: true })
  const page = readFileSync(join(built, path, 'index.html'), 'utf8')
  writeFileSync(join(bare, 'index.html'), barePage(page))

  const sites: Site[] = [
    { name: lectern, post: (await serve(built)) + path, link: linkInText },
    { name: floor, post: `${await serve(bare)}/` },
    { name: plain, post: (await serve(built, withoutScripts)) + path, link: linkInText },
  ]
  for (const { name, folder, post, link } of rivals)
    sites.push({ name, post: (await serve(folder)) + post, link })
  return {
    sites,
    close: () => {
      for (const host of hosts) host.close()
    },
  }
}
