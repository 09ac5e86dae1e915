import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { archivePath } from '../../core/addresses.ts'
import { hrefOf } from '../links.ts'
import { type Found, type Query, type Result, search } from './search.ts'

const shownAtOnce = 10

type Answer =
  | { query: string; found: Found; results: Result[] }
  | { query: string; failed: unknown }

/** How many posts were found, and the best of them; `attempt` asks the same once more. */
export function SearchResults({ query, attempt }: { query: Query; attempt: number }) {
  const queryClient = useQueryClient()
  const [answer, setAnswer] = useState<Answer>()
  const asked = JSON.stringify({ ...query, attempt })
  const [wish, setWish] = useState({ asked, shown: shownAtOnce })
  // Another query begins anew.
  const shown = wish.asked === asked ? wish.shown : shownAtOnce
  useEffect(() => {
    let isOver = false
    const query: Query = JSON.parse(asked)
    if (query.words.trim() === '') return setAnswer(undefined)
    const run = async (): Promise<Answer> => {
      const found = await search(queryClient, query)
      return { query: asked, found, results: await found.first(shown) }
    }
    run()
      .catch((failed: unknown): Answer => ({ query: asked, failed }))
      .then((answer) => {
        if (!isOver) setAnswer(answer)
      })
    return () => {
      isOver = true
    }
  }, [queryClient, asked, shown])
  const list = useRef<HTMLOListElement>(null)
  const listed = answer !== undefined && 'results' in answer ? answer.results.length : 0
  // The button may be gone, and who pressed it wants to go on with what came.
  useEffect(() => {
    if (listed <= shownAtOnce) return
    const first = Math.floor((listed - 1) / shownAtOnce) * shownAtOnce
    list.current?.children[first]?.querySelector('a')?.focus({ preventScroll: true })
  }, [listed])
  const isAsked = query.words.trim() !== ''
  const count = answer !== undefined && 'found' in answer ? answer.found.count : undefined
  return (
    <>
      <p role="status" className="quiet">
        {isAsked && (answer?.query === asked ? inWords(answer, query) : 'Searching…')}
      </p>
      {isAsked && answer?.query === asked && count === 0 && <Nothing query={query} />}
      {isAsked && answer !== undefined && 'results' in answer && (
        <ol ref={list} className="results">
          {answer.results.map((result) => (
            <ResultEntry key={result.path} result={result} />
          ))}
        </ol>
      )}
      {count !== undefined && count > shown && (
        <button type="button" onClick={() => setWish({ asked, shown: shown + shownAtOnce })}>
          More results
        </button>
      )}
    </>
  )
}

function inWords(answer: Answer, { words }: Query): string {
  if ('failed' in answer)
    return import.meta.env.DEV
      ? 'The index is made by a build: search in the site that `npm start` shows.'
      : 'The search could not be loaded. You may be offline: press Search to try again.'
  const { count, isPartial } = answer.found
  const posts = count === 1 ? '1 post' : `${count} posts`
  return isPartial && count > 0
    ? `No post has all of these words; ${posts} found with some of them`
    : `${posts} found for “${words.trim()}”`
}

function Nothing({ query }: { query: Query }) {
  const isFiltered = query.tag !== '' || query.year !== ''
  return (
    <p>
      {isFiltered
        ? 'Perhaps among other tags or years? '
        : 'Perhaps another word, or fewer of them? '}
      The <a href={hrefOf(archivePath())}>archive</a> lists every post by its title.
    </p>
  )
}

function ResultEntry({
  result: { path, title, date, date_published, excerpt },
}: {
  result: Result
}) {
  return (
    <li>
      <article className="entry">
        {date !== undefined && (
          <p className="meta">
            <time dateTime={date_published}>{date}</time>
          </p>
        )}
        <h2>
          <a href={hrefOf(path)}>{title}</a>
        </h2>
        <p>
          {excerpt.map(({ text, isMatch }, index) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
            isMatch ? <mark key={index}>{text}</mark> : text,
          )}
        </p>
      </article>
    </li>
  )
}
