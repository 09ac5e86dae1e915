/** The command behind `npm run build`: writes the site to a folder. */
import { parseArgs } from 'node:util'
import { createBuilder } from 'vite'

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
    const builder = await createBuilder(outDir === undefined ? {} : { build: { outDir } }, null)
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
