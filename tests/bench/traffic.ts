import type { CDPSession } from '@playwright/test'

export const kinds = ['HTML', 'CSS', 'JS', 'fonts', 'JSON', 'other'] as const
export type Kind = (typeof kinds)[number]

export interface Exchange {
  url: string
  kind: Kind
  /** Milliseconds since the epoch. */
  asked: number
  answered?: number
  ended?: number
  /** Headers included. */
  bytes: number
  cached: boolean
}

export interface Traffic {
  /** What went over the wire, caches left out. */
  exchanges: () => Exchange[]
  /** When something was last heard of a request, and whether one is still open. */
  lastActivity: () => number
  isOpen: () => boolean
  /** DevTools' clock as milliseconds since the epoch. */
  toEpoch: (timestamp: number) => number
}

/** Records every request of a page, as its developer tools list them. */
export function recordTraffic(session: CDPSession): Traffic {
  const exchanges = new Map<string, Exchange>()
  let clockOffset = 0
  let lastActivity = Date.now()
  const toEpoch = (timestamp: number): number => (timestamp + clockOffset) * 1000
  const update = (id: string, change: (exchange: Exchange) => void): void => {
    lastActivity = Date.now()
    const exchange = exchanges.get(id)
    if (exchange !== undefined) change(exchange)
  }

  session.on('Network.requestWillBeSent', ({ requestId, request, timestamp, wallTime }) => {
    if (!/^https?:/.test(request.url)) return
    lastActivity = Date.now()
    clockOffset = wallTime - timestamp
    const asked = toEpoch(timestamp)
    exchanges.set(requestId, { url: request.url, kind: 'other', asked, bytes: 0, cached: false })
  })
  session.on('Network.requestServedFromCache', ({ requestId }) =>
    update(requestId, (exchange) => {
      exchange.cached = true
    }),
  )
  session.on('Network.responseReceived', ({ requestId, response, timestamp }) =>
    update(requestId, (exchange) => {
      exchange.kind = kindOf(response.mimeType)
      exchange.answered = toEpoch(timestamp)
      exchange.cached ||= (response.fromDiskCache || response.fromPrefetchCache) ?? false
    }),
  )
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) =>
    update(requestId, (exchange) => {
      exchange.bytes = encodedDataLength
      exchange.ended = toEpoch(timestamp)
      // A busy page hears of an answer later than it was there.
      exchange.answered = Math.min(exchange.answered ?? exchange.ended, exchange.ended)
    }),
  )
  session.on('Network.loadingFailed', ({ requestId, timestamp }) =>
    update(requestId, (exchange) => {
      exchange.ended = toEpoch(timestamp)
    }),
  )
  return {
    exchanges: () => [...exchanges.values()].filter(({ cached }) => !cached),
    lastActivity: () => lastActivity,
    isOpen: () =>
      [...exchanges.values()].some(({ ended, cached }) => ended === undefined && !cached),
    toEpoch,
  }
}

function kindOf(type: string): Kind {
  if (type === 'text/html') return 'HTML'
  if (type === 'text/css') return 'CSS'
  if (type.includes('javascript')) return 'JS'
  if (type.includes('font')) return 'fonts'
  return type.includes('json') ? 'JSON' : 'other'
}

export const bytesOf = (exchanges: readonly Exchange[], kind?: Kind): number =>
  exchanges
    .filter((exchange) => kind === undefined || exchange.kind === kind)
    .reduce((sum, { bytes }) => sum + bytes, 0)
