import { posix } from 'node:path'
import { splitSuffix } from '../../core/addresses.ts'
import type { Site } from './site/site.ts'
import type { SiteText } from './site/site-text.ts'

interface Target {
  name: string
  language: string | undefined
  address: string | undefined
}

/** The texts of a site by the names that they call each other by. */
export class Targets {
  readonly #site: Site
  readonly #byPath = new Map<string, Target>()
  readonly #byStem = new Map<string, Target[]>()

  constructor(site: Site) {
    this.#site = site
  }

  add({ name, stem, language }: SiteText, address: string | undefined): void {
    const target = { name, language, address }
    this.#byPath.set(pathKey(name), target)
    const key = stem.toLowerCase()
    const named = this.#byStem.get(key) ?? []
    named.push(target)
    this.#byStem.set(key, named)
  }

  /**
   * The address of a text as `from` names it, or the way to its file; undefined where there is none. Of one that
   * is there in several languages, that in the same one is meant.
   */
  find(reference: string, from: SiteText): string | undefined {
    const [path = '', fragment = ''] = splitSuffix(reference.trim())
    const target = this.#targetAt(path, from)
    if (target === undefined) return undefined
    return (target.address ?? posix.relative(posix.dirname(from.name), target.name)) + fragment
  }

  #targetAt(path: string, { name, language }: SiteText): Target | undefined {
    if (path === '') return undefined
    const below = path.replace(/^\/+/, '')
    const { root, content } = this.#site
    const own = language?.toLowerCase()
    const places = [
      ...(path.startsWith('/') ? [] : [posix.join(posix.dirname(name), below)]),
      ...(own === undefined ? [] : [`${content}${own}/${below}`]),
      content + below,
      root + below,
      `${content}_posts/${below}`,
    ]
    const translations = own === undefined ? [] : [`.${own}`, `/index.${own}`]
    for (const place of places)
      for (const ending of [...translations, '']) {
        const target = this.#byPath.get(pathKey(posix.normalize(place)) + ending)
        if (target !== undefined) return target
      }
    // Where several have one name, it is not told which is meant.
    const named = this.#byStem.get(pathKey(below).split('/').at(-1) ?? '') ?? []
    return named.find((target) => target.language === language) ?? named[0]
  }
}

/** Without what may be left out. */
const pathKey = (path: string): string =>
  path
    .toLowerCase()
    .replace(/\.(md|markdown|mdx|mkd|mdown|mkdn|html?)$/, '')
    .replace(/\/(_?index)?$/, '')
