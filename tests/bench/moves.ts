import { setTimeout as wait } from 'node:timers/promises'
import type { Visit } from './visit.ts'

export interface Move {
  /** From the click until the other post's heading and text were painted. */
  milliseconds: number
  /** Requests made until then, and those that followed until the page was quiet again. */
  requests: number
  later: number
}

export interface WayBack extends Move {
  scrollRestored: boolean
  /** The page came whole out of the back/forward cache. */
  revived: boolean
}

/** Where a link is on the screen, scrolled to the middle, once everything that this set off is over. */
export async function approach({ page, quiet }: Visit, link: string): Promise<Spot> {
  const spot = await page.evaluate((selector) => {
    const element = document.querySelector(selector)
    element?.scrollIntoView({ block: 'center', behavior: 'instant' })
    // A link may be broken across lines, with nothing in the middle of its box.
    const [line] = element?.getClientRects() ?? []
    return (
      line && { x: line.x + line.width / 2, y: line.y + line.height / 2, scroll: window.scrollY }
    )
  }, link)
  if (spot === undefined) throw new Error(`${page.url()} shows no link "${link}"`)
  await quiet()
  return spot
}

interface Spot {
  x: number
  y: number
  scroll: number
}

/** Moves the mouse to a link and presses it, at once or after it has rested there. */
export async function measureClick(visit: Visit, { x, y }: Spot, rest: number): Promise<Move> {
  const { session } = visit
  const at = { x, y, button: 'left', clickCount: 1 } as const
  const over = session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y })
  if (rest > 0) await over.then(() => wait(rest))
  return measureMove(visit, async () => {
    // Not one after the other's answer: on a slow page that would be a rest of its own.
    const down = session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at })
    const up = session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at })
    await Promise.all([over, down, up])
  })
}

/** Goes back to the post that was left at `scroll`. */
export async function measureWayBack(visit: Visit, { scroll }: Spot): Promise<WayBack> {
  const { page, session } = visit
  const move = await measureMove(visit, () =>
    // Later, since a page that is left while it is asked something cannot answer.
    session.send('Runtime.evaluate', { expression: 'void setTimeout(bench.goBack, 100)' }),
  )
  const now = await page.evaluate(() => window.scrollY)
  return { ...move, scrollRestored: Math.abs(now - scroll) <= 2 }
}

async function measureMove(
  { traffic, arrival, quiet }: Visit,
  start: () => Promise<unknown>,
): Promise<Move & { revived: boolean }> {
  const before = new Set(traffic.exchanges())
  const arrived = arrival()
  await Promise.all([start(), arrived])
  const { left, painted, revived } = await arrived
  await quiet()
  const exchanges = traffic.exchanges().filter((exchange) => !before.has(exchange))
  const requests = exchanges.filter(({ asked }) => asked <= painted).length
  return {
    milliseconds: painted - left,
    requests,
    later: exchanges.length - requests,
    revived,
  }
}
