import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export type SiteName = 'sample' | 'sub-path'

/** The sample blog, where it still is: an import sets it aside, and its owner may delete it. */
const sample = ['src/content', 'src/content-sample'].find(
  (folder) =>
    existsSync(join(folder, 'blog.json')) &&
    /"sample": true/.test(readFileSync(join(folder, 'blog.json'), 'utf8')),
)

/** The sites that the tests visit: where their content is, and the path that they are served under. */
export const sites: Partial<Record<SiteName, { content: string; base: string }>> = {
  ...(sample !== undefined && { sample: { content: sample, base: '/' } }),
  'sub-path': { content: 'tests/site/content', base: '/blog/' },
}

export const siteFolder = (name: string): string =>
  resolve('node_modules/.cache/lectern-tests', name)
