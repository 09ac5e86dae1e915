import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readBase } from '../content/read-settings.ts'
import { cacheFolder } from '../content-folder.ts'
import { digestOf } from '../digest.ts'
import { filesBelow } from '../list-files.ts'
import { appVersion, digestOfFiles } from '../versions.ts'

/** The reader, built: for browsers, and for the build itself to render pages with. */
export interface BuiltApp {
  /** `index.html`, with the styles in it. */
  template: string
  /** What the site publishes as it is: paths on the site, and where the files are. */
  files: ReadonlyMap<string, string>
  /** The worker's script, which is to begin with the names of the app's files. */
  worker: string
  /** The file URLs of the built `prerender.tsx` and `thread.ts`. */
  prerender: string
  thread: string
  /** Changes with any of these. */
  digest: string
}

/** Of the project, what makes a page's HTML. */
export const prerenderEntry = 'src/reader/prerender.tsx'

/** The parts of a folder that an app is built to. */
export const clientFolder = (app: string): string => join(app, 'client')
export const serverFolder = (app: string): string => join(app, 'server')
export const workerFolder = (app: string): string => join(app, 'worker')

/** Where the app is kept that is built of the code as it is, for the blog whose content folder that is. */
export const appFolder = (root: string, content: string): string =>
  join(cacheFolder(root, content), `app-${digestOf(`${appVersion(root)}\n${readBase(content)}`)}`)

/**
 * Gives the app that was built to `folder` before, since it changes with the code and not with the
 * posts. Where there is none, or a damaged one, `build` makes it, in `staging`.
 */
export async function builtApp(
  folder: string,
  staging: string,
  build: () => Promise<void>,
): Promise<BuiltApp> {
  if (isKept(folder)) return appIn(folder)
  try {
    await build()
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    throw error
  }
  writeFileSync(recordIn(staging), digestNow(staging))
  removeEarlier(folder)
  renameSync(staging, folder)
  return appIn(folder)
}

/** Whether the app that was built to `folder` before is there and undamaged. */
function isKept(folder: string): boolean {
  const record = recordIn(folder)
  return existsSync(record) && readFileSync(record, 'utf8') === digestNow(folder)
}

const recordIn = (app: string): string => join(app, 'digest')
const digestNow = (app: string): string => digestOfFiles(app, ['client', 'server', 'worker'])

function appIn(folder: string): BuiltApp {
  const client = clientFolder(folder)
  const server = (file: string) => pathToFileURL(join(serverFolder(folder), file)).href
  return {
    template: readFileSync(join(client, 'index.html'), 'utf8'),
    files: new Map(
      filesBelow(client)
        .filter((file) => file !== 'index.html')
        .map((file) => [file, join(client, file)]),
    ),
    worker: readFileSync(join(workerFolder(folder), 'worker.js'), 'utf8'),
    prerender: server('prerender.js'),
    thread: server('thread.js'),
    digest: readFileSync(recordIn(folder), 'utf8'),
  }
}

/** What stands in `folder`, and the apps that other code was built to beside it. */
function removeEarlier(folder: string): void {
  for (const name of readdirSync(dirname(folder)))
    if (name.startsWith('app-')) rmSync(join(dirname(folder), name), { recursive: true })
}
