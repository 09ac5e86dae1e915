/** Sees to it that the whole-site tests have a Chromium, and says what it did. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium } from './find-chromium.ts'

const found = findChromium()
if (found !== undefined) console.log(`Testing in ${found}`)
else install()

function install(): void {
  const isRoot = process.getuid?.() === 0
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium here: installing Debian’s package "chromium-headless-shell"…')
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell'])
  } else {
    console.log('No Chromium here: installing Playwright’s own…')
    run('npx', ['playwright', 'install', 'chromium'])
  }
  const installed = findChromium()
  if (installed === undefined) fail('The installation ended, but there is still no Chromium.')
  console.log(`Testing in ${installed}`)
}

function run(command: string, words: string[]): void {
  const { status } = spawnSync(command, words, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) fail(`"${command} ${words.join(' ')}" failed.`)
}

function fail(reason: string): never {
  console.error(
    `${reason} The whole-site tests need a Chromium: install one, or name it in CHROMIUM_PATH.`,
  )
  process.exit(1)
}
