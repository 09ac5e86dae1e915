import { inParts } from '../../core/in-parts.ts'
import { type SearchIndex, searchPiecePath, slugsInPiece } from '../../core/search/search-index.ts'
import { digestOf } from '../digest.ts'
import type { Inverted } from './invert.ts'

/** A post that is listed among what a search finds. */
export interface FoundPost {
  slug: string
  date: string | undefined
}

/** The index of the posts' words, in pieces of which a search fetches a few. */
export interface SearchFiles {
  index: SearchIndex
  /** The pieces' texts, by their files on the site. */
  pieces: Map<string, string>
}

/** A piece is at least so long, in characters, and ends where a term says so: most stay as they are when posts are added. */
const pieceLength = 16_000
const longestPiece = 64_000
const endsPiece = (term: string): boolean => digestOf(term).charCodeAt(0) % 8 === 0

/** The name of a piece with this text. */
export const pieceName = (text: string): string => digestOf(text).slice(0, 10)

/** The file on the site that holds the piece of this name. */
export const pieceFile = (name: string): string => searchPiecePath(name).slice(1)

/** A piece of terms, as its file has it. */
export type Piece = [term: string, postings: string][]

export function searchFiles(oldestFirst: readonly FoundPost[], inverted: Inverted): SearchFiles {
  const pieces = new Map<string, string>()
  const add = (text: string): string => {
    const name = pieceName(text)
    pieces.set(pieceFile(name), text)
    return name
  }
  const index: SearchIndex = {
    posts: oldestFirst.length,
    terms: piecesOf(inverted).map(({ first, text }) => [first, add(text)]),
    slugs: inParts(oldestFirst, slugsInPiece).map((posts) =>
      add(JSON.stringify(posts.map(({ slug }) => slug))),
    ),
    years: yearsOf(oldestFirst),
  }
  return { index, pieces }
}

/** Each as the JSON of its terms and their postings. */
function piecesOf({ terms, postingsOf }: Inverted): { first: string; text: string }[] {
  const pieces: { first: string; text: string }[] = []
  let piece: Piece = []
  let length = 0
  const flush = () => {
    const [first] = piece
    if (first !== undefined) pieces.push({ first: first[0], text: JSON.stringify(piece) })
    piece = []
    length = 0
  }
  for (const term of [...terms].sort()) {
    if ((length > pieceLength && endsPiece(term)) || length > longestPiece) flush()
    const postings = postingsOf(term)
    piece.push([term, postings])
    length += term.length + postings.length
  }
  flush()
  return pieces
}

function yearsOf(oldestFirst: readonly FoundPost[]): SearchIndex['years'] {
  const years = new Map<string, number>()
  oldestFirst.forEach(({ date }, number) => {
    const year = date?.slice(0, 4)
    if (year !== undefined && !years.has(year)) years.set(year, number)
  })
  return [...years]
}
