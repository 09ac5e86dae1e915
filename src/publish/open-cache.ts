import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Cache, digestOf } from './cache.ts'

/** The cache of a content folder. What was worked out by other code than today's is not taken from it. */
export const openCache = (root: string, folder: string): Cache =>
  new Cache(join(root, 'node_modules/.cache/lectern', digestOf(folder)), versionOf(root))

/** Changes with everything that makes texts of texts: our code, the packages it uses, Node's own data of languages. */
function versionOf(root: string): string {
  const files = ['src/core', 'src/publish']
    .map((folder) => join(root, folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(folder, name)),
    )
  const texts = [...files, join(root, 'package-lock.json')]
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
  return digestOf([process.version, process.versions.icu, ...texts].join('\0'))
}
