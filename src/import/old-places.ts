import { decodePath } from '../core/addresses.ts'
import { isTracking } from './imported-blog.ts'

/** Where posts stood whose blog says no address of its own. */
const nowhere = 'http://old.invalid/'

export interface Target {
  /** Its new path. */
  path: string
  /** The ids of its comments, by the numbers that their old addresses end in. */
  comments: Map<string, string>
}

/**
 * Where everything of the old blog stood, and where it is now. Schemes, "www.", Blogger's hosts of
 * countries, letters' case, and what an address carries for machines do not tell two places apart.
 */
export class OldPlaces {
  readonly #home: URL
  readonly #ownHosts: Set<string>
  readonly #targets = new Map<string, Target>()

  constructor(home: string | undefined) {
    this.#home = new URL(home !== undefined && URL.canParse(home) ? home : nowhere)
    this.#ownHosts = new Set([hostOf(this.#home)])
  }

  get isHomeKnown(): boolean {
    return this.#home.href !== nowhere
  }

  /** `address` is whole, or a path of the old site. The first to stand somewhere keeps the place. */
  add(address: string, target: Target): void {
    for (const url of [this.whole(address), this.#belowHome(address)]) {
      const key = url && this.#keyOf(url)
      if (key !== undefined && !this.#targets.has(key)) this.#targets.set(key, target)
    }
  }

  /** Hosts are the blog's own where a whole address is on them whose path is one of its posts'. */
  learnHosts(addresses: Iterable<string>): void {
    if (this.isHomeKnown) return
    for (const address of addresses) {
      const url = this.whole(address)
      if (url !== undefined && this.#targets.has(keyOf('', url, false)))
        this.#ownHosts.add(hostOf(url))
    }
  }

  /** The whole address of what `href` means in a text that stood at `base`. */
  whole(href: string, base?: string): URL | undefined {
    const from =
      base !== undefined && URL.canParse(base, this.#home.href)
        ? new URL(base, this.#home).href
        : this.#home.href
    return URL.canParse(href, from) ? new URL(href, from) : undefined
  }

  find(url: URL): Target | undefined {
    return (
      this.#targets.get(keyOf(this.#hostKey(url), url, true)) ??
      this.#targets.get(keyOf(this.#hostKey(url), url, false))
    )
  }

  isHome(url: URL): boolean {
    const names = [...url.searchParams.keys()]
    // "/?cat=3" and "/?s=tea" are other places.
    const isPlain = names.every((name) => name === 'm' || name === 'ref' || isTracking(name))
    return isPlain && this.isOwn(url) && keyOf('', url, true) === keyOf('', this.#home, true)
  }

  isOwn(url: URL): boolean {
    return this.#ownHosts.has(hostOf(url))
  }

  /** "/a.png" for what stood at "https://example.org/blog/a.png" of a blog at "https://example.org/blog/". */
  pathBelowHome(url: URL): string | undefined {
    const home = this.#home.pathname.replace(/\/*$/, '/')
    return this.isOwn(url) && url.pathname.startsWith(home)
      ? url.pathname.slice(home.length - 1)
      : undefined
  }

  /** Whether there is anything at that address, but that nobody knows where that is. */
  isNowhere(url: URL): boolean {
    return hostOf(url) === hostOf(new URL(nowhere))
  }

  #belowHome(address: string): URL | undefined {
    return address.startsWith('/') && this.#home.pathname !== '/'
      ? this.whole(this.#home.pathname.replace(/\/+$/, '') + address)
      : undefined
  }

  #keyOf(url: URL): string | undefined {
    const key = keyOf(this.#hostKey(url), url, true)
    return key === this.#hostKey(url) ? undefined : key
  }

  #hostKey(url: URL): string {
    const host = hostOf(url)
    return this.#ownHosts.has(host) ? '' : host
  }
}

const hostOf = (url: URL): string =>
  url.host
    .toLowerCase()
    .replace(/^(www|m)\./, '')
    .replace(/\.blogspot\.(com?\.)?[a-z]{2,3}$/, '.blogspot.com')

/** What a query says of the place itself, as WordPress and its like have it. */
const placeParameter = /^(p|page_id|attachment_id|id|post|article|story|entry|name)$/

function keyOf(host: string, url: URL, withQuery: boolean): string {
  const path = decodePath(url.pathname)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\/(index|default)\.(html?|php|aspx?)$|\/(comment-page-\d+|amp)\/?$/, '')
    .replace(/\/+$/, '')
  const query = withQuery
    ? [...url.searchParams]
        .filter(([name]) => placeParameter.test(name))
        .map(([name, value]) => `${name}=${value}`)
    : []
  return host + path + (query.length === 0 ? '' : `?${query.join('&')}`)
}
