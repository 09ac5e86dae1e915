import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { isRunning } from '../../publish/is-running.ts'

/**
 * A folder's next state, prepared beside it and moved in whole: whenever the program is killed, the
 * folder is as it was, or as it was to become. Files that do not change are the same files (hard links).
 */
export class Staging {
  /** Where it is prepared. */
  readonly place: string
  readonly #folder: string
  /** What was made for it: itself, or the first of the folders above it that were not there. */
  #made: string | undefined

  constructor(folder: string) {
    this.#folder = existsSync(folder) ? realpathSync(folder) : resolve(folder)
    this.place = `${this.#folder}.importing-${process.pid}`
  }

  /** Begins with nothing, or with what the folder holds. */
  prepare(withContents: boolean): void {
    this.#made = mkdirSync(this.place, { recursive: true })
    if (withContents) linkAll(this.#folder, this.place)
  }

  /** Writes a file whole, and never through a link into the folder itself. */
  write(file: string, contents: string | Uint8Array): void {
    const place = join(this.place, file)
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(`${place}.new`, contents)
    renameSync(`${place}.new`, place)
  }

  /** Removes a file, and the folders that are empty then. */
  remove(file: string): void {
    rmSync(join(this.place, file))
    for (let below = dirname(file); below !== '.'; below = dirname(below)) {
      if (readdirSync(join(this.place, below)).length > 0) return
      rmdirSync(join(this.place, below))
    }
  }

  /** Takes the folder's place; what stood there goes, or is set aside where `aside` says. */
  moveIn(aside?: string): void {
    if (existsSync(this.#folder)) {
      chmodSync(this.place, statSync(this.#folder).mode)
      const before = aside ?? placeBefore(this.#folder)
      renameSync(this.#folder, before)
      renameSync(this.place, this.#folder)
      if (aside === undefined) rmSync(before, { recursive: true, force: true })
    } else renameSync(this.place, this.#folder)
    this.#made = undefined
  }

  /** Leaves everything as it was. */
  drop(): void {
    if (this.#made !== undefined) rmSync(this.#made, { recursive: true, force: true })
  }
}

const placeBefore = (folder: string): string => `${folder}.before-import`

/** Clears up after an import into the folder that was killed: to be called before anything is read there. */
export function recover(place: string): void {
  const folder = existsSync(place) ? realpathSync(place) : resolve(place)
  const before = placeBefore(folder)
  if (existsSync(before)) {
    if (existsSync(folder)) rmSync(before, { recursive: true, force: true })
    else renameSync(before, folder)
  }
  const parent = dirname(folder)
  if (!existsSync(parent)) return
  for (const name of readdirSync(parent)) {
    const [, owner, pid] = /^(.*)\.importing-(\d+)$/.exec(name) ?? []
    if (owner === basename(folder) && !isRunning(Number(pid)))
      rmSync(join(parent, name), { recursive: true, force: true })
  }
}

function linkAll(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const place = join(to, entry.name)
    if (entry.isDirectory()) {
      mkdirSync(place)
      linkAll(source, place)
    } else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), place)
    else if (entry.isFile()) link(source, place)
  }
}

/** Some file systems have no hard links. */
function link(source: string, place: string): void {
  try {
    linkSync(source, place)
  } catch {
    copyFileSync(source, place)
  }
}
