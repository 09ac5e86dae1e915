import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type KeptTexts, readKept } from '../cache/text-store.ts'
import { type Inverted, invert } from './invert.ts'
import {
  type FoundPost,
  type Piece,
  pieceFile,
  pieceName,
  type SearchFiles,
  searchFiles,
} from './search-files.ts'
import { updateInverted } from './update-inverted.ts'

/** An index that was written before, and what the posts were and are found by that have changed since. */
export interface Earlier {
  /** The folder of the site, and the names of the pieces there that hold terms. */
  site: string
  pieces: readonly string[]
  before: KeptLines
  after: KeptLines
}

/** The lines of terms of some posts, which are told by their numbers. */
interface KeptLines {
  posts: readonly number[]
  kept: KeptTexts
}

/** What is kept of all posts, or an earlier index with what has changed, which takes a fraction of the time. */
export type SearchIsOf = { kept: KeptTexts } | Earlier

/** In a thread; undefined where that can't be read. */
export function keptSearchFiles({
  oldestFirst,
  ...of
}: { oldestFirst: readonly FoundPost[] } & SearchIsOf): SearchFiles | undefined {
  const inverted = 'kept' in of ? inverting(of.kept) : updated(of)
  return inverted && searchFiles(oldestFirst, inverted)
}

function inverting(kept: KeptTexts): Inverted | undefined {
  const lines = readKept(kept)
  return lines && invert(lines)
}

function updated({ site, pieces, before, after }: Earlier): Inverted | undefined {
  const terms: Piece = []
  for (const name of pieces) {
    const piece = readPiece(join(site, pieceFile(name)), name)
    if (piece === undefined) return undefined
    for (const term of piece) terms.push(term)
  }
  const [was, is] = [linesIn(before), linesIn(after)]
  if (was === undefined || is === undefined) return undefined
  return updateInverted(terms, was, is)
}

const linesIn = ({ posts, kept }: KeptLines): Map<number, string> | undefined => {
  const lines = readKept(kept)
  return lines && new Map(posts.map((post, at) => [post, lines[at] ?? '']))
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
