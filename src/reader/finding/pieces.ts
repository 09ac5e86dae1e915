import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { readPostings } from '../../core/search/postings.ts'
import {
  SearchIndex,
  SlugsPiece,
  searchIndexPath,
  searchPiecePath,
  slugsInPiece,
  TermsPiece,
} from '../../core/search/search-index.ts'
import { fetchTwin } from '../fetch-twin.ts'
import { twinQuery } from '../queries.ts'

/** An old one names pieces that are gone: the host is asked whether it is. */
export const indexQuery = queryOptions({
  ...twinQuery(searchIndexPath, SearchIndex),
  queryFn: () => fetchTwin(searchIndexPath, SearchIndex, 'no-cache'),
})
const termsQuery = (name: string) => twinQuery(searchPiecePath(name), TermsPiece)
const slugsQuery = (name: string) => twinQuery(searchPiecePath(name), SlugsPiece)

/** Of the pieces that words with one beginning are in, so many are fetched. */
const mostPieces = 3

/** The pieces that hold the terms from one to another. */
export async function piecesBetween(
  client: QueryClient,
  { terms }: SearchIndex,
  from: string,
  to: string,
): Promise<[term: string, postings: string][][]> {
  const holding = terms
    .filter(([first], at) => first <= to && (terms[at + 1]?.[0] ?? '\uffff\uffff') > from)
    .slice(0, mostPieces)
  return Promise.all(holding.map(([, name]) => client.ensureQueryData(termsQuery(name))))
}

/** The posts that have exactly this term. */
export async function postsWith(
  client: QueryClient,
  index: SearchIndex,
  term: string,
): Promise<Set<number>> {
  const pieces = await piecesBetween(client, index, term, term)
  const postings = pieces.flat().find(([key]) => key === term)?.[1] ?? ''
  return new Set(readPostings(postings).posts)
}

export async function slugOf(
  client: QueryClient,
  { slugs }: SearchIndex,
  post: number,
): Promise<string> {
  const name = slugs[Math.floor(post / slugsInPiece)] ?? ''
  return (await client.ensureQueryData(slugsQuery(name)))[post % slugsInPiece] ?? ''
}
