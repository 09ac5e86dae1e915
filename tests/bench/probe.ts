export interface Vitals {
  /** Milliseconds since the navigation began, as are all times here; 0 while there was none. */
  firstPaint: number
  largestPaint: number
  /** What was the largest: "p", "h1", "img". */
  largest: string
  layoutShift: number
  longTasks: { start: number; duration: number }[]
}

export interface Arrival {
  /** Milliseconds since the epoch. */
  left: number
  painted: number
  /** The page came whole out of the back/forward cache. */
  revived: boolean
}

/** What `probe` tells through the binding `benchReport`. */
export type Report = { arrival: Arrival } | { busy: true }

declare global {
  interface Window {
    benchReport: (json: string) => void
    bench: { vitals: Vitals; goBack: () => void }
  }
}

/**
 * Runs in every page before its own scripts, as text: nothing outside it is known to it. It
 * watches the page's vitals, and tells when a move (a click, or going back), within an app or to
 * another page, has brought another heading and its text to the screen.
 */
export function probe(): void {
  const vitals: Vitals = {
    firstPaint: 0,
    largestPaint: 0,
    largest: '',
    layoutShift: 0,
    longTasks: [],
  }
  window.bench = {
    vitals,
    goBack: () => {
      leave(performance.timeOrigin + performance.now())
      history.back()
    },
  }
  const departure = 'bench departure'
  let revived = false
  let looking = false

  function observe(type: string, note: (entry: PerformanceEntry) => void): void {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(note))
    observer.observe({ type, buffered: true })
  }
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') vitals.firstPaint = startTime
  })
  observe('largest-contentful-paint', (entry) => {
    vitals.largestPaint = entry.startTime
    const element = 'element' in entry && entry.element instanceof Element ? entry.element : null
    vitals.largest = element?.localName ?? ''
  })
  observe('layout-shift', (entry) => {
    const isExpected = 'hadRecentInput' in entry && entry.hadRecentInput === true
    if ('value' in entry && !isExpected) vitals.layoutShift += Number(entry.value)
  })
  observe('longtask', ({ startTime, duration }) => {
    vitals.longTasks.push({ start: startTime, duration })
    tell({ busy: true })
  })

  const tell = (report: Report): void => window.benchReport(JSON.stringify(report))

  const headingNow = (): Element | null =>
    document.querySelector('main h1, article h1') ?? document.querySelector('h1')
  /** The first paragraph of some length after the heading. */
  const textAfter = (heading: Element): Element | undefined =>
    [...document.querySelectorAll('p')].find(
      (p) =>
        heading.compareDocumentPosition(p) & Node.DOCUMENT_POSITION_FOLLOWING &&
        p.textContent.length > 80,
    )

  function leave(left: number): void {
    const heading = headingNow()
    const text = heading === null ? undefined : textAfter(heading)
    const from = { left, heading: heading?.textContent, text: text?.textContent }
    sessionStorage.setItem(departure, JSON.stringify(from))
    lookOut()
  }

  /** Looks at each frame, until the text of another post is in one. */
  function lookOut(): void {
    if (looking) return
    looking = true
    requestAnimationFrame(look)
  }
  function look(): void {
    const note = sessionStorage.getItem(departure)
    if (note === null) {
      looking = false
      return
    }
    const from = JSON.parse(note)
    if (!shows(from)) {
      requestAnimationFrame(look)
      return
    }
    looking = false
    sessionStorage.removeItem(departure)
    // A task that is queued in a frame runs after that frame was painted. A message would come later still:
    // after what the page left to do afterwards.
    void scheduler.postTask(tellArrival, { priority: 'user-blocking' })

    function tellArrival(): void {
      const painted = performance.timeOrigin + performance.now()
      tell({ arrival: { left: from.left, painted, revived } })
      revived = false
    }
  }
  /** Boxes are asked for last: that lays the page out, and so must happen in the frame of arrival alone. */
  function shows(from: { heading?: string; text?: string }): boolean {
    const heading = headingNow()
    if (heading === null || heading.textContent === from.heading) return false
    const text = textAfter(heading)
    if (text === undefined || text.textContent === from.text) return false
    return heading.getClientRects().length > 0 && text.getClientRects().length > 0
  }

  addEventListener('click', (event) => leave(performance.timeOrigin + event.timeStamp), true)
  addEventListener('pageshow', (event) => {
    revived = event.persisted
  })
  lookOut()
}
