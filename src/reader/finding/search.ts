import { type QueryClient, type QueryFilters, queryOptions } from '@tanstack/react-query'
import { readPostings, telling } from '../../core/search/postings.ts'
import type { SearchIndex } from '../../core/search/search-index.ts'
import { loadStemmer, type Stem } from '../../core/search/stemmers.ts'
import { foldWord, isUnspaced, termOfTag, tokensOf } from '../../core/search/terms.ts'
import type { PostTwin } from '../../core/twins.ts'
import { blogQuery, lasting, postQuery } from '../queries.ts'
import { type ExcerptPart, excerptOf } from './excerpt.ts'
import { indexQuery, piecesBetween, postsWith, slugOf } from './pieces.ts'

/** What is searched for, as an address asks for it. */
export interface Query {
  /** The words. */
  q: string
  tag: string
  year: string
}

export const queryOf = (said: (name: keyof Query) => string): Query => ({
  q: said('q'),
  tag: said('tag'),
  year: said('year'),
})

/** A post that was found. */
export interface Result {
  post: PostTwin
  excerpt: ExcerptPart[]
}

export interface Found {
  count: number
  /** No post has all of the words: these have some of them. */
  isPartial: boolean
  /** The best of them. */
  results: Result[]
}

/** Of the words that begin as the one being typed, so many count. */
const completions = 40
/** In letters; a Korean one is a syllable, and many a word of one has a particle after it. */
const shortestBeginning = /^(\p{sc=Hangul}|.{2})/u

/** Fetches what every search needs. */
export const startSearch = (client: QueryClient): void => {
  void Promise.all([client.ensureQueryData(indexQuery), stemmerOf(client)]).catch(() => {})
}

/** What is found, with so many results; it stays, and is there at once when the reader comes back. */
export const resultsQuery = (query: Query, shown: number) =>
  queryOptions({
    queryKey: ['results', query, shown],
    queryFn: ({ client }) => searchAnew(client, query, shown),
    enabled: query.q.trim() !== '',
    ...lasting,
  })

/** Searches once more where something had not arrived. */
export async function searchAgain(client: QueryClient): Promise<void> {
  const failed: QueryFilters = {
    queryKey: ['results'],
    type: 'active',
    predicate: ({ state }) => state.status === 'error',
  }
  await client.refetchQueries(failed)
}

/** Where a piece of the index does not arrive, a build may have made another since, of other pieces. */
async function searchAnew(client: QueryClient, query: Query, shown: number): Promise<Found> {
  try {
    return await search(client, query, shown)
  } catch {
    // Where it does not arrive either, the one that is there stays.
    await client.refetchQueries({ queryKey: indexQuery.queryKey, exact: true })
    return search(client, query, shown)
  }
}

/**
 * Searches the texts of all posts, of which only the pieces of the index that the words are in are
 * fetched, and the best posts themselves. Rejects where something did not arrive.
 */
async function search(client: QueryClient, query: Query, shown: number): Promise<Found> {
  const [index, stem] = await Promise.all([client.ensureQueryData(indexQuery), stemmerOf(client)])
  const terms = tokensOf(query.q, stem, true).map(({ term }) => term)
  const last = terms.at(-1) ?? ''
  const beginning = beginningOf(query.q, last)
  const stems = stemsAhead(beginning, stem)
  const scores = await Promise.all(
    [...new Set(terms)].map((term) =>
      scoresOf(client, index, term, term === last ? beginning : '', stems),
    ),
  )
  const allowed = await filterOf(client, index, query)
  const whole = rank(scores, scores.length, allowed)
  const ranked = whole.length > 0 ? whole : rank(scores, 1, allowed)
  const isMatch = (term: string) =>
    terms.includes(term) || (beginning !== '' && term.startsWith(beginning)) || stems.includes(term)
  return {
    count: ranked.length,
    isPartial: whole.length === 0,
    results: await Promise.all(
      ranked.slice(0, shown).map((post) => resultOf(client, index, post, stem, isMatch)),
    ),
  }
}

async function stemmerOf(client: QueryClient): Promise<Stem> {
  return loadStemmer((await client.ensureQueryData(blogQuery)).language)
}

