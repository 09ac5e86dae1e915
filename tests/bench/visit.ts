import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, CDPSession, Page } from '@playwright/test'
import { browserAtRest } from './browser-at-rest.ts'
import { type Arrival, probe, type Report } from './probe.ts'
import { recordTraffic, type Traffic } from './traffic.ts'

/** A browser's first visit to a site, on a phone with a slow connection. */
export interface Visit {
  page: Page
  session: CDPSession
  traffic: Traffic
  /** When the page had loaded, in milliseconds since the epoch. */
  loaded: () => number
  /** Resolves when nothing has been asked for, and nothing kept the page busy, for two seconds. */
  quiet: () => Promise<void>
  /** Resolves when the next move has arrived. */
  arrival: () => Promise<Arrival>
  close: () => Promise<void>
}

// As Lighthouse has it for phones.
const screen = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
}
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}
const slowdown = 4

const quietTime = 2000
const patience = 60_000

export async function openVisit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext(screen)
  const page = await context.newPage()
  await browserAtRest(browser)
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', network)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await session.send('Page.enable')
  await session.send('Runtime.enable')
  await session.send('Runtime.addBinding', { name: 'benchReport' })
  await page.addInitScript(probe)

  const traffic = recordTraffic(session)
  let loaded = 0
  let lastBusy = Date.now()
  let arrive: (arrival: Arrival) => void = () => {}
  session.on('Page.loadEventFired', ({ timestamp }) => {
    loaded = traffic.toEpoch(timestamp)
    lastBusy = Date.now()
  })
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== 'benchReport') return
    // Written by `probe`.
    const report = JSON.parse(payload) as Report
    lastBusy = Date.now()
    if ('arrival' in report) arrive(report.arrival)
  })

  const visit: Visit = {
    page,
    session,
    traffic,
    loaded: () => loaded,
    quiet: async () => {
      const called = Date.now()
      while (
        loaded === 0 ||
        traffic.isOpen() ||
        Date.now() - Math.max(called, lastBusy, traffic.lastActivity()) < quietTime
      ) {
        if (Date.now() - called > patience) throw new Error(`${page.url()} did not become quiet`)
        await wait(50)
      }
    },
    arrival: () =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`A move at ${page.url()} brought no other heading with a text`)),
          patience,
        ).unref()
        arrive = (arrival) => {
          clearTimeout(timer)
          resolve(arrival)
        }
      }),
    close: () => context.close(),
  }
  try {
    await page.goto(address, { waitUntil: 'commit' })
    return visit
  } catch (error) {
    await visit.close()
    throw error
  }
}
