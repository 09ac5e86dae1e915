import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { lectern } from './src/publish/vite-plugin.ts'

export default defineConfig(({ command }) => ({
  plugins: [react(), lectern()],
  resolve: {
    // The package's own exports name its development build whatever the mode.
    alias:
      command === 'build'
        ? { 'react-router': resolve('node_modules/react-router/dist/production/index.mjs') }
        : {},
  },
  build: {
    // Keeps light-dark() and nesting as they are written.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
}))
