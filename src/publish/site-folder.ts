import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Cache } from './cache/cache.ts'
import { ContentError } from './content/problems.ts'
import { digestOf } from './digest.ts'
import { filesBelow, listFiles, stampOf } from './list-files.ts'
import { arriving, moveFolder, removeLeft, stagingOf } from './staging.ts'

/**
 * The folder that a site is published to. What is new or changed is written to a folder beside it;
 * `publish` moves all that in at the end and takes out what no longer belongs there. Until then the
 * site that was there stays whole, and a file in it is always the old one or the new one. What a build
 * that is killed on the way leaves undone, the next one does.
 */
export class SiteFolder {
  readonly staging: string
  readonly place: string
  readonly #cache: Cache
  readonly #present: ReadonlyMap<string, string>
  readonly #live = new Set<string>()
  /** Those that they are in. */
  readonly #folders = new Set<string>()
  /** The app's files, among them the owner's in `public`, and which of those may stand for one of the site's. */
  #public: ReadonlyMap<string, string> = new Map()
  #mayReplace: ReadonlySet<string> = new Set()
  /** Files that are in the place of another, and what is there. */
  readonly #clashes = new Map<string, string>()
  readonly #digests = new Map<string, string>()
  /** Of the files that the last build published: their digests and stamps. */
  readonly #published: ReadonlyMap<string, string>

  /** `present` is what `listFiles` says of the folder: a large one takes a while, and may be listed in a thread. */
  constructor(place: string, cache: Cache, present = listFiles(place)) {
    this.place = place
    this.#present = present
    this.#cache = cache
    this.staging = stagingOf(place)
    // Kept by `publish`.
    this.#published = new Map(cache.find(this.#key) as [string, string][] | undefined)
  }

  /**
   * Publishes the app's files, among them the owner's in `public`, before anything else. `mayReplace`
   * are those of the site that one of them may stand for.
   */
  copyPublic(files: ReadonlyMap<string, string>, mayReplace: ReadonlySet<string>): void {
    for (const [file, from] of files) this.copy(file, from)
    this.#public = files
    this.#mayReplace = mayReplace
  }

  /**
   * Says that `file` is to be what `digest` stands for. Gives it back when it has to be written to
   * `staging`; undefined when it is there already, or has no place since another has it.
   */
  needed(file: string, digest: string): string | undefined {
    if (this.#public.has(file)) {
      if (!this.#mayReplace.has(file)) this.#clash(file, 'a file that the site itself writes')
      return undefined
    }
    if (!this.#hasRoom(file)) return undefined
    this.#live.add(file)
    if (this.#published.get(file) === `${digest} ${this.#present.get(file)}`) return undefined
    this.#digests.set(file, digest)
    return file
  }

  /** Writes a text, where it is not there already; `digest` stands for one that takes time to make. */
  write(file: string, make: () => string, digest: string): void {
    if (this.needed(file, digest)) writeFileSync(this.#stagedPath(file), make())
  }

  writeText(file: string, text: string): void {
    this.write(file, () => text, digestOf(text))
  }

  copy(file: string, from: string): void {
    if (this.needed(file, `${from} ${stampOf(from)}`)) copyFileSync(from, this.#stagedPath(file))
  }

  /** Throws a ContentError, and leaves all as it was, where two files were to be in one place. */
  publish(): void {
    if (this.#clashes.size > 0)
      throw new ContentError(
        [...this.#clashes].map(([file, found]) => ({
          file: this.#public.has(file) ? `public/${file}` : file,
          message: `found ${found}; expected another name`,
        })),
      )
    mkdirSync(this.staging, { recursive: true })
    // Pages before this moment ask for the files of theirs: assets come first and go last.
    const staged = filesBelow(this.staging).sort((a, b) => Number(isAsset(b)) - Number(isAsset(a)))
    for (const file of staged) this.#live.add(file)
    if (!existsSync(this.place)) renameSync(this.staging, this.place)
    else {
      const stale = [...this.#present.keys()].filter((file) => !this.#live.has(file))
      removeLeft(this.place, arriving)
      const arrived = join(this.place, arriving + process.pid)
      moveFolder(this.staging, arrived)
      for (const file of stale) if (!isAsset(file)) remove(this.place, file)
      for (const file of staged) {
        mkdirSync(dirname(join(this.place, file)), { recursive: true })
        renameSync(join(arrived, file), join(this.place, file))
      }
      for (const file of stale) if (isAsset(file)) remove(this.place, file)
      rmSync(arrived, { recursive: true })
    }
    const published = [...this.#live].map((file) => {
      const digest = this.#digests.get(file)
      const known = this.#published.get(file)
      return [file, digest === undefined ? known : `${digest} ${stampOf(join(this.place, file))}`]
    })
    this.#cache.set(this.#key, published)
  }

  #hasRoom(file: string): boolean {
    if (this.#folders.has(file)) return this.#clash(file, 'a file where the site has a folder')
    for (
      let folder = dirname(file);
      folder !== '.' && !this.#folders.has(folder);
      folder = dirname(folder)
    ) {
      if (this.#live.has(folder))
        return this.#clash(folder, `a file where the site has a folder (${file})`)
      this.#folders.add(folder)
    }
    return true
  }

  #clash(file: string, found: string): false {
    this.#clashes.set(file, found)
    return false
  }

  get #key(): string {
    return `published ${this.place}`
  }

  #stagedPath(file: string): string {
    const path = join(this.staging, file)
    mkdirSync(dirname(path), { recursive: true })
    return path
  }
}

const isAsset = (file: string): boolean => file.startsWith('assets/')

/** Removes a file, and the folders that are empty without it. */
function remove(place: string, file: string): void {
  rmSync(join(place, file), { force: true })
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    if (readdirSync(join(place, folder)).length > 0) return
    rmdirSync(join(place, folder))
  }
}
