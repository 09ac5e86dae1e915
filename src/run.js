// Node 20 runs no TypeScript. Vite, which is here anyway, makes JavaScript of a command when it is
// first run, and again when a file of it has changed: node src/run.js COMMAND.ts [WORD ...]
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'

const [command] = process.argv.splice(2, 1)
const root = dirname(import.meta.dirname)
const place = join(
  root,
  'node_modules/.cache/lectern/commands',
  command.replace(/\.ts$/, '').replaceAll('/', '-'),
)
/** Says what was made, and of what. */
const record = `${place}.json`
/** Packages that are no JavaScript alone, or find files of theirs. */
const external = [
  '@playwright/test',
  '@takumi-rs/core',
  '@vitejs/plugin-react',
  'fontkit',
  'tinypool',
  'vite',
]

await import(pathToFileURL(join(root, madeBefore() ?? (await make()))).href)

function madeBefore() {
  try {
    const { entry, digests } = JSON.parse(readFileSync(record, 'utf8'))
    return Object.entries(digests).every(([file, digest]) => digestOf(file) === digest)
      ? entry
      : undefined
  } catch {
    return undefined
  }
}

async function make() {
  const { NODE_ENV } = process.env
  const { build } = await import('vite')
  const staging = `${place}.${process.pid}`
  const { output } = await build({
    root,
    configFile: false,
    publicDir: false,
    // To find and read the files of packages would take most of the time until a command begins.
    ssr: { noExternal: true, external },
    logLevel: 'warn',
    build: {
      ssr: command,
      outDir: staging,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        output: { entryFileNames: 'command.mjs', chunkFileNames: '[name]-[hash].mjs' },
        checks: { bundlerTimings: false },
      },
    },
  })
  // Vite sets it; the command is to find the same at every run.
  if (NODE_ENV === undefined) delete process.env.NODE_ENV

  const made = `${place}-${hash(output.map(({ code }) => code).join())}`
  // Another process may be running the one that is there.
  const isThere = () => output.every(({ fileName, code }) => textOf(join(made, fileName)) === code)
  if (existsSync(made) && !isThere()) rmSync(made, { recursive: true, force: true })
  try {
    renameSync(staging, made)
  } catch (error) {
    if (!isThere()) throw error
    rmSync(staging, { recursive: true })
  }
  const files = [
    import.meta.filename,
    // The files of packages are too many to read at each run: npm writes this at each of its own.
    join(root, 'node_modules/.package-lock.json'),
    ...output.map(({ fileName }) => join(made, fileName)),
    ...output
      .flatMap(({ moduleIds }) => moduleIds)
      .filter((id) => !relative(root, id).includes('node_modules')),
  ]
  const digests = Object.fromEntries(
    files
      .filter((file) => existsSync(file))
      .map((file) => relative(root, file))
      .map((file) => [file, digestOf(file)]),
  )
  const entry = relative(root, join(made, 'command.mjs'))
  writeFileSync(`${staging}.json`, JSON.stringify({ entry, digests }))
  renameSync(`${staging}.json`, record)
  removeOlder(made)
  return entry
}

function removeOlder(made) {
  for (const name of readdirSync(dirname(place)))
    if (name.startsWith(`${basename(place)}-`) && name !== basename(made))
      rmSync(join(dirname(place), name), { recursive: true, force: true })
}

function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function digestOf(file) {
  return hash(readFileSync(join(root, file)))
}

function hash(bytes) {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 20)
}
