import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { archivePath, postPath } from '../../core/addresses.ts'
import { inEnglish, writtenIn } from '../components/written-in.ts'
import { isThere, StrangeError, UnreachableError } from '../fetch-twin.ts'
import { hrefOf } from '../links.ts'
import { type Found, type Query, type Result, resultsQuery, searchAgain } from './search.ts'

const shownAtOnce = 10
const moreId = 'more-results'

/** How many posts were found, and the best of them. */
export function SearchResults({ query }: { query: Query }) {
  const location = useLocation()
  const navigate = useNavigate()
  // With the entry of the history, so that Back brings all of them again. Another query begins anew.
  const shown: number = location.state?.shown ?? shownAtOnce
  const queryClient = useQueryClient()
  const { data, error, isError, isFetching, isPlaceholderData } = useQuery({
    ...resultsQuery(query, shown),
    placeholderData: keepPreviousData,
  })
  const list = useRef<HTMLOListElement>(null)
  const goesOn = useRef(false)
  const status = useRef<HTMLParagraphElement>(null)
  const listed = data?.results.length ?? 0
  // The button may be gone, and who pressed it goes on with what came, unless with another query by now.
  useEffect(() => {
    if (goesOn.current && !document.activeElement?.closest('form')) {
      const first = listed - 1 - ((listed - 1) % shownAtOnce)
      list.current?.children[first]?.querySelector('a')?.focus({ preventScroll: true })
    }
    goesOn.current = false
  }, [listed])
  const showMore = () => {
    goesOn.current = true
    void navigate(location, {
      replace: true,
      preventScrollReset: true,
      state: { shown: shown + shownAtOnce, focus: moreId },
    })
  }
  const tryAgain = async () => {
    // The button is gone while it is tried, and what comes of it is said here.
    status.current?.focus()
    // What is a later app's, a script that is gone, or one that this browser asks for but once: they come with the page.
    const isOfPage = error instanceof StrangeError || !(error instanceof UnreachableError)
    if (isOfPage && (await isThere(window.location.href).catch(() => false)))
      window.location.reload()
    else await searchAgain(queryClient)
  }
  const isAsked = query.q.trim() !== ''
  const found = isAsked ? data : undefined
  const asks = isFiltered(query) ? 'Type a word to look for.' : ''
  return (
    <>
      <p ref={status} role="status" tabIndex={-1} className="quiet" {...inEnglish}>
        {isAsked ? (isFetching ? 'Searching…' : inWords(found, query)) : asks}
      </p>
      {isError && import.meta.env.PROD && (
        <button type="button" className="quiet" lang="en" onClick={() => void tryAgain()}>
          Try again
        </button>
      )}
      {!isPlaceholderData && found?.count === 0 && <Nothing query={query} />}
      {found && (
        <ol ref={list} className="results">
          {found.results.map((result) => (
            <ResultEntry key={result.post._lectern.slug} result={result} />
          ))}
        </ol>
      )}
      {found && found.count > shown && (
        <button type="button" className="quiet" lang="en" id={moreId} onClick={showMore}>
          More results
        </button>
      )}
    </>
  )
}

function inWords(found: Found | undefined, { q }: Query): string {
  if (found === undefined)
    return import.meta.env.DEV
      ? 'The index is made by a build: search in the site that `npm start` shows.'
      : 'The search could not be loaded. You may be offline.'
  const posts = found.count === 1 ? '1 post' : `${found.count} posts`
  return found.isPartial && found.count > 0
    ? `No post has all of these words; ${posts} found with some of them`
    : `${posts} found for “${q.trim()}”`
}

const isFiltered = ({ tag, year }: Query): boolean => tag + year !== ''

function Nothing({ query }: { query: Query }) {
  return (
    <p {...inEnglish}>
      {isFiltered(query)
        ? 'Perhaps among other tags or years? '
        : 'Perhaps another word, or fewer of them? '}
      The <a href={hrefOf(archivePath())}>archive</a> lists every post by its title.
    </p>
  )
}

function ResultEntry({ result: { post, excerpt } }: { result: Result }) {
  const { slug, name, date } = post._lectern
  const written = { dir: 'auto', ...writtenIn(post.language) }
  return (
    <li>
      <article className="entry">
        {date !== undefined && (
          <p className="meta">
            <time dateTime={post.date_published}>{date}</time>
          </p>
        )}
        <h2 {...written}>
          <a href={hrefOf(postPath(slug))}>{name}</a>
        </h2>
        <p {...written}>
          {excerpt.map(({ text, isMatch }, index) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
            isMatch ? <mark key={index}>{text}</mark> : text,
          )}
        </p>
      </article>
    </li>
  )
}
