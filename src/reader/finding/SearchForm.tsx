import { useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { searchPath } from '../../core/addresses.ts'
import type { SearchTwin } from '../../core/finding-twins.ts'
import { tagKey } from '../../core/tags.ts'
import { hrefOf } from '../links.ts'
import { searchBoxId } from '../search-shortcut.ts'
import { type Query, queryOf, searchAgain, startSearch } from './search.ts'

/** How long typing rests before it is searched for, in milliseconds. */
const pause = 150

/** What to search for: whatever is said here goes into the address, and is read from there. */
export function SearchForm({ query, choices }: { query: Query; choices: SearchTwin }) {
  const navigate = useNavigate()
  const [parameters] = useSearchParams()
  const queryClient = useQueryClient()
  const box = useRef<HTMLInputElement>(null)
  /** What the address says, or will say once this form's own move has arrived. */
  const expected = useRef(query.q)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** The form's place in the history. */
  const entry = useRef<number>(undefined)
  const { key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each arrival may be at another
  useEffect(() => {
    entry.current = window.history.state?.idx
  }, [key])

  const inForm = (name: string) =>
    new FormData(box.current?.form ?? undefined).get(name)?.toString()
  // What there is no choice of stays as the address has it.
  const ask = () => search(queryOf((name) => inForm(name) ?? query[name]))
  const search = (wanted: Query, shown = query) => {
    clearTimeout(timer.current)
    // On its way back, the browser is at an entry that is another page's: should that not come, it is asked later.
    if (window.history.state?.idx !== entry.current) {
      timer.current = setTimeout(() => search(wanted, shown), pause)
      return
    }
    if (addressOf(wanted) === addressOf(shown)) return void searchAgain(queryClient)
    expected.current = wanted.q
    void navigate(addressOf(wanted), {
      replace: true,
      preventScrollReset: true,
      state: { focus: document.activeElement?.id },
    })
  }
  const askSoon = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(ask, pause)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form is taken over
  useEffect(() => {
    // Something may have been written or chosen before this script was there. The rest is as the address
    // has it: a page that is taken over does not show that yet, and browsers restore a part of it on Back.
    const asked = queryOf((name) => parameters.get(name) ?? '')
    search(
      queryOf((name) => inForm(name) || asked[name]),
      asked,
    )
    return () => clearTimeout(timer.current)
  }, [])
  // The box is the reader's: only another address than the form's own changes what is in it.
  useEffect(() => {
    if (box.current !== null && query.q !== expected.current) box.current.value = query.q
    expected.current = query.q
  }, [query.q])
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
          ask()
        }}
      >
        <label className="visually-hidden" lang="en" htmlFor={searchBoxId}>
          Search this blog
        </label>
        <input
          ref={box}
          id={searchBoxId}
          type="search"
          name="q"
          placeholder="Words of a post"
          autoComplete="off"
          enterKeyHint="search"
          defaultValue={query.q}
          onFocus={() => startSearch(queryClient)}
          onInput={askSoon}
          onKeyDown={leave}
        />
        <button type="submit" lang="en">
          Search
        </button>
        <Choice label="Tag" choices={choices.tags} chosen={query.tag} choose={ask} />
        <Choice label="Year" choices={choices.years} chosen={query.year} choose={ask} />
      </form>
    </search>
  )
}

const addressOf = (query: Query): string =>
  `${searchPath}?${new URLSearchParams(Object.entries(query).filter(([, text]) => text !== ''))}`

interface ChoiceProps {
  label: 'Tag' | 'Year'
  choices: readonly string[]
  chosen: string
  choose: () => void
}

function Choice({ label, choices, chosen, choose }: ChoiceProps) {
  if (choices.length < 2) return null
  const name = label.toLowerCase()
  // An address may write a tag its own way, or name one that is gone.
  const known = choices.find((choice) => tagKey(choice) === tagKey(chosen))
  return (
    <label>
      <span lang="en">{label}</span>{' '}
      <select id={`search-${name}`} name={name} value={known ?? chosen} onChange={choose}>
        <option value="" lang="en">
          {`All ${name}s`}
        </option>
        {choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
        {known === undefined && chosen !== '' && <option>{chosen}</option>}
      </select>
    </label>
  )
}
