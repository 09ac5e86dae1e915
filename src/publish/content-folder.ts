import { resolve } from 'node:path'
import { loadEnv } from 'vite'

/** The folder with the blog's content: `LECTERN_CONTENT` in the environment or in `.env`, else `src/content`. */
export const contentFolder = (root: string, mode = 'production'): string =>
  resolve(root, loadEnv(mode, root, 'LECTERN_').LECTERN_CONTENT || 'src/content')
