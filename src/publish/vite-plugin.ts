import { readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin, ViteBuilder } from 'vite'
import { baseOf } from '../core/addresses.ts'
import type { Prerender } from '../core/prerender.ts'
import { type Cache, digestOf } from './cache.ts'
import { loadContent, renderAll } from './content/load-content.ts'
import { ContentError, describeProblem } from './content/problems.ts'
import { readSettings } from './content/read-settings.ts'
import { contentFolder } from './content-folder.ts'
import { serveContent } from './dev-server.ts'
import { inlineStyles } from './inline-styles.ts'
import { openCache } from './open-cache.ts'
import { SiteFolder } from './site-folder.ts'
import { type Look, writeSite } from './write-site.ts'

const prerenderEntry = 'src/reader/prerender.tsx'

/** Makes Vite publish the content folder: one `vite build` writes the site, `vite` serves it as it is edited. */
export function lectern(): Plugin {
  let folder: string
  let cache: Cache
  return {
    name: 'lectern',
    config(config, { command, mode }) {
      const root = config.root ?? process.cwd()
      folder = contentFolder(root, mode)
      cache = openCache(root, folder)
      const site = new SiteFolder(resolve(root, config.build?.outDir ?? 'dist'), cache)
      return {
        base: baseOfContent(folder, command),
        appType: 'custom',
        builder: { buildApp: (builder) => buildSite(builder, folder, site, cache) },
        environments: {
          client: { build: { outDir: site.staging, emptyOutDir: true } },
          ssr: {
            build: {
              outDir: prerenderFolder(site.staging),
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
    configureServer: (server) => serveContent(server, folder, cache, prerenderEntry),
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

async function buildSite(
  builder: ViteBuilder,
  folder: string,
  site: SiteFolder,
  cache: Cache,
): Promise<void> {
  const { client, ssr } = builder.environments
  if (client === undefined || ssr === undefined)
    throw new Error('Vite has no client or ssr environment')
  const { logger } = builder.config
  const content = await loadContent(folder, { now: new Date(), unpublished: false, cache })
  renderAll(content)
  for (const warning of content.warnings()) logger.warn(describeProblem(warning))

  try {
    await builder.build(client)
    await builder.build(ssr)
    await writeSite(content, folder, await builtLook(site.staging, content.base), site)
    site.publish()
    cache.save()
  } finally {
    rmSync(site.staging, { recursive: true, force: true })
  }
  logger.info(
    `Published ${content.posts.length} posts and ${content.pages.length} pages to ${site.place}`,
  )
}

/** Takes the prerender entry and the page template out of what Vite built. */
async function builtLook(staging: string, base: string): Promise<Look> {
  const entry = join(prerenderFolder(staging), 'prerender.js')
  // The entry's exports, as `src/reader/prerender.tsx` declares them.
  const { createPrerender } = (await import(pathToFileURL(entry).href)) as {
    createPrerender: (base: string) => Prerender
  }
  const html = readFileSync(join(staging, 'index.html'), 'utf8')
  const template = inlineStyles(html, staging, base)
  const digest = digestOf(template + readFileSync(entry, 'utf8'))
  rmSync(prerenderFolder(staging), { recursive: true })
  rmSync(join(staging, 'index.html'))
  return { template, prerender: createPrerender(base), digest }
}

/** Where the prerender entry is built to, for as long as the build lasts. */
const prerenderFolder = (staging: string): string => join(staging, '.prerender')
