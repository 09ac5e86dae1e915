import { join, resolve, sep } from 'node:path'
import { normalizePath, type Plugin } from 'vite'
import { buildReader } from './app/build-reader.ts'
import { clientFolder, prerenderEntry, serverFolder, workerFolder } from './app/built-app.ts'
import { Cache } from './cache/cache.ts'
import { readBase } from './content/read-settings.ts'
import { appStaging, cacheFolder, contentFolder } from './content-folder.ts'
import { serveContent } from './dev/dev-server.ts'
import { publishSite } from './publish-site.ts'
import { stagings } from './staging.ts'
import { rendererVersion } from './versions.ts'

const workerEntry = 'src/worker/worker.ts'
const threadEntry = 'src/publish/threads/thread.ts'

/**
 * Asks V8 to compile all of a script beside its download, and not a third of it while a first move
 * waits for it (https://v8.dev/blog/explicit-compile-hints).
 */
const compileAhead = '//# allFunctionsCalledOnLoad'

/** Makes Vite build the reader and publish with it, and serve the content folder as it is edited. */
export function lectern(): Plugin {
  let root: string
  let folder: string
  return {
    name: 'lectern',
    config(config, { command }) {
      root = resolve(config.root ?? '')
      folder = resolve(root, contentFolder(root))
      const out = resolve(root, config.build?.outDir ?? 'dist')
      const staging = appStaging(root, folder)
      const isContentOrSite = (path: string): boolean =>
        [folder + sep, out + sep, stagings(out)].some((place) =>
          // Vite asks with slashes on every system.
          path.startsWith(normalizePath(place)),
        )
      return {
        base: readBase(folder),
        appType: 'custom',
        // An owner can do nothing about a slow machine.
        build: { rolldownOptions: { checks: { bundlerTimings: false } } },
        // Vite would look for packages in every page of a built site, and in every post in HTML.
        optimizeDeps: { entries: ['index.html'] },
        // Vite would watch each single file of them; ours are watched by the folder.
        server: { watch: { ignored: isContentOrSite } },
        builder: {
          sharedConfigBuild: true,
          buildApp: async (builder) => {
            await publishSite({ root, out, buildReader: () => buildReader(builder) })
            // Else Vite would build what was kept after all.
            for (const environment of Object.values(builder.environments))
              environment.isBuilt = true
          },
        },
        environments: {
          client: {
            build: {
              outDir: clientFolder(staging),
              emptyOutDir: true,
              rolldownOptions: {
                output: { postBanner: ({ isEntry }) => (isEntry ? compileAhead : '') },
              },
            },
          },
          ssr: {
            build: {
              outDir: serverFolder(staging),
              emptyOutDir: true,
              copyPublicDir: false,
              rolldownOptions: {
                input: [prerenderEntry, threadEntry],
                // Pages are prerendered at once with what browsers load later.
                checks: { ineffectiveDynamicImport: false },
              },
            },
            // All of React's production build in it, whatever the environment says.
            resolve: { noExternal: true },
            define: { 'process.env.NODE_ENV': '"production"' },
          },
          ...(command === 'build' && {
            worker: {
              consumer: 'client',
              build: {
                outDir: workerFolder(staging),
                emptyOutDir: true,
                copyPublicDir: false,
                rolldownOptions: {
                  input: workerEntry,
                  // Not every browser has workers that are modules.
                  output: { format: 'iife', entryFileNames: 'worker.js' },
                },
              },
            },
          }),
        },
      }
    },
    configureServer: (server) =>
      serveContent(server, folder, {
        cache: new Cache(cacheFolder(root, folder), rendererVersion(root)),
        bundle: join(cacheFolder(root, folder), 'dev-reader.js'),
      }),
  }
}
