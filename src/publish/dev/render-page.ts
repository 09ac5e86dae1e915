import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type ResolvedConfig, type ViteDevServer } from 'vite'
import type { PageState, Prerender } from '../../core/prerender.ts'
import { ahead } from '../ahead.ts'
import { prerenderEntry } from '../app/built-app.ts'
import { fillTemplate } from '../html-page.ts'

/** The HTML of a page, of a blog in `language`. */
export type RenderPage = (page: PageState, language: string) => Promise<string>

/**
 * Renders pages by the reader as the project's files are, bundled to `staging`: to run it module by
 * module, as Vite otherwise does, takes ten times as long.
 */
export function renderIn(server: ViteDevServer, staging: string): RenderPage {
  const { config } = server
  // What goes wrong in the reader is told by its own files and lines.
  process.setSourceMapsEnabled(true)
  let reader: Promise<Prerender> | undefined = ahead(loadReader(config, staging))
  server.watcher.on('all', () => {
    reader = undefined
  })
  return async (page, language) => {
    reader ??= ahead(loadReader(config, staging))
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
  staging: string,
): Promise<Prerender> {
  mkdirSync(dirname(staging), { recursive: true })
  // Node runs a module of one name only once.
  const outDir = mkdtempSync(staging)
  try {
    await build({
      root,
      base,
      mode,
      // To read the project's takes longer than to bundle.
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      build: {
        ssr: prerenderEntry,
        outDir,
        minify: false,
        sourcemap: 'inline',
        rolldownOptions: {
          output: { entryFileNames: 'prerender.js', codeSplitting: false },
          checks: { ineffectiveDynamicImport: false, bundlerTimings: false },
        },
      },
    })
    const { createPrerender }: Entry = await import(
      pathToFileURL(join(outDir, 'prerender.js')).href
    )
    return createPrerender(base)
  } finally {
    rmSync(outDir, { recursive: true })
  }
}
