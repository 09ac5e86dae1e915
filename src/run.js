// Node 20 runs no TypeScript. Vite, which is here anyway, does: node src/run.js COMMAND.ts [WORD ...]
import { resolve } from 'node:path'
import { runnerImport } from 'vite'

const [command] = process.argv.splice(2, 1)
await runnerImport(resolve(command))
