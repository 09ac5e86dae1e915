/** The command behind `npm run build`: writes the site to a folder. */
import { parseArgs } from 'node:util'
import { createBuilder, mergeConfig } from 'vite'
import config from '../../vite.config.ts'

const options = readOptions()
if (options === undefined) {
  console.error('Usage: npm run build -- [--against ADDRESS] [--outDir FOLDER]')
  process.exitCode = 2
} else await build(options)

/** `against` is a published site whose pages must not be lost; the build reads it from the environment. */
async function build({ against, outDir }: { against?: string; outDir?: string }): Promise<void> {
  // What runs this is a development server's, and React would be too.
  process.env.NODE_ENV = 'production'
  if (against !== undefined) process.env.LECTERN_AGAINST = against
  try {
    // Given as it is: Vite would bundle the file, and all that it imports, at every run.
    const given = outDir === undefined ? config : mergeConfig(config, { build: { outDir } })
    const builder = await createBuilder({ ...given, configFile: false }, null)
    await builder.buildApp()
  } catch (error) {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error)
    process.exitCode = 1
  }
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { against: { type: 'string' }, outDir: { type: 'string' } },
    })
    return values
  } catch {
    return undefined
  }
}
