import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { digestOf } from './digest.ts'

/**
 * The folder with the blog's content: `LECTERN_CONTENT` in the environment or in `.env`, else
 * `src/content`. As it is written there, and so perhaps relative to `root`.
 */
export function contentFolder(root = process.cwd()): string {
  const file = join(root, '.env')
  const inFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
  return process.env.LECTERN_CONTENT || inFile.LECTERN_CONTENT || 'src/content'
}

/** Where builds of a content folder, and `npm run dev`, keep what later ones need not work out again. */
export const cacheFolder = (root: string, content: string): string =>
  join(root, 'node_modules/.cache/lectern', digestOf(content))

/** Where builds to `out` keep which content folder they were of. */
export const originFile = (root: string, out: string): string =>
  join(root, 'node_modules/.cache/lectern', `origin-${digestOf(out)}`)

/** Where a build of this process builds the reader to, before it is kept. */
export const appStaging = (root: string, content: string): string =>
  join(cacheFolder(root, content), `app.${process.pid}`)
