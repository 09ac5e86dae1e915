import react from '@vitejs/plugin-react'
import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  test: {
    // Only against hanging: commands start whole tools, and machines differ.
    testTimeout: 30_000,
    projects: [
      { extends: true, test: { name: 'reader', include: ['tests/reader/**/*.test.{ts,tsx}'] } },
      {
        extends: true,
        test: {
          name: 'rest',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'tests/reader'],
          // Without a DOM they share nothing, and a process for each file takes longer than its tests.
          pool: 'threads',
          isolate: false,
        },
      },
    ],
  },
})
