import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { plainError } from './plain-error.ts'

/** What every build has written, and nothing else would. */
const marks = ['404.html', 'index.json', 'popular.json']

/**
 * Throws an Error where a build to `out` would remove what none wrote: other files of the owner's,
 * or what a site is made of, in the folders `sources`.
 */
export function refuseForeignFolder(out: string, sources: readonly string[]): void {
  const within = sources.find((source) => `${source}${sep}`.startsWith(`${out}${sep}`))
  if (within !== undefined)
    throw plainError(
      `${out}: found ${within} in it, expected a folder for the site alone; nothing was written`,
    )
  if (!existsSync(out)) return
  if (!statSync(out).isDirectory())
    throw plainError(`${out}: found a file, expected a folder to publish to; nothing was written`)
  const names = readdirSync(out).filter((name) => !isNobodys(name))
  if (names.length === 0 || marks.every((mark) => existsSync(join(out, mark)))) return
  const shown = names.slice(0, 3).join(', ') + (names.length > 3 ? ' …' : '')
  throw plainError(
    `${out}: found ${shown}, which no build wrote; expected an empty folder, or one that a site was published to; nothing was written`,
  )
}

/** A checkout's own folder is left alone, and what file managers leave behind is no loss. */
const isNobodys = (name: string): boolean =>
  ['.git', '.DS_Store', 'Thumbs.db', 'desktop.ini'].includes(name)
