import { useSuspenseQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useSearchParams } from 'react-router'
import { archivePath, searchPath } from '../../core/addresses.ts'
import { PageHead } from '../components/PageHead.tsx'
import { inEnglish } from '../components/written-in.ts'
import { hrefOf } from '../links.ts'
import { blogQuery } from '../queries.ts'
import { searchQuery } from './queries.ts'
import { SearchForm } from './SearchForm.tsx'
import { SearchResults } from './SearchResults.tsx'
import { queryOf } from './search.ts'

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
  const query = queryOf((name) => (isTakenOver && parameters.get(name)) || '')
  return (
    <div className="search">
      <PageHead
        blog={blog}
        title={query.q === '' ? 'Search' : `Search: ${query.q}`}
        description={`Search the texts of ${blog.title}.`}
        path={searchPath}
      />
      <h1 lang="en">Search</h1>
      <SearchForm query={query} choices={choices} />
      <noscript>
        <p {...inEnglish}>
          Searching needs JavaScript. Without it, the <a href={hrefOf(archivePath())}>archive</a>{' '}
          lists every post by its title.
        </p>
      </noscript>
      <SearchResults query={query} />
    </div>
  )
}

const nothingChanges = () => () => {}
