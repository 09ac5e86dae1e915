import { join } from 'node:path'
import {
  addressKey,
  belowBase,
  decodePath,
  isLaterPage,
  isOwnFile,
  mediaPath,
  underBase,
} from '../../core/addresses.ts'
import { ImageSizes, type KeptSizes, type Size } from './image-sizes.ts'
import type { Problem } from './problems.ts'
import type { Targets } from './targets.ts'
import {
  encoded,
  filesNamed,
  hasScheme,
  hintFor,
  isFile,
  mayBePublished,
  resolveUrl,
  splitSuffix,
  textsNamed,
} from './written-paths.ts'

/** A blog whose texts refer to things. */
interface ReferringBlog {
  folder: string
  base: string
  url: string | undefined
  targets: Targets
}

/**
 * Turns what a text's links and images say into addresses of the site: links to files, old
 * addresses and the blog's own public address lead to the pages they mean; images of the content
 * folder get their address and size in pixels. What leads nowhere stays as written, with a warning.
 */
export class References {
  readonly #warnings = new Map<string, Problem>()
  /** Files outside `media/` that texts refer to, by the path that they are published at. */
  readonly publishedFiles = new Map<string, string>()

  readonly #blog: ReferringBlog
  readonly #sizes: ImageSizes

  constructor(blog: ReferringBlog, kept: KeptSizes) {
    this.#blog = blog
    this.#sizes = new ImageSizes(blog.folder, kept)
  }

  /** What the texts rendered so far refer to in vain, by file: they are rendered in any order. */
  get warnings(): Problem[] {
    return [...this.#warnings.values()].sort((a, b) =>
      a.file < b.file ? -1 : Number(a.file > b.file),
    )
  }

