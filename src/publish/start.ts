/** The command behind `npm start`: serves the built site at a port of this machine. */
import { parseArgs } from 'node:util'
import { baseOf } from '../core/addresses.ts'
import { readSettings } from './content/read-settings.ts'
import { contentFolder } from './content-folder.ts'
import { serveSite } from './serve-site.ts'

const port = readPort()
if (port === undefined) {
  console.error('Usage: npm start -- [--port NUMBER]')
  process.exitCode = 2
} else await start(port)

async function start(port: number): Promise<void> {
  const base = baseOf(readSettings(contentFolder()).url)
  try {
    await serveSite({ folder: 'dist', base, port })
    console.log(`\nRead the blog at http://localhost:${port}${base}  (Ctrl+C stops it)`)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    console.error(
      `Port ${port} is taken by another program. Stop that one, or choose another port: npm start -- --port ${port + 1}`,
    )
    process.exitCode = 1
  }
}

function readPort(): number | undefined {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string', default: '4173' } } })
    const port = Number(values.port)
    return Number.isInteger(port) && port >= 0 && port < 65_536 ? port : undefined
  } catch {
    return undefined
  }
}
