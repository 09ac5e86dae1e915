/** The command behind `npm start`: builds the site, and serves it at a port of this machine. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Server } from 'node:http'
import { parseArgs } from 'node:util'
import { messageOf } from '../core/message-of.ts'
import { readBase } from './content/read-settings.ts'
import { contentFolder } from './content-folder.ts'
import { serveSite } from './serve-site.ts'

const port = readPort()
if (port === undefined) {
  console.error('Usage: npm start -- [--port NUMBER]   (4173, where none is named)')
  process.exitCode = 2
} else process.exitCode = await start(port)

/** Gives the exit code; a server that is left running keeps the process. */
async function start(port: number): Promise<number> {
  const base = readBase(contentFolder())
  // Before the build: nobody wants to wait for one to learn that the port is taken.
  const server = await serve(base, port)
  if (server === undefined) return 1
  // A process of its own, whose memory is free again while the site is read.
  const build = spawn(process.execPath, ['src/run.js', 'src/publish/build.ts'], {
    stdio: 'inherit',
  })
  const [code] = await once(build, 'close')
  if (code !== 0) {
    server.close()
    return 1
  }
  console.log(`\nRead the blog at http://localhost:${port}${base}  (Ctrl+C stops it)`)
  return 0
}

async function serve(base: string, port: number): Promise<Server | undefined> {
  try {
    return await serveSite({ folder: 'dist', base, port })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    console.error(
      `Port ${port} is taken by another program. Stop that one, or choose another port: npm start -- --port ${port + 1}`,
    )
    return undefined
  }
}

function readPort(): number | undefined {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string', default: '4173' } } })
    const port = Number(values.port)
    if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
    throw new Error(`found "${values.port}" after --port, expected a number below 65536`)
  } catch (error) {
    console.error(messageOf(error))
    return undefined
  }
}
