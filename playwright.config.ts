import { defineConfig } from '@playwright/test'
import { findChromium } from './tests/site/find-chromium.ts'

const executablePath = findChromium()

export default defineConfig({
  testDir: 'tests/site',
  globalSetup: './tests/site/build-sites.ts',
  outputDir: 'node_modules/.cache/lectern-tests/results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // Only against hanging: machines differ.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
