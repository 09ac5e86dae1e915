import { useSyncExternalStore } from 'react'
import { useSearchParams } from 'react-router'
import { archivePath, searchPath } from '../../core/addresses.ts'
import type { SearchTwin } from '../../core/finding-twins.ts'
import { Heading } from '../components/Heading.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { inEnglish } from '../components/written-in.ts'
import { hrefOf } from '../links.ts'
import type { PageProps } from '../Page.tsx'
import { SearchForm } from './SearchForm.tsx'
import { SearchResults } from './SearchResults.tsx'
import { queryOf } from './search.ts'

/** Searches the texts of all posts. What is searched for is in the address. */
export function SearchPage({ blog, twin: choices }: PageProps<SearchTwin>) {
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
      <Heading lang="en">Search</Heading>
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
