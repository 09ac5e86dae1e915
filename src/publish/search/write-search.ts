import type { Post } from '../../core/post.ts'
import { type Postings, writePostings } from '../../core/search/postings.ts'
import {
  type SearchIndex,
  searchIndexPath,
  searchPiecePath,
  slugsInPiece,
} from '../../core/search/search-index.ts'
import { digestOf } from '../cache.ts'
import type { SiteFolder } from '../site-folder.ts'
import type { WordIndex } from './word-index.ts'

/** A piece is at least so long, in characters, and ends where a term says so: most stay as they are when posts are added. */
const pieceLength = 16_000
const longestPiece = 64_000
const endsPiece = (term: string): boolean => digestOf(term).charCodeAt(0) % 8 === 0

/** Writes the index of the posts' words in pieces, of which a search fetches a few. */
export function writeSearch(
  oldestFirst: readonly Post[],
  words: WordIndex,
  site: SiteFolder,
): void {
  const write = (json: unknown): string => {
    const text = JSON.stringify(json)
    const name = digestOf(text).slice(0, 10)
    writeFile(site, searchPiecePath(name), text)
    return name
  }
  const index: SearchIndex = {
    posts: oldestFirst.length,
    terms: piecesOf(words.postings).map((piece) => [firstKey(piece), write(piece)]),
    slugs: slugPieces(oldestFirst).map(write),
    years: yearsOf(oldestFirst),
  }
  writeFile(site, searchIndexPath, JSON.stringify(index))
}

function writeFile(site: SiteFolder, path: string, text: string): void {
  const file = path.slice(1)
  if (site.needed(file, digestOf(text))) site.write(file, text)
}

function piecesOf(postings: ReadonlyMap<string, Postings>): Record<string, string>[] {
  const pieces: Record<string, string>[] = []
  let piece: Record<string, string> = {}
  let length = 0
  for (const term of [...postings.keys()].sort()) {
    const found = postings.get(term)
    if (found === undefined) continue
    if ((length > pieceLength && endsPiece(term)) || length > longestPiece) {
      pieces.push(piece)
      piece = {}
      length = 0
    }
    const text = writePostings(found)
    piece[term] = text
    length += term.length + text.length
  }
  return length === 0 ? pieces : [...pieces, piece]
}

/** JavaScript has keys that are numbers first. */
const firstKey = (piece: Record<string, string>): string => Object.keys(piece).sort()[0] ?? ''

const slugPieces = (posts: readonly Post[]): string[][] =>
  Array.from({ length: Math.ceil(posts.length / slugsInPiece) }, (_, piece) =>
    posts.slice(piece * slugsInPiece, (piece + 1) * slugsInPiece).map(({ slug }) => slug),
  )

function yearsOf(oldestFirst: readonly Post[]): SearchIndex['years'] {
  const years = new Map<string, number>()
  oldestFirst.forEach(({ date }, number) => {
    const year = date?.slice(0, 4)
    if (year !== undefined && !years.has(year)) years.set(year, number)
  })
  return [...years]
}
