import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type ResolvedConfig, type Rolldown, type ViteDevServer } from 'vite'
import type { PageState, Prerender } from '../../core/prerender.ts'
import { ahead } from '../ahead.ts'
import { prerenderEntry } from '../app/built-app.ts'
import { digestOf } from '../digest.ts'
import { fillTemplate } from '../html-page.ts'

/** The HTML of a page, of a blog in `language`. */
export type RenderPage = (page: PageState, language: string) => Promise<string>

/**
 * Renders pages by the reader as the project's files are, bundled to the file `bundle`: to run it module
 * by module, as Vite otherwise does, takes ten times as long.
 */
export function renderIn(server: ViteDevServer, bundle: string): RenderPage {
  const { config } = server
  // What goes wrong in the reader is told by its own files and lines.
  process.setSourceMapsEnabled(true)
  let reader: Promise<Prerender> | undefined = ahead(loadReader(config, bundle))
  server.watcher.on('all', () => {
    reader = undefined
  })
  return async (page, language) => {
    reader ??= ahead(loadReader(config, bundle))
    const prerender = await reader
    const file = readFileSync(join(config.root, 'index.html'), 'utf8')
    const template = await server.transformIndexHtml(page.path, file)
    return fillTemplate(template, language, prerender(page))
  }
}

/** The exports of an entry, as `src/reader/prerender.tsx` declares them. */
interface Entry {
  createPrerender: (base: string) => Prerender
}

async function loadReader(
  { base, root, mode }: ResolvedConfig,
  bundle: string,
): Promise<Prerender> {
  // One entry and one output give one result.
  const { output } = (await build({
    root,
    base,
    mode,
    // To read the project's takes longer than to bundle.
    configFile: false,
    publicDir: false,
    // Whoever asks for a page is told.
    logLevel: 'silent',
    build: {
      ssr: prerenderEntry,
      outDir: dirname(bundle),
      write: false,
      minify: false,
      sourcemap: 'inline',
      rolldownOptions: { output: { entryFileNames: basename(bundle), codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput
  const [{ code }] = output
  mkdirSync(dirname(bundle), { recursive: true })
  // Another process may be reading the one that is there.
  const staging = `${bundle}.${process.pid}`
  writeFileSync(staging, code)
  renameSync(staging, bundle)
  // Node runs a module of one address only once.
  const { createPrerender }: Entry = await import(`${pathToFileURL(bundle)}?${digestOf(code)}`)
  return createPrerender(base)
}
