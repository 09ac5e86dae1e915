import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { archivePath, searchPath } from '../../core/addresses.ts'
import type { SearchTwin } from '../../core/finding-twins.ts'
import { PageHead } from '../components/PageHead.tsx'
import { hrefOf } from '../links.ts'
import { blogQuery } from '../queries.ts'
import { searchBoxId } from '../search-shortcut.ts'
import { searchQuery } from './queries.ts'
import { type Found, type Query, type Result, search, startSearch } from './search.ts'

/** How long typing rests before it is searched for, in milliseconds. */
const pause = 150
const shownAtOnce = 10

/** Searches the texts of all posts. What is searched for is in the address. */
export function SearchPage() {
  const { data: blog } = useSuspenseQuery(blogQuery)
  const { data: choices } = useSuspenseQuery(searchQuery)
  const [parameters] = useSearchParams()
  const [attempt, setAttempt] = useState(0)
  // The page was prerendered without a query, and has to be taken over as it is.
  const isTakenOver = useSyncExternalStore(
    nothingChanges,
    () => true,
    () => false,
  )
  const query: Query = {
    words: (isTakenOver && parameters.get('q')) || '',
    tag: (isTakenOver && parameters.get('tag')) || '',
    year: (isTakenOver && parameters.get('year')) || '',
  }
  return (
    <div className="search">
      <PageHead
        blog={blog}
        title="Search"
        description={`Search the texts of ${blog.title}.`}
        path={searchPath}
      />
      <h1 tabIndex={-1}>Search</h1>
      <SearchForm query={query} choices={choices} retry={() => setAttempt(attempt + 1)} />
      <noscript>
        <p>
          Searching needs JavaScript. Without it, the <a href={hrefOf(archivePath())}>archive</a>{' '}
          lists every post by its title.
        </p>
      </noscript>
      <Results query={query} attempt={attempt} />
    </div>
  )
}

const nothingChanges = () => () => {}

function SearchForm({
  query,
  choices,
  retry,
}: {
  query: Query
  choices: SearchTwin
  retry: () => void
}) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const box = useRef<HTMLInputElement>(null)
  /** What this form asked for last, unlike what Back and Forward bring. */
  const asked = useRef<string>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const ask = (changed: Partial<Query>) => {
    clearTimeout(timer.current)
    const wanted = { ...query, words: box.current?.value ?? '', ...changed }
    const { words: q, tag, year } = wanted
    if (q === query.words && tag === query.tag && year === query.year) return retry()
    asked.current = q
    const said = Object.entries({ q, tag, year }).filter(([, text]) => text !== '')
    void navigate(`${searchPath}?${new URLSearchParams(said)}`, {
      replace: true,
      preventScrollReset: true,
      state: { focus: document.activeElement?.id },
    })
  }
  const askSoon = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => ask({}), pause)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  // The box is the reader's: only another address than the form's own changes what is in it.
  useEffect(() => {
    if (box.current !== null && query.words !== asked.current) box.current.value = query.words
  }, [query.words])
  const leave = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    clearTimeout(timer.current)
    // The router counts the entries that are this site's.
    if (window.history.state?.idx > 0) void navigate(-1)
    else event.currentTarget.blur()
  }
  return (
    <search>
      <form
        action={hrefOf(searchPath)}
        onSubmit={(event) => {
          event.preventDefault()
          ask({})
        }}
      >
        <input
          ref={box}
          id={searchBoxId}
          type="search"
          name="q"
          aria-label="Search this blog"
          placeholder="Words of a post"
          autoComplete="off"
          enterKeyHint="search"
          defaultValue={query.words}
          onFocus={() => startSearch(queryClient)}
          onInput={askSoon}
          onKeyDown={leave}
        />
        <button type="submit">Search</button>
        <Choice
          label="Tag"
          name="tag"
          all="All tags"
          choices={choices.tags}
          chosen={query.tag}
          choose={(tag) => ask({ tag })}
        />
        <Choice
          label="Year"
          name="year"
          all="All years"
          choices={choices.years}
          chosen={query.year}
          choose={(year) => ask({ year })}
        />
      </form>
    </search>
  )
}

interface ChoiceProps {
  label: string
  name: string
  all: string
  choices: readonly string[]
  chosen: string
  choose: (choice: string) => void
}

function Choice({ label, name, all, choices, chosen, choose }: ChoiceProps) {
  if (choices.length < 2) return null
  return (
    <label>
      {label}{' '}
      <select
        id={`search-${name}`}
        name={name}
        value={chosen}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    </label>
  )
}

type Answer =
  | { query: string; found: Found; results: Result[] }
  | { query: string; failed: unknown }

function Results({ query, attempt }: { query: Query; attempt: number }) {
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
  const isAsked = query.words.trim() !== ''
  const count = answer !== undefined && 'found' in answer ? answer.found.count : undefined
  return (
    <>
      <p role="status" className="quiet">
        {isAsked && (answer?.query === asked ? inWords(answer, query) : 'Searching…')}
      </p>
      {isAsked && answer?.query === asked && count === 0 && <Nothing query={query} />}
      {isAsked && answer !== undefined && 'results' in answer && (
        <ol className="results">
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
