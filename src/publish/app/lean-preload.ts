import type { Plugin } from 'vite'

/** Vite's way to load scripts preloads what they need: ours need no more than the app, which is there. */
export const leanPreload = (): Plugin => ({
  name: 'lean-preload',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load()',
  },
})
