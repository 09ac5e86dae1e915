import type { Browser } from '@playwright/test'
import { type FirstView, measureFirstView } from './first-view.ts'
import { approach, type Move, measureClick, measureWayBack, type WayBack } from './moves.ts'
import type { Site } from './sites.ts'
import { openVisit, type Visit } from './visit.ts'

/** One site, read once. */
export interface Reading {
  firstView: FirstView
  moves?: { cold: Move; hovered: Move; back: WayBack }
}

/** Reads every site in turn, as often as `rounds` says. By the names of the sites, a reading per round. */
export async function measureReading(
  browser: Browser,
  { sites, rounds }: { sites: readonly Site[]; rounds: number },
): Promise<Map<string, Reading[]>> {
  const readings = new Map<string, Reading[]>(sites.map(({ name }) => [name, []]))
  // The first round warms the browser and the hosts, and does not count.
  for (let round = 0; round <= rounds; round++)
    for (const site of rotated(sites, round)) {
      console.error(round === 0 ? `Warming up: ${site.name}` : `Round ${round}: ${site.name}`)
      const reading = await readSite(browser, site)
      if (round > 0) readings.get(site.name)?.push(reading)
    }
  return readings
}

/** So that none is always the first. */
const rotated = <T>(items: readonly T[], turn: number): T[] => {
  const start = turn % items.length
  return [...items.slice(start), ...items.slice(0, start)]
}

async function readSite(browser: Browser, { name, post, link }: Site): Promise<Reading> {
  try {
    const first = await visited(browser, post, async (visit) => {
      const firstView = await measureFirstView(visit)
      if (link === undefined) return { firstView }
      const spot = await approach(visit, link)
      const cold = await measureClick(visit, spot, 0)
      return { firstView, cold, back: await measureWayBack(visit, spot) }
    })
    if (first.cold === undefined || link === undefined) return { firstView: first.firstView }
    const hovered = await visited(browser, post, async (visit) => {
      await visit.quiet()
      return measureClick(visit, await approach(visit, link), 500)
    })
    return { firstView: first.firstView, moves: { cold: first.cold, hovered, back: first.back } }
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}

async function visited<T>(
  browser: Browser,
  address: string,
  look: (visit: Visit) => Promise<T>,
): Promise<T> {
  const visit = await openVisit(browser, address)
  try {
    return await look(visit)
  } finally {
    await visit.close()
  }
}

/** The first view of a page alone. */
export const viewOnce = (browser: Browser, address: string): Promise<FirstView> =>
  visited(browser, address, measureFirstView)
