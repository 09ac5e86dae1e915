import type { Exchange } from './traffic.ts'
import type { Visit } from './visit.ts'

export interface FirstView {
  /** Milliseconds since the navigation began. */
  firstPaint: number
  textVisible: number
  largest: string
  /** What tasks took beyond 50 ms, from the first paint until the page was quiet. */
  blocking: number
  layoutShift: number
  /** Requests that had been answered when the text was visible. */
  needed: number
  atLoad: Exchange[]
  atQuiet: Exchange[]
}

/** Looks at a page from its opening until it is quiet. */
export async function measureFirstView({
  page,
  traffic,
  quiet,
  loaded,
}: Visit): Promise<FirstView> {
  await quiet()
  const { vitals, opened } = await page.evaluate(() => ({
    vitals: window.bench.vitals,
    opened: performance.timeOrigin,
  }))
  const { firstPaint, largestPaint, largest, layoutShift, longTasks } = vitals
  if (firstPaint === 0 || largestPaint === 0) throw new Error(`${page.url()} painted nothing`)
  const exchanges = traffic.exchanges()
  return {
    firstPaint,
    textVisible: largestPaint,
    largest,
    blocking: longTasks
      .filter(({ start }) => start >= firstPaint)
      .reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
    layoutShift,
    needed: exchanges.filter(({ answered = Infinity }) => answered <= opened + largestPaint).length,
    atLoad: exchanges.filter(({ ended = Infinity }) => ended <= loaded()),
    atQuiet: exchanges,
  }
}
