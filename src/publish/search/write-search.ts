import type { Post } from '../../core/post.ts'
import { writePostings } from '../../core/search/postings.ts'
import {
  type SearchIndex,
  searchIndexPath,
  searchPiecePath,
  slugsInPiece,
} from '../../core/search/search-index.ts'
import { digestOf } from '../cache.ts'
import type { SiteFolder } from '../site-folder.ts'
import { type Inverted, invert } from './invert.ts'

/** A piece is at least so long, in characters, and ends where a term says so: most stay as they are when posts are added. */
const pieceLength = 16_000
const longestPiece = 64_000
const endsPiece = (term: string): boolean => digestOf(term).charCodeAt(0) % 8 === 0

/** A post, with the line of `termsLine` that it is found by. */
type Findable = Post & { terms: string }

/** Writes the index of the posts' words in pieces, of which a search fetches a few. */
export function writeSearch(posts: readonly Findable[], site: SiteFolder): void {
  // So numbered, those that are there stay what they are when one is added.
  const oldestFirst = [...posts].reverse()
  const write = (text: string): string => {
    const name = digestOf(text).slice(0, 10)
    writeFile(site, searchPiecePath(name), text)
    return name
  }
  const index: SearchIndex = {
    posts: posts.length,
    terms: piecesOf(invert(oldestFirst.map(({ terms }) => terms))).map(({ first, text }) => [
      first,
      write(text),
    ]),
    slugs: slugPieces(oldestFirst).map((slugs) => write(JSON.stringify(slugs))),
    years: yearsOf(oldestFirst),
  }
  writeFile(site, searchIndexPath, JSON.stringify(index))
}

function writeFile(site: SiteFolder, path: string, text: string): void {
  const file = path.slice(1)
  if (site.needed(file, digestOf(text))) site.write(file, text)
}

/** Each as the JSON of its terms and their postings. */
function piecesOf({ terms, postingsOf }: Inverted): { first: string; text: string }[] {
  const pieces: { first: string; text: string }[] = []
  let piece: [term: string, postings: string][] = []
  let length = 0
  const flush = () => {
    const [first] = piece
    if (first !== undefined)
      pieces.push({ first: first[0], text: JSON.stringify(Object.fromEntries(piece)) })
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
