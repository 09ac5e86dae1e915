import { posix } from 'node:path'
import {
  addressKey,
  aliasPath,
  commentAnchor,
  decodePath,
  hasScheme,
  homePath,
  isOwnAddress,
  placeKey,
  tagPath,
  writtenAlias,
} from '../../core/addresses.ts'
import { fileNameOf } from '../../core/text-place.ts'
import type { Collected, CollectedComment } from '../collection.ts'
import { googleHost } from '../markup/blogger-addresses.ts'
import type { Resolve } from '../markup/html-addresses.ts'
import { isDocument, isPicture, type Media } from '../media.ts'
import { OldPlaces, type Target } from '../old-places.ts'
import type { Present } from './content-folder.ts'
import { oldLists } from './old-lists.ts'
import { commentId } from './place-comments.ts'
import { type Placed, permalinksFirst } from './place-posts.ts'

/** Where a text comes from, which its addresses are to be read in the light of. */
interface Origin {
  /** Its file in the source. */
  file: string | undefined
  /** Where it stood. */
  base: string | undefined
  /** What the folder of its pictures is called. */
  name: string
}

/** Where everything of the source was, and is now. */
export class Addresses {
  readonly places: OldPlaces
  /** Where the old blog listed the posts of a tag, a month or a year, and where this one does. */
  readonly listAliases: Record<string, string> = {}
  /** The pictures on the web, and files of the old site's, that the texts resolved so far go on having from there. */
  readonly filesElsewhere = new Set<string>()
  readonly #files = new Map<string, Target>()
  /** The paths of lists here, by where they were. */
  readonly #lists = new Map<string, string>()
  readonly #media: Media
  /** Where posts stood, by their ids. */
  readonly #bases: ReadonlyMap<string, string | undefined>

  /** `tags` are the tags as they are spelled here, by their keys. */
  constructor(
    { blog, entries, datedLinks }: Collected,
    placed: readonly Placed[],
    present: Present,
    media: Media,
    tags: ReadonlyMap<string, string>,
  ) {
    this.#media = media
    this.#bases = new Map(placed.map(({ post }) => [post.id, post.addresses[0]]))
    this.places = new OldPlaces(blog.home)
    const byId = new Map<string, Target>()
    const byFile = new Map<string, Target>()
    for (const { post, file, place } of placed) {
      const target: Target = { path: place.path, comments: new Map() }
      byId.set(post.id, target)
      byFile.set(file, target)
      if (post.file !== undefined) this.#files.set(post.file, target)
    }
    const stoodAt = [
      ...permalinksFirst(placed),
      ...placed.flatMap((one) => one.aliases.map((alias) => [alias, one] as const)),
    ]
    for (const [address, { file }] of stoodAt) {
      const target = byFile.get(file)
      if (target !== undefined) this.places.add(address, target)
    }
    const texts = [...present.texts.values()]
    for (const { place, aliases } of texts)
      for (const alias of aliases) this.places.add(alias, { path: place.path, comments: new Map() })
    const commented = entries.flatMap((entry) => (entry.kind === 'comment' ? entry.post : []))
    this.places.learnHosts([...datedLinks, ...commented.filter((post) => /^https?:/i.test(post))])
    for (const entry of entries)
      if (entry.kind === 'comment')
        byId.get(entry.post)?.comments.set(numberIn(entry.id), commentId(entry.id))
    const taken = new Set(
      [
        ...[...placed, ...texts].flatMap(({ aliases, place }) => [
          ...aliases,
          decodePath(place.path),
        ]),
        ...[...tags.values()].map((tag) => decodePath(tagPath(tag))),
      ].map(addressKey),
    )
    for (const [address, path] of oldLists(blog, placed, tags)) {
      const url = this.places.whole(address)
      if (url === undefined) continue
      this.#lists.set(placeKey(url.pathname), path)
      const alias = aliasPath(url.pathname)
      if (alias === undefined || isOwnAddress(alias) || taken.has(addressKey(alias))) continue
      taken.add(addressKey(alias))
      this.listAliases[writtenAlias(alias)] = path
    }
  }

  /** What the links and pictures of a text mean in its new place. */
  resolveIn({ post, file }: Placed): Resolve {
    const origin = { file: post.file, base: post.addresses[0], name: fileNameOf(file) }
    return {
      link: (href) => this.#link(href.trim(), origin) ?? href,
      image: (src) => this.#image(src.trim(), origin) ?? src,
    }
  }

