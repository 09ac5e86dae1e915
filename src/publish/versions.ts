import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from './digest.ts'
import { filesByLinks } from './list-files.ts'

/** Changes with what makes texts of texts: our code, the packages, Node with its data of languages. */
export const rendererVersion = (root: string): string =>
  digestOfFiles(root, ['src/core', 'src/publish', 'package-lock.json'])

/** Changes with what the built app is made of. */
export const appVersion = (root: string): string =>
  digestOfFiles(root, [
    'src/core',
    'src/publish',
    'src/reader',
    'src/worker',
    'public',
    'index.html',
    'vite.config.ts',
    'package-lock.json',
    ...environmentFiles,
  ])

/** Where Vite finds what it puts into the reader (https://vite.dev/guide/env-and-mode#env-files). */
const environmentFiles = ['.env', '.env.local', '.env.production', '.env.production.local']

/** Changes with what draws cards. */
export const cardsVersion = (root: string): string =>
  digestOfFiles(root, ['src/publish/cards', 'node_modules/@takumi-rs/core/package.json'])

/** Of the content of files and folders below `root`, and of the Node that runs this. */
export function digestOfFiles(root: string, paths: readonly string[]): string {
  const digests = paths
    .flatMap((path) => filesAt(root, path))
    .map((file) => `${file} ${digestOf(readFileSync(join(root, file)))}`)
  return digestOf([process.version, process.versions.icu, ...digests].join('\n'))
}

function filesAt(root: string, path: string): string[] {
  const place = join(root, path)
  if (!existsSync(place)) return []
  if (statSync(place).isFile()) return [path]
  return filesByLinks(place).map((file) => `${path}/${file}`)
}
