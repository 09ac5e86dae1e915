import { belowBase, decodePath, isLaterPage, placeKey, underBase } from '../../core/addresses.ts'
import type { Targets } from './targets.ts'
import { encoded } from './written-paths.ts'

/** What is at the site's paths, each of which may be written with the site's base or without. */
export class SitePaths {
  readonly #base: string
  readonly #targets: Targets

  constructor(base: string, targets: Targets) {
    this.#base = base
    this.#targets = targets
  }

  /** The address that a path leads to, with its query and fragment; undefined where no text, list or old address is there. */
  find(path: string, suffix: string): string | undefined {
    const below = this.withoutBase(path)
    const [query = ''] = suffix.split('#')
    const { aliases, paths, tags } = this.#targets
    for (const name of [below, decodePath(below), encoded(below)]) {
      const asked = query === '' ? undefined : aliases.get(name + query)
      if (asked !== undefined) return underBase(this.#base, asked) + suffix.slice(query.length)
      for (const candidate of [name, `${name}/`]) {
        const target = paths.has(candidate) ? candidate : aliases.get(candidate)
        if (target !== undefined) return underBase(this.#base, target) + suffix
      }
    }
    const [, list, page] = /^(.*\/)(page\/\d+)\/?$/.exec(below) ?? []
    if (list !== undefined) return this.#laterPage(list, `${page}/`, suffix)
    const tag = tags.get(placeKey(below))
    return tag && underBase(this.#base, tag) + suffix
  }

  /** A page of a list that is there: how many pages it has is not known yet. */
  #laterPage(list: string, page: string, suffix: string): string | undefined {
    const found = isLaterPage(list + page) ? this.find(list, '') : undefined
    return found && found + page + suffix
  }

  /** Whether a text is at the path, or in one of these files, that is not to be seen, or not yet. */
  isHeld(path: string, files: readonly string[]): boolean {
    const below = this.withoutBase(path)
    const paths = [below, decodePath(below), encoded(below).replace(/\/?$/, '/')]
    return [...paths, ...files].some((place) => this.#targets.held.has(place))
  }

  /** Files outside `media/` may be the host's, and above a sub-path all is. */
  isOurs(path: string): boolean {
    const below = this.withoutBase(path)
    return /^\/(posts|media)\//.test(below) || (this.#isBelowBase(path) && !/\.[^/]*$/.test(below))
  }

  /** Whether a path of the host is the blog's: above a sub-path only an old address is, just as it is written. */
  isOfBlog(path: string, suffix: string): boolean {
    const [query = ''] = suffix.split('#')
    const name = decodePath(path)
    const { aliases } = this.#targets
    return this.#isBelowBase(path) || aliases.has(name) || aliases.has(name + query)
  }

  #isBelowBase(path: string): boolean {
    return this.#base === '/' || this.withoutBase(path) !== path
  }

  withoutBase(path: string): string {
    return belowBase(this.#base, path)
  }
}
