import { posix } from 'node:path'
import { decodePath, hasScheme, mediaPath } from '../core/addresses.ts'
import { slugOfFileName } from '../core/slugs.ts'
import { sha256Of } from './content/import-record.ts'
import type { SourceFiles } from './source/source-files.ts'

/** What a file of `media/` is made of. */
export type MediaContent =
  | { bytes: Uint8Array }
  /** A file of the source. */
  | { name: string }
  /** A file that was downloaded. */
  | { download: string }

const dataUrl = /^data:image\/(png|jpe?g|gif|webp|avif|svg)(?:\+xml)?;base64,([\s\S]*)$/i
export const isPicture = /\.(png|jpe?g|gif|webp|avif|svg|bmp|tiff?|heic)$/i
const isText = /\.(md|markdown|mdx|mkd|html?|xml|atom|json|ya?ml|toml|js|ts|css|scss)$/i
/** Names that no page has. */
export const isDocument =
  /\.(pdf|epub|mobi|zip|gz|mp3|m4a|ogg|oga|opus|wav|flac|mp4|m4v|mov|webm|ogv|docx?|xlsx?|pptx?|od[tsp]|rtf|txt|csv|ics|gpx|kml)$/i
/** Folders of a site that it is served from, or keeps what it serves in. */
const roots = ['', ...'static public source src assets src/assets content src/content'.split(' ')]

/** The files that the posts of an import bring along: where each goes, and what it is made of. */
export class Media {
  /** What is to be in the content folder, by its path there. */
  readonly contents = new Map<string, MediaContent>()
  readonly #names: ReadonlySet<string>
  /** The source's pictures by their bare names; undefined where two have one. */
  readonly #pictures = new Map<string, string | undefined>()
  /** The files of `media/` that were downloaded, now or earlier, by where they were. */
  readonly downloaded: Map<string, string>
  readonly #downloads = new Map<string, string>()

  /** `downloaded` are those of earlier imports. */
  constructor(source: SourceFiles | undefined, downloaded: Iterable<readonly [string, string]>) {
    this.downloaded = new Map(downloaded)
    this.#names = new Set(source?.names)
    for (const name of source?.names ?? []) {
      if (!isPicture.test(name)) continue
      const bare = posix.basename(name)
      this.#pictures.set(bare, this.#pictures.has(bare) ? undefined : name)
    }
  }

  /** `file` is what was downloaded from the address. */
  addDownload(url: string, file: string): void {
    this.#downloads.set(url, file)
  }

  /** The new path of a file of the source, as a text in `from` names it; undefined where it is none. */
  ofSource(written: string, from: string | undefined, slug: string): string | undefined {
    const name = this.#nameOf(written, from)
    return name === undefined ? undefined : pathOf(this.#put(slug, posix.basename(name), { name }))
  }

  #nameOf(written: string, from: string | undefined): string | undefined {
    if (from === undefined || hasScheme(written) || written.startsWith('//')) return undefined
    const path = decodePath(written.replace(/[?#].*$/, ''))
    const below = foldersAbove(from).flatMap((folder) =>
      roots.map((root) => posix.join(folder, root, path).replace(/^\//, '')),
    )
    const near = [posix.dirname(from), from.replace(/\.[^.]+$/, '')].map((folder) =>
      posix.join(folder, path),
    )
    return (path.startsWith('/') ? below : [...near, ...below]).find(
      (name) => this.#names.has(name) && !isText.test(name),
    )
  }

  /** The new path of a picture that is given as data; undefined where `src` is something else. */
  givenAsData(src: string, slug: string): string | undefined {
    const [, type, data = ''] = dataUrl.exec(src.trim()) ?? []
    if (type === undefined) return undefined
    const bytes = Buffer.from(data, 'base64')
    const name = `${sha256Of(bytes).slice(0, 8)}.${type.toLowerCase().replace('jpeg', 'jpg')}`
    return pathOf(this.#put(slug, name, { bytes }))
  }

  /** The new path of what was downloaded from there. */
  downloadOf(url: string, slug: string): string | undefined {
    const known = this.downloaded.get(url)
    if (known !== undefined) return pathOf(known)
    const download = this.#downloads.get(url)
    if (download === undefined) return undefined
    const name = posix.basename(download).replace(/^[\da-f]{8}-/, '')
    const file = this.#put(slug, name, { download })
    this.downloaded.set(url, file)
    return pathOf(file)
  }

  /**
   * The new path of the one picture of the source with the name that is at the end of an address. Where
   * it need not be of the source, its folder has to have the same name as well.
   */
  namesake(url: URL, slug: string, isOfSource: boolean): string | undefined {
    const path = decodePath(url.pathname)
    const name = this.#pictures.get(posix.basename(path))
    if (name === undefined) return undefined
    const folderOf = (file: string) => posix.basename(posix.dirname(file))
    const isSame = isOfSource || (folderOf(path) !== '' && folderOf(path) === folderOf(name))
    return isSame ? pathOf(this.#put(slug, posix.basename(name), { name })) : undefined
  }

  #put(slug: string, wanted: string, content: MediaContent): string {
    const name = slugOfFileName(wanted) || 'file'
    for (let copy = 1; ; copy++) {
      const file = `media/${slug}/${copy === 1 ? name : name.replace(/(\.[^.]*)?$/, `-${copy}$1`)}`
      const present = this.contents.get(file)
      if (present === undefined || isSame(present, content)) {
        this.contents.set(file, content)
        return file
      }
    }
  }
}

/** The folders that a file lies in, the outermost first: any of them may be the root of its site. */
const foldersAbove = (file: string): string[] =>
  file.split('/').map((_, depth, parts) => parts.slice(0, depth).join('/'))

const pathOf = (file: string): string => mediaPath(file.slice('media/'.length))

function isSame(a: MediaContent, b: MediaContent): boolean {
  if ('name' in a && 'name' in b) return a.name === b.name
  if ('download' in a && 'download' in b) return a.download === b.download
  return 'bytes' in a && 'bytes' in b && Buffer.compare(a.bytes, b.bytes) === 0
}
