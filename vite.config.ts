import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { leanPreload } from './src/publish/app/lean-preload.ts'
import { leanReact } from './src/publish/app/lean-react.ts'
import { leanRouter } from './src/publish/app/lean-router.ts'
import { lectern } from './src/publish/vite-plugin.ts'

export default defineConfig({
  plugins: [react(), leanReact(), leanRouter(), leanPreload(), lectern()],
  build: {
    // Keeps light-dark() and nesting as they are written.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // All of these preload modules by themselves.
    modulePreload: { polyfill: false },
  },
})