/** What a word begins with that may not be finished; a letter of a script without spaces always is a beginning. */
function beginningOf(words: string, last: string): string {
  if (isUnspaced(last)) return [...last].length === 1 ? last : ''
  const word = foldWord(/[\p{L}\p{N}\p{M}'’\u00ad\u200d]+$/u.exec(words)?.[0] ?? '')
  return shortestBeginning.test(word) ? word : ''
}

/** How words may go on, so that their stems are shorter than what is typed of them. */
const endings = ['g', 'ng', 's', 'es', 'ess', 'd', 'ed', 'n', 'on', 'y', 'ly', 'r', 'e', 't']

/** "walki" is on its way to a word whose stem is "walk". */
const stemsAhead = (beginning: string, stem: Stem): string[] =>
  beginning === ''
    ? []
    : [...new Set(endings.map((ending) => stem(beginning + ending)))].filter(
        (ahead) => ahead.length > 2 && ahead !== beginning && beginning.startsWith(ahead),
      )

/** What each post scores for a term, and for words that begin, or whose stems are, as given. */
async function scoresOf(
  client: QueryClient,
  index: SearchIndex,
  term: string,
  beginning: string,
  stems: readonly string[],
): Promise<Map<number, number>> {
  const found = new Map<string, string>()
  const add = async (from: string, to: string, isWanted: (term: string) => boolean) => {
    for (const piece of await piecesBetween(client, index, from, to))
      for (const [key, postings] of piece) if (isWanted(key)) found.set(key, postings)
  }
  await add(term, term, (key) => key === term)
  if (beginning !== '') {
    await add(beginning, `${beginning}\uffff`, (key) => key.startsWith(beginning))
    if (found.size === 0) for (const ahead of stems) await add(ahead, ahead, (key) => key === ahead)
  }
  const scores = new Map<number, number>()
  const nearest = [...found].sort(([a], [b]) => a.length - b.length).slice(0, completions)
  for (const [key, text] of nearest) {
    const { posts, weights } = readPostings(text)
    const worth = telling(index.posts, posts.length) * (key === term ? 1 : 0.6)
    posts.forEach((post, at) => {
      scores.set(post, Math.max(scores.get(post) ?? 0, worth * (weights[at] ?? 0)))
    })
  }
  return scores
}

/** Posts that score for at least so many of the terms, best first, and then the newest first. */
function rank(
  scores: readonly ReadonlyMap<number, number>[],
  least: number,
  isAllowed: (post: number) => boolean,
): number[] {
  const sums = new Map<number, { sum: number; terms: number }>()
  for (const found of scores)
    for (const [post, score] of found) {
      const known = sums.get(post) ?? { sum: 0, terms: 0 }
      sums.set(post, { sum: known.sum + score, terms: known.terms + 1 })
    }
  return [...sums]
    .filter(([post, { terms }]) => terms >= Math.max(1, least) && isAllowed(post))
    .sort(([a, one], [b, other]) => other.terms - one.terms || other.sum - one.sum || b - a)
    .map(([post]) => post)
}

/** Whether a post has the tag, and is of the year, that were asked for. */
async function filterOf(
  client: QueryClient,
  index: SearchIndex,
  { tag, year }: Query,
): Promise<(post: number) => boolean> {
  const at = index.years.findIndex(([known]) => known === year)
  const from = year === '' ? 0 : (index.years[at]?.[1] ?? index.posts)
  const to = year === '' ? index.posts : (index.years[at + 1]?.[1] ?? index.posts)
  const tagged = tag === '' ? undefined : await postsWith(client, index, termOfTag(tag))
  return (post) => post >= from && post < to && (tagged?.has(post) ?? true)
}

/** The post itself is fetched, and so is there when the reader opens it. */
async function resultOf(
  client: QueryClient,
  index: SearchIndex,
  number: number,
  stem: Stem,
  isMatch: (term: string) => boolean,
): Promise<Result> {
  const slug = await slugOf(client, index, number)
  const post = await client.ensureQueryData(postQuery(slug))
  return { post, excerpt: excerptOf(post.content_html, stem, isMatch) }
}
