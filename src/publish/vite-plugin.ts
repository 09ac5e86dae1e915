import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin, ViteBuilder } from 'vite'
import { baseOf } from '../core/addresses.ts'
import type { Prerender } from '../core/prerender.ts'
import { loadContent } from './content/load-content.ts'
import { ContentError, describeProblem } from './content/problems.ts'
import { readSettings } from './content/read-settings.ts'
import { contentFolder } from './content-folder.ts'
import { serveContent } from './dev-server.ts'
import { inlineStyles } from './inline-styles.ts'
import { writeSite } from './write-site.ts'

const prerenderEntry = 'src/reader/prerender.tsx'

/** Makes Vite publish the content folder: one `vite build` writes the site, `vite` serves it as it is edited. */
export function lectern(): Plugin {
  let folder: string
  let outDir: string
  return {
    name: 'lectern',
    config(config, { command, mode }) {
      const root = config.root ?? process.cwd()
      folder = contentFolder(root, mode)
      outDir = resolve(root, config.build?.outDir ?? 'dist')
      // Beside the final place: a build that fails leaves the site that was there.
      const staging = besideOf(outDir, 'new')
      return {
        base: baseOfContent(folder, command),
        appType: 'custom',
        builder: { buildApp: (builder) => buildSite(builder, folder, outDir) },
        environments: {
          client: { build: { outDir: staging, emptyOutDir: true } },
          ssr: {
            build: {
              outDir: prerenderFolder(staging),
              emptyOutDir: true,
              copyPublicDir: false,
              rolldownOptions: { input: prerenderEntry },
            },
            ...(command === 'build' && {
              // One file with React's production build in it, whatever the environment says.
              resolve: { noExternal: true },
              define: { 'process.env.NODE_ENV': '"production"' },
            }),
          },
        },
      }
    },
    configureServer: (server) => serveContent(server, folder, prerenderEntry),
  }
}

/** In dev a fault in `blog.json` is shown in the browser, so the server has to start. */
function baseOfContent(folder: string, command: string): string {
  try {
    return baseOf(readSettings(folder).url)
  } catch (error) {
    if (command === 'serve' && error instanceof ContentError) return '/'
    throw error
  }
}

async function buildSite(builder: ViteBuilder, folder: string, outDir: string): Promise<void> {
  const { client, ssr } = builder.environments
  if (client === undefined || ssr === undefined)
    throw new Error('Vite has no client or ssr environment')
  const { logger } = builder.config
  const content = await loadContent(folder, { now: new Date(), unpublished: false })
  for (const warning of content.warnings) logger.warn(describeProblem(warning))

  const staging = client.config.build.outDir
  try {
    await builder.build(client)
    await builder.build(ssr)
    await writeSite({
      content,
      folder,
      template: inlineStyles(
        readFileSync(join(staging, 'index.html'), 'utf8'),
        staging,
        content.base,
      ),
      prerender: await builtPrerender(staging, content.base),
      out: staging,
    })
    rmSync(prerenderFolder(staging), { recursive: true })
    replaceFolder(outDir, staging)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
  logger.info(
    `Published ${content.posts.length} posts and ${content.pages.length} pages to ${outDir}`,
  )
}

async function builtPrerender(staging: string, base: string): Promise<Prerender> {
  const entry = join(prerenderFolder(staging), 'prerender.js')
  // The entry's exports, as `src/reader/prerender.tsx` declares them.
  const { createPrerender } = (await import(pathToFileURL(entry).href)) as {
    createPrerender: (base: string) => Prerender
  }
  return createPrerender(base)
}

/** Where the prerender entry is built to, for as long as the build lasts. */
const prerenderFolder = (staging: string): string => join(staging, '.prerender')

function replaceFolder(place: string, replacement: string): void {
  const old = besideOf(place, 'old')
  if (existsSync(place)) renameSync(place, old)
  renameSync(replacement, place)
  rmSync(old, { recursive: true, force: true })
}

/** A folder of this build's own: hidden, and named by its process, so that it is nobody else's. */
const besideOf = (place: string, what: string): string =>
  join(dirname(place), `.${basename(place)}.${what}-${process.pid}`)