  /** The same of a comment, which stood where its post did. Pictures in it stay where they are. */
  resolveInComment({ post }: CollectedComment): Resolve {
    const base = this.#bases.get(post) ?? (/^https?:/i.test(post) ? post : undefined)
    const origin = { file: undefined, base, name: '' }
    const wholeOf = (src: string) => {
      const url = this.places.whole(src, base)
      return url && this.#stays(src, url)
    }
    return {
      link: (href) => this.#link(href.trim(), origin) ?? href,
      image: (src) => wholeOf(src.trim()) ?? src,
    }
  }

  #link(href: string, { file, base, name }: Origin): string | undefined {
    if (href === '' || href.startsWith('#')) return undefined
    const ofSource = this.#fileTarget(href, file)
    if (ofSource !== undefined) return ofSource.path + fragmentOf(href, ofSource)
    const url = this.places.whole(href, base)
    const mediaFile = this.#ofSource(href, url, file, name)
    if (mediaFile !== undefined) return mediaFile + splitFragment(href)[1]
    if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined
    const target = this.places.find(url)
    if (target !== undefined) return target.path + fragmentOf(url.hash, target)
    if (this.places.isHome(url)) return homePath()
    const list = this.places.isOwn(url) ? this.#lists.get(placeKey(url.pathname)) : undefined
    if (list !== undefined) return list
    const isFile = isPicture.test(url.pathname) || isDocument.test(url.pathname)
    if (!this.places.isOwn(url) || !isFile) return this.#stays(href, url)
    // The large picture behind a small one may have its name.
    const here = this.#fetched(url, name) ?? this.#media.namesake(url, name, false)
    return here === undefined ? this.#staysElsewhere(href, url) : here + url.hash
  }

  #fetched(url: URL, name: string): string | undefined {
    return this.#media.downloadOf(splitFragment(url.href)[0], name)
  }

  /** Relative to a place that is left behind, it would lead nowhere. */
  #stays(written: string, url: URL): string | undefined {
    return /^(https?:)?\/\//i.test(written) || this.places.isNowhere(url) ? undefined : url.href
  }

  #image(src: string, { file, base, name }: Origin): string | undefined {
    const url = this.places.whole(src, base)
    const ofSource = this.#ofSource(src, url, file, name)
    if (ofSource !== undefined) return ofSource
    const given = this.#media.givenAsData(src, name)
    if (given !== undefined || url === undefined || !/^https?:$/.test(url.protocol)) return given
    const isOfSource =
      !this.places.isHomeKnown || this.places.isOwn(url) || googleHost.test(url.hostname)
    return (
      this.#fetched(url, name) ??
      this.#media.namesake(url, name, isOfSource) ??
      this.#staysElsewhere(src, url)
    )
  }

  #staysElsewhere(written: string, url: URL): string | undefined {
    if (!this.places.isNowhere(url)) this.filesElsewhere.add(splitFragment(url.href)[0])
    return this.#stays(written, url)
  }

  /** The new path of a file of the source, as a text names it, or by the address that it was served at. */
  #ofSource(written: string, url: URL | undefined, file: string | undefined, name: string) {
    const served = url && this.places.pathBelowHome(url)
    return (
      this.#media.ofSource(written, file, name) ??
      (served && this.#media.ofSource(served, file, name))
    )
  }

  /** The post that a file of the source became, as a text beside it names it. */
  #fileTarget(href: string, from: string | undefined): Target | undefined {
    if (from === undefined || hasScheme(href) || href.startsWith('//')) return undefined
    const path = decodePath(href.replace(/[?#].*$/, ''))
    const file = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from), path)
    return [file, `${file}.md`, `${file}.mdx`, posix.join(file, 'index.md')]
      .map((name) => this.#files.get(name))
      .find((target) => target !== undefined)
  }
}

const splitFragment = (address: string): [whole: string, fragment: string] => {
  const at = address.indexOf('#')
  return at === -1 ? [address, ''] : [address.slice(0, at), address.slice(at)]
}

const numberIn = (id: string): string => /\d+$/.exec(id)?.[0] ?? id

/** Blogger's and WordPress's names of a comment, and of the place where a text goes on, mean others here. */
function fragmentOf(address: string, { comments }: Target): string {
  const fragment = /#.*$/.exec(address)?.[0] ?? ''
  if (/^#(more(-\d+)?|respond|comment-?form)$/.test(fragment)) return ''
  const number = /^#(?:c|comment-)(\d+)$/.exec(fragment)?.[1]
  if (number === undefined) return fragment
  const comment = comments.get(number)
  return comment === undefined ? '' : `#${commentAnchor(comment)}`
}
