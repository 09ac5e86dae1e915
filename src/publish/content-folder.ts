import { join, resolve } from 'node:path'
import { loadEnv } from 'vite'
import { digestOf } from './cache.ts'

/** The folder with the blog's content: `LECTERN_CONTENT` in the environment or in `.env`, else `src/content`. */
export const contentFolder = (root: string, mode = 'production'): string =>
  resolve(root, loadEnv(mode, root, 'LECTERN_').LECTERN_CONTENT || 'src/content')

/** Where builds of a content folder, and `npm run dev`, keep what later ones need not work out again. */
export const cacheFolder = (root: string, content: string): string =>
  join(root, 'node_modules/.cache/lectern', digestOf(content))