  /** `href` as written in `from`, a file of the content folder that became the page at `page`. */
  link(href: string, from: string, page: string): string {
    const local = this.#local(href)
    if (local === '' || local.startsWith('#') || hasScheme(local)) return local
    const [path, suffix] = splitSuffix(local)
    const isFromRoot = path.startsWith('/')
    const below = this.#withoutBase(path)
    const sitePath = isFromRoot ? path : resolveUrl(path, page)
    const ofFile = () => this.#fileTarget(below, from, suffix)
    const ofSite = () => this.#sitePath(sitePath, suffix)
    const found = isFromRoot ? (ofSite() ?? ofFile()) : (ofFile() ?? ofSite())
    if (found !== undefined) return found
    const leads = (where: string) =>
      this.warn(from, `the link to "${href.trim()}" leads to ${where}`)
    if (this.#isHeld(sitePath, textsNamed(below, from)))
      leads('a draft, or to a text of the future')
    else if (!isFromRoot || this.#isOurs(path)) leads(`no post, page or file${hintFor(local)}`)
    return local
  }

  /** Whether the site has something at a path, which may begin with the base, as far as the texts rendered so far tell. */
  isThere(path: string): boolean {
    const below = this.#withoutBase(path).replace(/(?<=\/)index\.html$/, '')
    return (
      this.#sitePath(below, '') !== undefined ||
      this.publishedFiles.has(below) ||
      (isOwnFile(decodePath(below)) && !below.startsWith('/media/'))
    )
  }

  /** `href` as written by a commenter, who knows the site and not its files: the owner can't help where it leads. */
  commentLink(href: string): string {
    const local = this.#local(href)
    return (local.startsWith('/') ? this.#sitePath(...splitSuffix(local)) : undefined) ?? local
  }

  /** The address and size of an image that `from` names; undefined, with a warning, where it is not there. */
  image(src: string, from: string): ({ src: string } & Size) | undefined {
    const written = src.trim()
    const local = this.#local(src)
    if (hasScheme(local)) return { src: local }
    const [path, suffix] = splitSuffix(local)
    const file = this.#fileAt(this.#withoutBase(path), from)
    if (file === undefined || !mayBePublished(file)) {
      this.warn(
        from,
        file === undefined
          ? `the image "${written}" is not in the content folder`
          : `the image "${written}" is not published; expected it in media/, or beside the text`,
      )
      return undefined
    }
    try {
      return { src: this.#publish(file) + suffix, ...this.#sizes.of(file) }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      this.warn(file, `found no image that can be measured (${reason})`)
      return { src: this.#publish(file) + suffix }
    }
  }

  #sitePath(path: string, suffix: string): string | undefined {
    const below = this.#withoutBase(path)
    const [query = ''] = suffix.split('#')
    for (const name of [below, decodePath(below), encoded(below)]) {
      const asked = query === '' ? undefined : this.#blog.targets.aliases.get(name + query)
      if (asked !== undefined) return underBase(this.#blog.base, asked) + suffix.slice(query.length)
      for (const candidate of [name, `${name}/`]) {
        const target = this.#blog.targets.paths.has(candidate)
          ? candidate
          : this.#blog.targets.aliases.get(candidate)
        if (target !== undefined) return underBase(this.#blog.base, target) + suffix
      }
    }
    const later = /^(.*\/)(page\/\d+)\/?$/.exec(below)
    if (later !== null) return this.#laterPage(later[1] ?? '', `${later[2]}/`, suffix)
    const tag = this.#blog.targets.tags.get(addressKey(decodePath(below)))
    if (tag !== undefined) return underBase(this.#blog.base, tag) + suffix
    const file = this.#fileAt(below, '')
    return file?.startsWith('media/') ? this.#publish(file) + suffix : undefined
  }

  /** A page of a list that is there: how many pages it has is not known yet. */
  #laterPage(list: string, page: string, suffix: string): string | undefined {
    const found = isLaterPage(list + page) ? this.#sitePath(list, '') : undefined
    return found && found + page + suffix
  }

  #fileTarget(path: string, from: string, suffix: string): string | undefined {
    const { byFile } = this.#blog.targets
    const text = textsNamed(path, from).find((file) => byFile.has(file))
    const page = text && byFile.get(text)
    if (page !== undefined) return underBase(this.#blog.base, page) + suffix
    const file = this.#fileAt(path, from)
    return file && mayBePublished(file) ? this.#publish(file) + suffix : undefined
  }

  /** The existing file of the content folder that `path` names; never one outside it. */
  #fileAt(path: string, from: string): string | undefined {
    return filesNamed(path, from).find((file) => isFile(join(this.#blog.folder, file)))
  }

  #publish(file: string): string {
    const path = mediaPath(file.replace(/^media\//, ''))
    if (!file.startsWith('media/')) this.publishedFiles.set(path, file)
    return underBase(this.#blog.base, path)
  }

  #isHeld(path: string, files: readonly string[]): boolean {
    const below = this.#withoutBase(path)
    const { held } = this.#blog.targets
    const paths = [below, decodePath(below), encoded(below).replace(/\/?$/, '/')]
    return [...paths, ...files].some((place) => held.has(place))
  }

  /** Files outside `media/` may be the host's, and above a sub-path all is. */
  #isOurs(path: string): boolean {
    const below = this.#withoutBase(path)
    const isBelow = below !== path || this.#blog.base === '/'
    return /^\/(posts|media)\//.test(below) || (isBelow && !/\.[^/]*$/.test(below))
  }

  #withoutBase(path: string): string {
    return belowBase(this.#blog.base, path)
  }

  /** An address as it is written, without the blog's own host. */
  #local(href: string): string {
    const written = href.trim()
    return written.startsWith('//') ? `https:${written}` : this.#withoutOwnHost(written)
  }

  #withoutOwnHost(href: string): string {
    const origin = this.#blog.url === undefined ? undefined : new URL(this.#blog.url).host
    const [, host, rest = ''] = /^https?:\/\/([^/?#]+)(.*)$/i.exec(href) ?? []
    return origin !== undefined &&
      host?.toLowerCase() === origin &&
      this.#isOfBlog(...splitSuffix(rest))
      ? rest
      : href
  }

  /** Whether something is at a path of the host: above a sub-path only what once was there is the blog's. */
  #isOfBlog(path: string, suffix: string): boolean {
    const isBelow = this.#blog.base === '/' || this.#withoutBase(path) !== path
    if (isBelow) return this.#sitePath(path, suffix) !== undefined
    const { aliases } = this.#blog.targets
    const [query = ''] = suffix.split('#')
    return aliases.has(decodePath(path)) || aliases.has(decodePath(path) + query)
  }

  /** Tells the owner something of a file, once. */
  warn(file: string, message: string): void {
    this.#warnings.set(`${file} ${message}`, { file, message })
  }
}
