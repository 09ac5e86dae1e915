import { inParts } from '../../core/in-parts.ts'
import { writePostings } from '../../core/search/postings.ts'
import {
  type SearchIndex,
  searchIndexPath,
  searchPiecePath,
  slugsInPiece,
} from '../../core/search/search-index.ts'
import { readIndexes } from '../content/kept-indexes.ts'
import { digestOf } from '../digest.ts'
import type { KeptTexts } from '../text-file.ts'
import { type Inverted, invert } from './invert.ts'

/** A post that is listed among what a search finds. */
export interface FoundPost {
  slug: string
  date: string | undefined
}

/** A piece is at least so long, in characters, and ends where a term says so: most stay as they are when posts are added. */
const pieceLength = 16_000
const longestPiece = 64_000
const endsPiece = (term: string): boolean => digestOf(term).charCodeAt(0) % 8 === 0

/** In a thread: the files of the site that posts are found by, and their texts; undefined where what is kept of the posts can't be read. */
export function keptSearchFiles({
  oldestFirst,
  kept,
}: {
  oldestFirst: readonly FoundPost[]
  kept: KeptTexts
}): Map<string, string> | undefined {
  const lines = readIndexes(kept, 'terms')
  return lines && searchFiles(oldestFirst, lines)
}

/** The index of the posts' words, in pieces of which a search fetches a few: files of the site, and their texts. */
export function searchFiles(
  oldestFirst: readonly FoundPost[],
  lines: readonly string[],
): Map<string, string> {
  const files = new Map<string, string>()
  const add = (text: string): string => {
    const name = digestOf(text).slice(0, 10)
    files.set(searchPiecePath(name).slice(1), text)
    return name
  }
  const index: SearchIndex = {
    posts: oldestFirst.length,
    terms: piecesOf(invert(lines)).map(({ first, text }) => [first, add(text)]),
    slugs: slugPieces(oldestFirst).map((slugs) => add(JSON.stringify(slugs))),
    years: yearsOf(oldestFirst),
  }
  return files.set(searchIndexPath.slice(1), JSON.stringify(index))
}

/** Each as the JSON of its terms and their postings. */
function piecesOf({ terms, postingsOf }: Inverted): { first: string; text: string }[] {
  const pieces: { first: string; text: string }[] = []
  let piece: [term: string, postings: string][] = []
  let length = 0
  const flush = () => {
    const [first] = piece
    if (first !== undefined) pieces.push({ first: first[0], text: JSON.stringify(piece) })
    piece = []
    length = 0
  }
  for (const term of [...terms].sort()) {
    if ((length > pieceLength && endsPiece(term)) || length > longestPiece) flush()
    const postings = writePostings(postingsOf(term))
    piece.push([term, postings])
    length += term.length + postings.length
  }
  flush()
  return pieces
}

const slugPieces = (posts: readonly FoundPost[]): string[][] =>
  inParts(
    posts.map(({ slug }) => slug),
    slugsInPiece,
  )

function yearsOf(oldestFirst: readonly FoundPost[]): SearchIndex['years'] {
  const years = new Map<string, number>()
  oldestFirst.forEach(({ date }, number) => {
    const year = date?.slice(0, 4)
    if (year !== undefined && !years.has(year)) years.set(year, number)
  })
  return [...years]
}
