import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRunnableDevEnvironment, type ViteDevServer } from 'vite'
import type { PageState, Prerender } from '../../core/prerender.ts'
import { appFolder, keptApp, prerenderEntry } from '../app/built-app.ts'
import { fillTemplate } from '../html-page.ts'

/** The HTML of a page, of a blog in `language`. */
export type RenderPage = (page: PageState, language: string) => Promise<string>

/**
 * Renders pages by the reader as the project's files are: by the one that a build kept of them, for the
 * blog in `content`, since Vite takes longer to run one than a large blog to be read; else by Vite.
 */
export function renderIn(server: ViteDevServer, content: string): RenderPage {
  const { base, root } = server.config
  // A build, or an editor, may just have taken a file away.
  const load = () => loadBuilt(root, content, base).catch(() => undefined)
  let built: ReturnType<typeof load> | undefined = load()
  server.watcher.on('all', () => {
    built = undefined
  })
  return async (page, language) => {
    built ??= load()
    const prerender = (await built) ?? (await loadEdited(server))
    const file = readFileSync(join(root, 'index.html'), 'utf8')
    const template = await server.transformIndexHtml(page.path, file)
    return fillTemplate(template, language, prerender(page))
  }
}

/** The exports of an entry, as `src/reader/prerender.tsx` declares them. */
interface Entry {
  createPrerender: (base: string) => Prerender
}

async function loadBuilt(
  root: string,
  content: string,
  base: string,
): Promise<Prerender | undefined> {
  const kept = keptApp(appFolder(root, content))
  if (kept === undefined) return undefined
  const { createPrerender }: Entry = await import(kept.prerender)
  return createPrerender(base)
}

async function loadEdited({ config, environments }: ViteDevServer): Promise<Prerender> {
  const { ssr } = environments
  if (!isRunnableDevEnvironment(ssr)) throw new Error('The ssr environment can run no modules')
  const { createPrerender }: Entry = await ssr.runner.import(join(config.root, prerenderEntry))
  return createPrerender(config.base)
}
