import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import {
  type KeyboardEvent,
  type SubmitEvent,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
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
      <SearchForm query={query} choices={choices} />
      <noscript>
        <p>
          Searching needs JavaScript. Without it, the <a href={hrefOf(archivePath())}>archive</a>{' '}
          lists every post by its title.
        </p>
      </noscript>
      <Results query={query} />
    </div>
  )
}

const nothingChanges = () => () => {}

function SearchForm({ query, choices }: { query: Query; choices: SearchTwin }) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { key } = useLocation()
  const [words, setWords] = useState(query.words)
  // Back and forward change the address, and with it what is in the box.
  useEffect(() => setWords(query.words), [query.words])
  const ask = (changed: Partial<Query>) => {
    const asked = { ...query, words, ...changed }
    const { words: q, tag, year } = asked
    if (q === query.words && tag === query.tag && year === query.year) return
    const parameters = new URLSearchParams(
      Object.entries({ q, tag, year }).filter(([, text]) => text !== ''),
    )
    void navigate(`${searchPath}?${parameters}`, {
      replace: true,
      preventScrollReset: true,
      state: { focus: changed.words === undefined ? document.activeElement?.id : searchBoxId },
    })
  }
  useEffect(() => {
    if (words === query.words) return
    const timer = setTimeout(() => ask({ words }), pause)
    return () => clearTimeout(timer)
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    ask({ words })
  }
  const leave = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    if (key === 'default') event.currentTarget.blur()
    else void navigate(-1)
  }
  return (
    <search>
      <form action={hrefOf(searchPath)} onSubmit={submit}>
        <input
          id={searchBoxId}
          type="search"
          name="q"
          aria-label="Search this blog"
          placeholder="Words of a post"
          autoComplete="off"
          enterKeyHint="search"
          value={words}
          onFocus={() => startSearch(queryClient)}
          onChange={({ target }) => setWords(target.value)}
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

function Results({ query }: { query: Query }) {
  const queryClient = useQueryClient()
  const [answer, setAnswer] = useState<Answer>()
  const asked = JSON.stringify(query)
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
        {isAsked && (answer === undefined ? 'Searching…' : inWords(answer, query))}
      </p>
      {isAsked && count === 0 && <Nothing query={query} />}
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
      : 'The search could not be loaded. You may be offline: try again later.'
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
