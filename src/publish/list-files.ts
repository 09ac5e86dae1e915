import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { arriving } from './staging.ts'

/** The files in a folder and in its folders, by their paths below it. */
export function filesBelow(place: string, below = ''): string[] {
  return readdirSync(join(place, below), { withFileTypes: true }).flatMap((entry) => {
    const file = below === '' ? entry.name : `${below}/${entry.name}`
    return entry.isDirectory() ? filesBelow(place, file) : file
  })
}

/** The same, with those in folders that are linked to, as an owner may keep pictures elsewhere. */
export function filesByLinks(place: string, below = '', outer: readonly string[] = []): string[] {
  const folder = realpathSync(join(place, below))
  // A link to a folder that it is in would have no end.
  const round = folder.replace(/\/?$/, '/')
  if (outer.some((one) => `${one}/`.startsWith(round))) return []
  return readdirSync(folder).flatMap((name) => {
    const file = below === '' ? name : `${below}/${name}`
    const path = join(folder, name)
    return existsSync(path) && statSync(path).isDirectory()
      ? filesByLinks(place, file, [...outer, folder])
      : file
  })
}

/** The files of a folder to publish to, with their stamps. None where there is no folder. */
export function listFiles(place: string): Map<string, string> {
  const names = existsSync(place) ? readdirSync(place, { withFileTypes: true }) : []
  const files = names
    // A checkout of what is published is the owner's, with all that is in its own folder.
    .filter(({ name }) => name !== '.git' && !name.startsWith(arriving))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(place, entry.name) : entry.name))
  return new Map(files.map((file) => [file, stampOf(join(place, file))]))
}

/** Changes when a file is written or touched; empty where there is none. */
export function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats === undefined ? '' : `${stats.size} ${stats.mtimeMs}`
}
