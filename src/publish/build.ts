/** The command behind `npm run build`: writes the site to a folder. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { messageOf } from '../core/message-of.ts'
import { buildReader } from './app/build-reader.ts'
import { publishSite } from './publish-site.ts'

const options = readOptions()
if (options === undefined) {
  console.error(`Usage: npm run build -- [--against ADDRESS] [--outDir FOLDER]

  --against ADDRESS  fails where the site at that address has a page that this one would not have
  --outDir FOLDER    where to publish to; else dist`)
  process.exitCode = 2
} else await build(options)

async function build({ against, outDir = 'dist' }: { against?: string; outDir?: string }) {
  // What runs this is a development server's, and React would be too.
  process.env.NODE_ENV = 'production'
  const root = process.cwd()
  try {
    await publishSite({ root, out: resolve(root, outDir), against, buildReader: buildWithVite })
  } catch (error) {
    // Where the system refused something (a full disk, a folder that is not ours) no stack is of help.
    const isSystems = /^E[A-Z0-9]+: /.test(messageOf(error))
    console.error(error instanceof Error && !isSystems ? error.stack : messageOf(error))
    process.exitCode = 1
  }
}

/** Most builds find the reader built, and don't wait for Vite to load. */
async function buildWithVite(): Promise<void> {
  const { createBuilder } = await import('vite')
  // Given as it is: Vite would bundle the file, and all that it imports, at every run.
  const { default: config } = await import('../../vite.config.ts')
  const quiet = { ...config, configFile: false, logLevel: 'warn' } as const
  await buildReader(await createBuilder(quiet, null))
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { against: { type: 'string' }, outDir: { type: 'string' } },
    })
    return values
  } catch (error) {
    console.error(messageOf(error))
    return undefined
  }
}
