import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import type { ViteDevServer } from 'vite'
import type { Cache } from '../cache/cache.ts'
import type { Content } from '../content/load-content.ts'
import { describeWarnings } from '../content/problems.ts'

/** How long nobody has asked for anything when nobody is about to, in milliseconds. */
const quietTime = 1000

/** Renders what nobody asked for yet while nobody asks: then it is there when asked for, and its warnings are known. */
export class AheadRenderer {
  readonly #server: ViteDevServer
  readonly #cache: Cache
  readonly #warned = new Set<string>()
  #isCacheSaved = false
  #unanswered = 0
  #lastBusy = 0

  constructor(server: ViteDevServer, cache: Cache) {
    this.#server = server
    this.#cache = cache
    server.middlewares.use((_request, response, next) => {
      this.#unanswered++
      response.once('close', () => {
        this.#unanswered--
        this.#noteBusy()
      })
      next()
    })
  }

  /** Goes on while `isCurrent` says that the content is what is served. */
  async render(content: Content, isCurrent: () => Promise<boolean>): Promise<void> {
    // Who edits, or starts dev, is about to look.
    this.#noteBusy()
    for (const text of [...content.posts, ...content.pages]) {
      await this.#untilQuiet()
      if (!(await isCurrent())) return
      try {
        void text.rendered
      } catch {
        // Shown with the page that needs it.
      }
    }
    for (const warning of describeWarnings(content.warnings())) {
      if (!this.#warned.has(warning)) this.#server.config.logger.warn(warning)
      this.#warned.add(warning)
    }
    if (this.#isCacheSaved) return
    this.#isCacheSaved = true
    // Builds, which find it there, write more than is shown here.
    this.#cache.keepUnused()
    this.#cache.save()
  }

  #noteBusy(): void {
    this.#lastBusy = performance.now()
  }

  async #untilQuiet(): Promise<void> {
    await nextTurn()
    while (this.#unanswered > 0 || performance.now() - this.#lastBusy < quietTime) await wait(100)
  }
}
