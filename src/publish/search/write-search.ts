import type { Post } from '../../core/post.ts'
import { writePostings } from '../../core/search/postings.ts'
import {
  type SearchIndex,
  searchIndexPath,
  searchPiecePath,
  slugsInPiece,
} from '../../core/search/search-index.ts'
import { type Cache, digestOf } from '../cache.ts'
import type { WrittenPost } from '../content/written-texts.ts'
import type { SiteFolder } from '../site-folder.ts'
import { type Inverted, invert } from './invert.ts'

/** A piece is at least so long, in characters, and ends where a term says so: most stay as they are when posts are added. */
const pieceLength = 16_000
const longestPiece = 64_000
const endsPiece = (term: string): boolean => digestOf(term).charCodeAt(0) % 8 === 0

/**
 * Writes the index of the posts' words in pieces, of which a search fetches a few. Where no word of
 * any post has changed, and all pieces are there still, nothing is worked out.
 */
export function writeSearch(posts: readonly WrittenPost[], site: SiteFolder, cache: Cache): void {
  // So numbered, those that are there stay what they are when one is added.
  const oldestFirst = [...posts].reverse()
  const names = oldestFirst.map(({ slug, date, indexedName }) => `${slug} ${date} ${indexedName}`)
  const key = `search ${digestOf(names.join('\n'))}`
  // Kept here and nowhere else.
  const known = cache.find(key) as [file: string, digest: string][] | undefined
  if (known?.every(([file, digest]) => site.needed(file, digest) === undefined)) return
  const files = filesOf(oldestFirst)
  for (const [file, text] of files) if (site.needed(file, digestOf(text))) site.write(file, text)
  cache.keep(
    key,
    [...files].map(([file, text]) => [file, digestOf(text)]),
  )
}

function filesOf(oldestFirst: readonly WrittenPost[]): Map<string, string> {
  const files = new Map<string, string>()
  const add = (text: string): string => {
    const name = digestOf(text).slice(0, 10)
    files.set(searchPiecePath(name).slice(1), text)
    return name
  }
  const lines = oldestFirst.map((post) => post.indexed().terms)
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
