export interface Row {
  /** Empty where it is not known. */
  day: string
  path: string
  views: number
}

/** How often each path was viewed, by day where days are known. */
export class ViewCounts {
  readonly #days = new Map<string, Map<string, number>>()

  add({ path, day = '' }: { path: string; day?: string | undefined }, views: number): void {
    if (views === 0) return
    const paths = this.#days.get(day) ?? new Map<string, number>()
    this.#days.set(day, paths)
    paths.set(path, (paths.get(path) ?? 0) + views)
  }

  /** Sorted by day, then path. */
  rows(): Row[] {
    return sorted(this.#days).flatMap(([day, paths]) =>
      sorted(paths).map(([path, views]) => ({ day, path, views })),
    )
  }
}

const sorted = <V>(map: ReadonlyMap<string, V>): [string, V][] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1))
