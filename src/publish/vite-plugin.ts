import { rmSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { loadEnv, type Plugin, type ViteBuilder } from 'vite'
import { baseOf, homePath, pagePath, postPath } from '../core/addresses.ts'
import { buildApp, clientFolder, serverFolder } from './build-app.ts'
import { Cache, digestOf } from './cache.ts'
import { Cards } from './cards/cards.ts'
import { type Content, loadContent, renderAll } from './content/load-content.ts'
import { ContentError, describeProblem } from './content/problems.ts'
import { readSettings } from './content/read-settings.ts'
import { cacheFolder, contentFolder } from './content-folder.ts'
import { serveContent } from './dev-server.ts'
import { publishedAt, publishedLocally, refuseLostPages } from './lost-pages.ts'
import { previewsOf } from './previews.ts'
import { SiteFolder } from './site-folder.ts'
import { appVersion, cardsVersion, rendererVersion } from './versions.ts'
import { writeSite } from './write-site.ts'

const prerenderEntry = 'src/reader/prerender.tsx'
const workerEntry = 'src/publish/page-worker.ts'

/**
 * Asks V8 to compile all of a script beside its download, and not a third of it while a first move
 * waits for it (https://v8.dev/blog/explicit-compile-hints).
 */
const compileAhead = '//# allFunctionsCalledOnLoad'

/** What a build works with: the content folder, the site, what is kept of earlier builds. */
interface Blog {
  folder: string
  site: SiteFolder
  cache: Cache
  /** Folders for the built app: the one to keep it in, and one of this process. */
  app: string
  appStaging: string
  /** The folder that drawn cards are kept in. */
  cards: string
}

/** Makes Vite publish the content folder: one `vite build` writes the site, `vite` serves it as it is edited. */
export function lectern(): Plugin {
  let blog: Blog
  return {
    name: 'lectern',
    config(config, { command, mode }) {
      const root = config.root ?? process.cwd()
      const folder = contentFolder(root, mode)
      const base = baseOfContent(folder, command)
      blog = openBlog(root, folder, resolve(root, config.build?.outDir ?? 'dist'), [
        appVersion(root),
        base,
        JSON.stringify(loadEnv(mode, root)),
      ])
      const isContentOrSite = (path: string): boolean =>
        path.startsWith(folder + sep) || path.startsWith(blog.site.place + sep)
      return {
        base,
        appType: 'custom',
        // Vite would watch each single file of them; ours are watched by the folder.
        server: { watch: { ignored: isContentOrSite } },
        builder: { sharedConfigBuild: true, buildApp: (builder) => buildSite(builder, blog) },
        environments: {
          client: {
            build: {
              outDir: clientFolder(blog.appStaging),
              emptyOutDir: true,
              rolldownOptions: {
                output: { postBanner: ({ isEntry }) => (isEntry ? compileAhead : '') },
              },
            },
          },
          ssr: {
            build: {
              outDir: serverFolder(blog.appStaging),
              emptyOutDir: true,
              copyPublicDir: false,
              rolldownOptions: { input: [prerenderEntry, workerEntry] },
            },
            ...(command === 'build' && {
              // All of React's production build in it, whatever the environment says.
              resolve: { noExternal: true },
              define: { 'process.env.NODE_ENV': '"production"' },
            }),
          },
        },
      }
    },
    configureServer: (server) => serveContent(server, blog.folder, blog.cache, prerenderEntry),
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

function openBlog(root: string, folder: string, out: string, appParts: string[]): Blog {
  const place = cacheFolder(root, folder)
  const cache = new Cache(place, rendererVersion(root))
  return {
    folder,
    cache,
    site: new SiteFolder(out, cache),
    app: join(place, `app-${digestOf(appParts.join('\n'))}`),
    appStaging: join(place, `app.${process.pid}`),
    cards: join(place, `cards-${cardsVersion(root)}`),
  }
}

async function buildSite(builder: ViteBuilder, blog: Blog): Promise<void> {
  const { folder, site, cache } = blog
  const { logger } = builder.config
  const content = await loadContent(folder, { now: new Date(), unpublished: false, cache })
  renderAll(content)
  for (const warning of content.warnings()) logger.warn(describeProblem(warning))
  await refuseLosses(content, site)
  const cards = new Cards({ settings: content.settings, folder, place: blog.cards, cache })

  try {
    const app = await buildApp(builder, blog.app, blog.appStaging, cache)
    await writeSite(content, folder, app, site, previewsOf(content, cards), cache)
    await cards.publish(site)
    for (const warning of cards.warnings) logger.warn(describeProblem(warning))
    site.publish()
    cache.save()
  } finally {
    rmSync(site.staging, { recursive: true, force: true })
  }
  logger.info(
    `Published ${content.posts.length} posts and ${content.pages.length} pages to ${site.place}`,
  )
}

/** Links never die: what was published before is to be there still, or to lead on. */
async function refuseLosses({ settings, posts, pages, aliases }: Content, site: SiteFolder) {
  const { LECTERN_AGAINST } = process.env
  const addresses = [
    homePath(),
    ...posts.map(({ slug }) => postPath(slug)),
    ...pages.map(({ name }) => pagePath(name)),
    ...aliases.keys(),
  ]
  const published = [
    settings.url === undefined ? undefined : publishedLocally(site.place, settings.url),
    LECTERN_AGAINST === undefined ? undefined : await publishedAt(LECTERN_AGAINST),
  ]
  for (const before of published)
    if (before !== undefined) refuseLostPages(before, addresses, settings.gone)
}
