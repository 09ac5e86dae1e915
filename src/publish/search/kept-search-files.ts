import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type KeptTexts, readKept } from '../cache/text-store.ts'
import { invert } from './invert.ts'
import {
  type FoundPost,
  type Piece,
  pieceFile,
  pieceName,
  type SearchFiles,
  searchFiles,
} from './search-files.ts'
import { updateInverted } from './update-inverted.ts'

/** In a thread, of what is kept of the posts; undefined where that can't be read. */
export function keptSearchFiles({
  oldestFirst,
  kept,
}: {
  oldestFirst: readonly FoundPost[]
  kept: KeptTexts
}): SearchFiles | undefined {
  const lines = readKept(kept)
  return lines && searchFiles(oldestFirst, invert(lines))
}

/** An index that was written before, and the posts whose words have changed since. */
export interface Earlier {
  /** The folder of the site, and the names of the pieces there that hold terms. */
  site: string
  pieces: readonly string[]
  /** By their numbers, with what was and what is kept of each. */
  changed: { post: number; before: KeptTexts; after: KeptTexts }[]
}

/** The same of an earlier index, in a fraction of the time. */
export function updatedSearchFiles({
  oldestFirst,
  earlier: { site, pieces, changed },
}: {
  oldestFirst: readonly FoundPost[]
  earlier: Earlier
}): SearchFiles | undefined {
  const terms: Piece = []
  for (const name of pieces) {
    const piece = readPiece(join(site, pieceFile(name)), name)
    if (piece === undefined) return undefined
    for (const term of piece) terms.push(term)
  }
  const changes = []
  for (const { post, before, after } of changed) {
    const [was, is] = [readKept(before), readKept(after)]
    if (was === undefined || is === undefined) return undefined
    changes.push({ post, before: was[0] ?? '', after: is[0] ?? '' })
  }
  return searchFiles(oldestFirst, updateInverted(terms, changes))
}

/** Undefined where it is not what it was. */
function readPiece(path: string, name: string): Piece | undefined {
  try {
    const text = readFileSync(path, 'utf8')
    // What has its name was written by `searchFiles`.
    return pieceName(text) === name ? (JSON.parse(text) as Piece) : undefined
  } catch {
    return undefined
  }
}
