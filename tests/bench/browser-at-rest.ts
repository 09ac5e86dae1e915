import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from '@playwright/test'

const spell = 500
const patience = 30_000

/**
 * Resolves when all processes of a browser together take less than a tenth of one processor. A whole
 * Chromium runs scripts of its own in each new window, which keep a processor busy for some seconds: a page
 * that is opened before they have ended is measured together with them.
 */
export async function browserAtRest(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession()
  const processorTimes = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    return new Map(processInfo.map(({ id, cpuTime }) => [id, cpuTime * 1000]))
  }
  try {
    const called = Date.now()
    for (let [before, busy] = [await processorTimes(), Infinity]; busy >= spell / 10; ) {
      if (Date.now() - called > patience) throw new Error('The browser did not come to rest')
      await wait(spell)
      const now = await processorTimes()
      busy = [...now].reduce((sum, [id, time]) => sum + time - (before.get(id) ?? 0), 0)
      before = now
    }
  } finally {
    await session.detach()
  }
}
