import type { FirstView } from './first-view.ts'
import { median } from './median.ts'
import type { Move } from './moves.ts'
import type { Reading } from './reading.ts'
import { floor, lectern, plain } from './sites.ts'
import { table } from './table.ts'
import { bytesOf, type Exchange, kinds } from './traffic.ts'

type Readings = ReadonlyMap<string, readonly Reading[]>

/** The figures of reading, as Markdown. */
export const reportReading = (readings: Readings, size: number): string => `## Reading

A blog of ${size.toLocaleString('en')} posts, on a phone: 150 ms to each response, 1.6 Mbit/s down, a CPU four times slower.
Medians; × is the median of each round's ratio.

### First view of a post

${firstViews(readings)}

Requests, and KB on the wire (headers included), until the page is quiet.

${loads(readings)}

### Moves

Milliseconds until the other post's heading and text are painted; the requests until then + those after it.

${moves(readings)}

${cacheNote(readings)}`

function firstViews(readings: Readings): string {
  return table(
    ['site', 'FCP', '× floor', 'text visible', '× floor', 'TBT', 'CLS', 'requests before text'],
    [...readings].map(([name, ofSite]) => {
      const figure = (read: (view: FirstView) => number) =>
        median(ofSite.map(({ firstView }) => read(firstView)))
      const times = (read: (view: FirstView) => number) =>
        ratio(ofSite, readings.get(floor), ({ firstView }) => read(firstView))
      return [
        name,
        ms(figure((view) => view.firstPaint)),
        times((view) => view.firstPaint),
        ms(figure((view) => view.textVisible)),
        times((view) => view.textVisible),
        ms(figure((view) => view.blocking)),
        figure((view) => view.layoutShift).toFixed(3),
        String(figure((view) => view.needed)),
      ]
    }),
  )
}

function loads(readings: Readings): string {
  return table(
    ['site', 'until load', 'until quiet', ...kinds],
    [...readings].map(([name, ofSite]) => {
      const load = (read: (view: FirstView) => Exchange[]) => {
        const all = ofSite.map(({ firstView }) => read(firstView))
        return `${median(all.map(({ length }) => length))}, ${kb(median(all.map((one) => bytesOf(one))))} KB`
      }
      return [
        name,
        load((view) => view.atLoad),
        load((view) => view.atQuiet),
        ...kinds.map((kind) =>
          kb(median(ofSite.map(({ firstView }) => bytesOf(firstView.atQuiet, kind)))),
        ),
      ]
    }),
  )
}

const kindsOfMove = ['cold', 'hovered', 'back'] as const
type KindOfMove = (typeof kindsOfMove)[number]
const titles: Record<KindOfMove, string> = {
  cold: 'click',
  hovered: 'after half a second of hover',
  back: 'back',
}

function moves(readings: Readings): string {
  const moving = [...readings].filter(([, [first]]) => first?.moves !== undefined)
  const rivals = moving.filter(([name]) => name !== lectern && name !== plain)
  return table(
    [
      'site',
      ...kindsOfMove.flatMap((kind) => [
        titles[kind],
        `× ${plain}`,
        ...(rivals.length > 0 ? ['× best other'] : []),
        'requests',
      ]),
      'scroll restored',
    ],
    moving.map(([name, ofSite]) => [
      name,
      ...kindsOfMove.flatMap((kind) => {
        const [, best] = rivals.toSorted(
          ([, a], [, b]) => medianOf(a, kind, 'milliseconds') - medianOf(b, kind, 'milliseconds'),
        )[0] ?? [undefined, undefined]
        const time = ({ moves }: Reading) => moves?.[kind].milliseconds ?? Number.NaN
        return [
          ms(medianOf(ofSite, kind, 'milliseconds')),
          ratio(ofSite, readings.get(plain), time),
          ...(best === undefined ? [] : [ratio(ofSite, best, time)]),
          `${medianOf(ofSite, kind, 'requests')} + ${medianOf(ofSite, kind, 'later')}`,
        ]
      }),
      `${ofSite.filter(({ moves }) => moves?.back.scrollRestored).length} of ${ofSite.length}`,
    ]),
  )
}

const medianOf = (readings: readonly Reading[], kind: KindOfMove, figure: keyof Move): number =>
  median(readings.flatMap(({ moves }) => (moves === undefined ? [] : [moves[kind][figure]])))

/** Without the cache the comparison says less: readers' browsers have it. */
function cacheNote(readings: Readings): string {
  const ofPlain = readings.get(plain) ?? []
  const revived = ofPlain.filter(({ moves }) => moves?.back.revived).length
  const lines = `Back on "${plain}" came out of the back/forward cache in ${revived} of ${ofPlain.length} rounds.`
  return revived === ofPlain.length
    ? lines
    : `${lines} A headless shell has no such cache: name a whole Chromium in CHROMIUM_PATH.`
}

function ratio(
  readings: readonly Reading[],
  others: readonly Reading[] | undefined,
  read: (reading: Reading) => number,
): string {
  const ratios = readings.flatMap((reading, round) => {
    const other = others?.[round]
    return other === undefined ? [] : [read(reading) / read(other)]
  })
  return median(ratios).toFixed(2)
}

/** A post's weight in a small and in a large blog, as Markdown. */
export function reportGrowth(small: SizedView, large: SizedView): string {
  const row = ({ size, view }: SizedView) => [
    size.toLocaleString('en'),
    String(view.atQuiet.length),
    ...[undefined, ...kinds].map((kind) => kb(bytesOf(view.atQuiet, kind))),
  ]
  const grown = (read: (view: FirstView) => number) =>
    `${(100 * (read(large.view) / read(small.view) - 1)).toFixed(2)} %`
  return `### The same post in a larger blog

KB on the wire, until the page is quiet.

${table(
  ['posts', 'requests', 'KB', ...kinds],
  [
    row(small),
    row(large),
    [
      'growth',
      grown((view) => view.atQuiet.length),
      ...[undefined, ...kinds].map((kind) =>
        bytesOf(small.view.atQuiet, kind) === 0 ? '' : grown((view) => bytesOf(view.atQuiet, kind)),
      ),
    ],
  ],
)}`
}

interface SizedView {
  size: number
  view: FirstView
}

const ms = (milliseconds: number): string => milliseconds.toFixed(0)
const kb = (bytes: number): string => (bytes / 1000).toFixed(1)
