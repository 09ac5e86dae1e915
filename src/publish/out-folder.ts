import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { plainError } from './plain-error.ts'
import { isHalfPublished } from './staging.ts'

/** What every build has written, and nothing else would. */
const marks = ['404.html', 'index.json', 'popular.json']

/** What a site is made of. */
interface Origins {
  /** The folder of the project. */
  root: string
  /** The content folder. */
  content: string
}

/**
 * Throws an Error where a build to `out` would remove what none wrote: other files of the owner's, or
 * what the site is made of; and where the site would become content itself.
 */
export function refuseForeignFolder(out: string, { root, content }: Origins): void {
  const known = nearestKnown(out)
  const found = statSync(known, { throwIfNoEntry: false })
  if (!found?.isDirectory())
    throw plainError(
      `${known}: found a ${found ? 'file' : 'link to nothing'}, expected a folder to publish to; nothing was written`,
    )
  const refuse = (found: string) =>
    plainError(`${out}: found ${found}, expected a folder for the site alone; nothing was written`)
  const within = [root, content].find((origin) => isBelow(origin, out))
  if (within !== undefined) throw refuse(`${within} in it`)
  const place = ['posts', 'pages', 'comments', 'media']
    .map((name) => join(content, name))
    .find((folder) => isBelow(out, folder))
  if (place !== undefined) throw refuse(`it among the content, in ${place}`)
  if (known !== out || isHalfPublished(out)) return
  const names = readdirSync(out).filter((name) => !isNobodys(name))
  if (names.length === 0 || marks.every((mark) => existsSync(join(out, mark)))) return
  const shown = names.slice(0, 3).join(', ') + (names.length > 3 ? ' …' : '')
  throw plainError(
    `${out}: found ${shown}, which no build wrote; expected an empty folder, or one that a site was published to; nothing was written`,
  )
}

/** The place itself, or what it would be made in. */
const nearestKnown = (place: string): string =>
  existsSync(place) || isLink(place) ? place : nearestKnown(dirname(place))

function isLink(place: string): boolean {
  try {
    return lstatSync(place).isSymbolicLink()
  } catch {
    return false
  }
}

/** Wherever links lead. */
const isBelow = (folder: string, other: string): boolean => {
  const way = relative(realPlace(other), realPlace(folder))
  return way.split(sep)[0] !== '..' && !isAbsolute(way)
}

function realPlace(place: string): string {
  const known = nearestKnown(place)
  return join(existsSync(known) ? realpathSync(known) : known, relative(known, place))
}

/** A checkout's own folder is left alone, a build writes `.nojekyll` too, and what file managers leave is no loss. */
export const isNobodys = (name: string): boolean =>
  ['.git', '.nojekyll', '.DS_Store', 'Thumbs.db', 'desktop.ini'].includes(name)
