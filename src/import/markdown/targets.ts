import { posix } from 'node:path'
import { splitSuffix } from '../../core/addresses.ts'
import type { Site } from './site/site.ts'
import type { SiteText } from './site/site-text.ts'

interface Target {
  name: string
  address: string | undefined
}

/** The texts of a site by the names that they call each other by. */
export class Targets {
  readonly #site: Site
  readonly #byPath = new Map<string, Target>()
  readonly #byName = new Map<string, Target>()

  constructor(site: Site) {
    this.#site = site
  }

  add({ name, stem }: SiteText, address: string | undefined): void {
    const target = { name, address }
    this.#byPath.set(pathKey(name), target)
    // Where two have one name, it is not told which is meant.
    if (!this.#byName.has(stem.toLowerCase())) this.#byName.set(stem.toLowerCase(), target)
  }

  /** The address of a text as the one at `from` names it, or the way to its file; undefined where there is none. */
  find(reference: string, from: string): string | undefined {
    const [path = '', fragment = ''] = splitSuffix(reference.trim())
    const target = this.#targetAt(path, from)
    if (target === undefined) return undefined
    return (target.address ?? posix.relative(posix.dirname(from), target.name)) + fragment
  }

  #targetAt(path: string, from: string): Target | undefined {
    if (path === '') return undefined
    const below = path.replace(/^\/+/, '')
    const { root, content } = this.#site
    const places = [
      ...(path.startsWith('/') ? [] : [posix.join(posix.dirname(from), below)]),
      content + below,
      root + below,
      `${content}_posts/${below}`,
    ]
    for (const place of places) {
      const target = this.#byPath.get(pathKey(posix.normalize(place)))
      if (target !== undefined) return target
    }
    return this.#byName.get(pathKey(below).split('/').at(-1) ?? '')
  }
}

/** Without what may be left out. */
const pathKey = (path: string): string =>
  path
    .toLowerCase()
    .replace(/\.(md|markdown|mdx|mkd|mdown|mkdn|html?)$/, '')
    .replace(/\/(_?index)?$/, '')
