import { type Browser, chromium } from '@playwright/test'
import { findChromium } from '../site/find-chromium.ts'

export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined)
    throw new Error('There is no Chromium: install one, or name it in CHROMIUM_PATH.')
  return chromium.launch({
    executablePath,
    // Readers' browsers have one, and it is what makes going back fast on sites of many pages.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  })
}
