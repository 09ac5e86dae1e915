import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from './digest.ts'

/** The folder with the blog's content: `LECTERN_CONTENT` in the environment or in `.env`, else `src/content`; as it is written. */
export function contentFolder(root = process.cwd()): string {
  const file = join(root, '.env')
  // What the environment says already stands.
  if (existsSync(file)) process.loadEnvFile(file)
  return process.env.LECTERN_CONTENT || 'src/content'
}

/** Where builds of a content folder, and `npm run dev`, keep what later ones need not work out again. */
export const cacheFolder = (root: string, content: string): string =>
  join(root, 'node_modules/.cache/lectern', digestOf(content))

/** Where a build of this process builds the reader to, before it is kept. */
export const appStaging = (root: string, content: string): string =>
  join(cacheFolder(root, content), `app.${process.pid}`)
