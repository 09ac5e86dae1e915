import { useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { searchPath } from '../../core/addresses.ts'
import type { SearchTwin } from '../../core/finding-twins.ts'
import { tagKey } from '../../core/tags.ts'
import { hrefOf } from '../links.ts'
import { searchBoxId } from '../search-shortcut.ts'
import { type Query, searchAgain, startSearch } from './search.ts'

/** How long typing rests before it is searched for, in milliseconds. */
const pause = 150

/** What to search for: whatever is said here goes into the address, and is read from there. */
export function SearchForm({ query, choices }: { query: Query; choices: SearchTwin }) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const box = useRef<HTMLInputElement>(null)
  /** What the address says, or will say once this form's own move has arrived. */
  const expected = useRef(query.words)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const ask = (changed: Partial<Query>) => {
    clearTimeout(timer.current)
    const wanted = { ...query, words: box.current?.value ?? '', ...changed }
    const { words: q, tag, year } = wanted
    if (q === query.words && tag === query.tag && year === query.year)
      return void searchAgain(queryClient)
    expected.current = q
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
  useEffect(() => {
    // Written before this script was there.
    if (box.current?.value !== box.current?.defaultValue) box.current?.form?.requestSubmit()
    return () => clearTimeout(timer.current)
  }, [])
  // The box is the reader's: only another address than the form's own changes what is in it.
  useEffect(() => {
    if (box.current !== null && query.words !== expected.current) box.current.value = query.words
    expected.current = query.words
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
        <button type="submit" lang="en">
          Search
        </button>
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
  // An address may write a tag its own way, or name one that is gone.
  const known = choices.find((choice) => tagKey(choice) === tagKey(chosen))
  return (
    <label>
      <span lang="en">{label}</span>{' '}
      <select
        id={`search-${name}`}
        name={name}
        value={known ?? chosen}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="" lang="en">
          {all}
        </option>
        {choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
        {known === undefined && chosen !== '' && <option>{chosen}</option>}
      </select>
    </label>
  )
}
