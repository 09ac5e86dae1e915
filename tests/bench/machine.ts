import { cpus, totalmem } from 'node:os'
import type { Browser } from '@playwright/test'

/** One line that says on what, when, and by which command the figures came about. */
export function describeMachine(browser: Browser, words: readonly string[]): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const command = ['npm run bench', ...(words.length > 0 ? ['--', ...words.map(quoted)] : [])]
  return `${cpu?.model.trim() ?? 'unknown CPU'}, ${cpus().length} cores, ${memory} GiB; Node ${process.version}, Chromium ${browser.version()}; ${new Date().toISOString().slice(0, 10)}; \`${command.join(' ')}\``
}

const quoted = (word: string): string => (/^[\w./:=,-]+$/.test(word) ? word : `'${word}'`)
