import { resolve } from 'node:path'

/** The sites that the tests visit: where their content is, and the path that they are served under. */
export const sites = {
  sample: { content: 'src/content', base: '/' },
  'sub-path': { content: 'tests/site/content', base: '/blog/' },
} as const

export type SiteName = keyof typeof sites

export const siteFolder = (name: SiteName): string =>
  resolve('node_modules/.cache/lectern-tests', name)
