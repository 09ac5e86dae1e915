import { join } from 'node:path'
import {
  decodePath,
  hasScheme,
  isOwnAddress,
  mediaPath,
  splitSuffix,
  underBase,
} from '../../core/addresses.ts'
import { messageOf } from '../../core/message-of.ts'
import type { Image, Size } from '../../core/post.ts'
import { once } from '../once.ts'
import { imageSizesIn, type KeptSizes } from './image-sizes.ts'
import { lineOf } from './line-of.ts'
import type { Problem } from './problems.ts'
import type { BlogOfTexts } from './render-text.ts'
import { SitePaths } from './site-paths.ts'
import {
  addressMeantBy,
  filesNamed,
  isFile,
  mayBePublished,
  resolveUrl,
  textsNamed,
} from './written-paths.ts'

/** What they depend on, of a blog. */
type ReferringBlog = Pick<BlogOfTexts, 'folder' | 'base' | 'url' | 'targets'>

/**
 * Turns what a text's links and images say into addresses of the site: links to files, old
 * addresses and the blog's own public address lead to the pages they mean; images of the content
 * folder get their address and size in pixels. What leads nowhere stays as written, with a warning.
 */
export class References {
  readonly #warnings = new Map<string, Problem & { written?: string | undefined }>()
  /** Files outside `media/` that texts refer to, by the path that they are published at. */
  readonly publishedFiles = new Map<string, string>()

  readonly #blog: ReferringBlog
  readonly #host: string | undefined
  readonly #paths: SitePaths
  readonly #sizeOf: (file: string) => Size

  constructor(blog: ReferringBlog, kept: KeptSizes) {
    this.#blog = blog
    this.#host = blog.url && new URL(blog.url).host
    this.#paths = new SitePaths(blog.base, blog.targets)
    this.#sizeOf = imageSizesIn(blog.folder, kept)
  }

  /** What the texts rendered so far refer to in vain, by file: they are rendered in any order. */
  get warnings(): Problem[] {
    return [...this.#warnings.values()]
      .map(({ file, message, written }) => ({
        file,
        message,
        line: written === undefined ? undefined : lineOf(written, this.#blog.folder, file),
      }))
      .sort((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)))
  }

  /** `href` as written in `from`, a file of the content folder that became the page at `page`. */
  link(href: string, from: string, page: string): string {
    const local = this.#local(href)
    if (local === '' || local.startsWith('#') || hasScheme(local)) return local
    const written = href.trim()
    const [path, suffix] = splitSuffix(local)
    const isFromRoot = path.startsWith('/')
    const below = this.#paths.withoutBase(path)
    const sitePath = once(() => (isFromRoot ? path : resolveUrl(path, page)))
    const ofFile = () => this.#fileTarget(below, from, suffix)
    const ofSite = () => this.#sitePath(sitePath(), suffix)
    const found = isFromRoot ? (ofSite() ?? ofFile()) : (ofFile() ?? ofSite())
    if (found !== undefined) return found
    const leads = (where: string) =>
      this.warn(from, `the link to "${written}" leads to ${where}`, written)
    const meant = addressMeantBy(local)
    if (this.#paths.isHeld(sitePath(), textsNamed(below, from)))
      leads('a draft, or to a text of the future')
    else if (meant !== undefined) leads(`no post, page or file; expected ${meant}`)
    else if (!isFromRoot || (this.#paths.isOurs(path) && !this.#isOwn(below)))
      leads('no post, page or file')
    return written
  }

  /** Whether the site has something at a path, which may begin with the base, as far as the texts rendered so far tell. */
  isThere(path: string): boolean {
    const below = this.#paths.withoutBase(path).replace(/(?<=\/)index\.html$/, '')
    return (
      this.#sitePath(below, '') !== undefined ||
      this.publishedFiles.has(below) ||
      this.#isOwn(below)
    )
  }

  /** Whether the site itself has something at a path, whatever its content; of which years it has, the paths tell. */
  #isOwn(below: string): boolean {
    return isOwnAddress(decodePath(below)) && !/^\/(media\/|archive\/\w+\/?$)/i.test(below)
  }

  /** Whether what is at a path is not to be seen yet. */
  isHeld(path: string): boolean {
    return this.#paths.isHeld(path, [])
  }

  /** `href` as written by a commenter, who knows the site and not its files: the owner can't help where it leads. */
  commentLink(href: string): string {
    const local = this.#local(href)
    const found = local.startsWith('/') ? this.#sitePath(...splitSuffix(local)) : undefined
    return found ?? href.trim()
  }

  /** The address and size of an image that `from` names; undefined, with a warning, where it is not there. */
  image(src: string, from: string): Image | undefined {
    const written = src.trim()
    const local = this.#local(src)
    if (hasScheme(local)) {
      if (URL.canParse(local)) return { src: local.replace(/\s/g, encodeURIComponent) }
      const expected = 'expected one such as https://example.org/a.png'
      this.warn(from, `the image "${written}" is at no address; ${expected}`)
      return undefined
    }
    const [path, suffix] = splitSuffix(local)
    const file = this.#fileAt(this.#paths.withoutBase(path), from)
    // It may be the host's, or in `public`.
    if (file === undefined && hasScheme(written) && !this.#paths.isOurs(path))
      return { src: written }
    if (file === undefined || !mayBePublished(file)) {
      this.warn(
        from,
        file === undefined
          ? `the image "${written}" is not in the content folder`
          : `the image "${written}" is not published; expected it in media/, or beside the text`,
        written,
      )
      return undefined
    }
    try {
      return { src: this.#publish(file) + suffix, ...this.#sizeOf(file) }
    } catch (error) {
      this.warn(file, `found no image that can be measured (${messageOf(error)})`)
      return { src: this.#publish(file) + suffix }
    }
  }

  #sitePath(path: string, suffix: string): string | undefined {
    const found = this.#paths.find(path, suffix)
    if (found !== undefined) return found
    const file = this.#fileAt(this.#paths.withoutBase(path), '')
    return file?.startsWith('media/') ? this.#publish(file) + suffix : undefined
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

  /** An address as it is written, without the blog's own host. */
  #local(href: string): string {
    const written = href.trim()
    if (written.startsWith('//')) return `https:${written}`
    const [, host, rest = ''] = /^https?:\/\/([^/?#]+)(.*)$/i.exec(written) ?? []
    if (host === undefined || host.toLowerCase() !== this.#host) return written
    const local = rest.startsWith('/') ? rest : `/${rest}`
    return this.#paths.isOfBlog(...splitSuffix(local)) ? local : written
  }

  /** Tells the owner something of a file, once; of the address that is `written` there, if one is meant. */
  warn(file: string, message: string, written?: string): void {
    this.#warnings.set(`${file} ${message}`, { file, message, written })
  }
}
