import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isRunning } from './is-running.ts'

/** The folder beside `place` that this process alone writes to. */
export const stagingOf = (place: string): string => stagings(place) + process.pid

/** How the paths of all such folders begin. */
export const stagings = (place: string): string => join(dirname(place), `.${basename(place)}.new-`)

/** Removes what builds that were killed left beside `place`. */
export function removeStagingsLeft(place: string): void {
  const above = dirname(place)
  if (existsSync(above)) removeLeft(above, basename(stagings(place)))
}

/**
 * Removes folders whose names begin so, and end in the number of a process that is gone: in a container,
 * this one may have the number of one of them, and would publish what that one had written.
 */
export function removeLeft(folder: string, start: string): void {
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(start) ? name.slice(start.length) : ''
    if (!/^\d+$/.test(pid) || isRunning(Number(pid))) continue
    try {
      rmSync(join(folder, name), { recursive: true, force: true })
    } catch (error) {
      // Another user's stays, and does no harm.
      if (Number(pid) === process.pid) throw error
    }
  }
}

/** How folders are called, but for the number of a process, in which files arrive that it publishes. */
export const arriving = '.lectern-new-'

/** Whether a build was killed while its files took their places in `place`. */
export const isHalfPublished = (place: string): boolean =>
  readdirSync(place).some((name) => name.startsWith(arriving))

/** Between two file systems, too: a folder to publish to may be a volume, or a link to one. Moves all of it, or nothing. */
export function moveFolder(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error
    try {
      cpSync(from, to, { recursive: true })
    } catch (fault) {
      rmSync(to, { recursive: true, force: true })
      throw fault
    }
    rmSync(from, { recursive: true })
  }
}
