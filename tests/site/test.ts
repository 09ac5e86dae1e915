import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test as base, type Page } from '@playwright/test'
import { serveSite } from '../../src/publish/serve-site.ts'
import { type SiteName, siteFolder, sites } from './sites.ts'

export { expect } from '@playwright/test'

/**
 * Tests of a built site, served as a host would. `open(path)` visits a page and waits until the
 * app has taken it over. The reader saves data, so that nothing is fetched ahead, unless the option
 * `connection` says otherwise. Any error or warning in the console fails the test, but for those that
 * `expectTrouble` announces: failed requests, unless told otherwise.
 */
export const test = base.extend<
  {
    site: SiteName
    connection: { saveData?: boolean; effectiveType?: string }
    open: (path: string) => Promise<void>
    expectTrouble: (pattern?: RegExp) => void
    console: { expected?: RegExp; messages: string[] }
  },
  { hosts: Partial<Record<SiteName, string>> }
>({
  site: ['sample', { option: true }],
  connection: [{ saveData: true }, { option: true }],
  hosts: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from here
    async ({}, use) => {
      const hosts: Partial<Record<SiteName, string>> = {}
      const servers: Server[] = []
      for (const name of Object.keys(sites) as SiteName[]) {
        const base = sites[name]?.base ?? '/'
        const server = await serveSite({ folder: siteFolder(name), base, port: 0 })
        servers.push(server)
        hosts[name] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      }
      await use(hosts)
      for (const server of servers) server.close()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ hosts, site }, use, testInfo) => {
    testInfo.skip(hosts[site] === undefined, 'the sample blog is gone')
    await use(hosts[site])
  },
  page: async ({ page, connection }, use) => {
    await page.addInitScript((value) => {
      Object.defineProperty(navigator, 'connection', { value })
    }, connection)
    await use(page)
  },
  console: [
    async ({ page }, use) => {
      const console: { expected?: RegExp; messages: string[] } = { messages: [] }
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) console.messages.push(message.text())
      })
      page.on('pageerror', (error) => console.messages.push(error.message))
      await use(console)
      const surprises = console.messages.filter((text) => !console.expected?.test(text))
      if (surprises.length > 0) throw new Error(`The console says:\n${surprises.join('\n')}`)
    },
    { auto: true },
  ],
  expectTrouble: async ({ console }, use) =>
    use((pattern = /Failed to load resource/) => {
      console.expected = pattern
    }),
  open: async ({ page }, use) =>
    use(async (path) => {
      await page.goto(path)
      await hydrated(page)
    }),
})

/** React marks the elements that it has taken over, and then lets the app listen for keys and clicks. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const main = document.querySelector('main')
    return main !== null && Object.keys(main).some((key) => key.startsWith('__reactFiber'))
  })
  // On a busy machine a browser may never be idle.
  await page.evaluate(
    () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 })),
  )
}

/** Has the page's requests wait until what this gives is called. */
export async function hold(page: Page, pattern: string): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(pattern, async (route) => {
    await released
    await route.continue()
  })
  return release
}

/** The paths that the page asks for from now on, without those of fonts, scripts and icons. */
export function requestsOf(page: Page): string[] {
  const paths: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (!/\/assets\/|\/favicon/.test(pathname)) paths.push(pathname)
  })
  return paths
}
