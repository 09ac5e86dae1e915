import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Cache } from '../cache/cache.ts'
import { loadContent } from '../content/load-content.ts'
import { readSource } from '../content/read-sources.ts'
import { type Served, serve } from './dev-answers.ts'
import { watchFolder } from './watch-folder.ts'

/** Who is told of what becomes of the content; of a load that a later edit overtook, nothing. */
interface Listener {
  loaded: (served: Served) => void
  /** After an edit: of which files, below the content folder. */
  edited: (served: Served, files: readonly string[]) => void
  failed: (error: Error) => void
}

/** The content folder as it is now: loaded once, and again at every change. */
export class LiveContent {
  /** Ends the watch. */
  readonly stop: () => void
  readonly #folder: string
  readonly #cache: Cache
  readonly #listener: Listener
  readonly #changed = new Set<string>()
  #current: Promise<Served>
  #pending: NodeJS.Timeout | undefined

  /** Begins `after` something, of which a large blog's load would keep whoever waits. */
  constructor(folder: string, cache: Cache, after: Promise<void>, listener: Listener) {
    this.#folder = folder
    this.#cache = cache
    this.#listener = listener
    this.#current = after.then(() => this.#load())
    // A failure is shown by whoever asks for a page; until then it must not end the process.
    this.#current.then(listener.loaded, () => {})
    this.stop = watchFolder(folder, (file) => {
      if (!isEditorsOwn(file)) this.#reload(file)
    })
  }

  /** Rejects with a ContentError, until an edit mends what is wrong. */
  get current(): Promise<Served> {
    return this.#current
  }

  async #load(): Promise<Served> {
    const context = { now: new Date(), unpublished: true, cache: this.#cache }
    return serve(await loadContent(this.#folder, context))
  }

  /** Editors save in several steps; the last one counts. */
  #reload(file: string): void {
    this.#forget(file)
    this.#changed.add(file)
    clearTimeout(this.#pending)
    this.#pending = setTimeout(() => {
      const files = [...this.#changed]
      this.#changed.clear()
      const loading = this.#current.then(
        (served) => (this.#reread(served, files) ? served : this.#load()),
        () => this.#load(),
      )
      this.#current = loading
      const tell = (say: () => void) => {
        if (this.#current === loading) say()
      }
      loading.then(
        (served) => tell(() => this.#listener.edited(served, files)),
        (error: Error) => tell(() => this.#listener.failed(error)),
      )
    }, 30)
  }

  /** A file that comes or goes changes lists, too. */
  #forget(file: string): void {
    const isEdit = this.#cache.forget(file) && existsSync(join(this.#folder, file))
    if (!isEdit) for (const list of ['texts', 'comments/']) this.#cache.forget(list)
  }

  /** Whether the edits are of posts' bodies alone: then the rest of the blog is what it was, however large. */
  #reread({ content: { posts } }: Served, files: readonly string[]): boolean {
    const read = (file: string) => readSource(this.#folder, file, this.#cache)
    try {
      return files.every((file) => {
        const post = posts.find((post) => post.file === file)
        return post?.reread(this.#cache.recall(file, () => read(file)))
      })
    } catch {
      // Loading it all tells what is wrong, with whatever else is.
      return false
    }
  }
}

/** Swap files and backups, which come and go beside the file that is edited. */
const isEditorsOwn = (file: string): boolean => /(^|\/)(\.[^/]|#[^/]*#$)|~$/.test(file)
