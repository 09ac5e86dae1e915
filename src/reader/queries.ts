import { type EnsureQueryDataOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Params } from 'react-router'
import type * as v from 'valibot'
import {
  blogTwinPath,
  homePath,
  pagePath,
  popularTwinPath,
  postPath,
  twinPath,
} from '../core/addresses.ts'
import { BlogTwin, ListTwin, PageTwin, PopularTwin, PostTwin } from '../core/twins.ts'
import { fetchTwin } from './fetch-twin.ts'

/**
 * Content changes only with a build, so what was fetched once stays; a failure is the reader's to retry.
 * Each query says so itself: to add a client's defaults takes Node 20 some 20 µs, ten times a page.
 */
export const lasting = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  retry: false,
  // Else a fetch while offline waits for the network, and the reader with it.
  networkMode: 'always',
} as const

/** A query's key is the path of the twin it fetches: so a prerendered page can bring its twins along. */
export const twinQuery = <S extends v.GenericSchema>(path: string, schema: S) =>
  queryOptions({ queryKey: [path], queryFn: () => fetchTwin(path, schema), ...lasting })

export const blogQuery = twinQuery(blogTwinPath, BlogTwin)
export const popularQuery = twinQuery(popularTwinPath, PopularTwin)
export const listQuery = (page: number) => twinQuery(twinPath(homePath(page)), ListTwin)
export const postQuery = (slug: string) => twinQuery(twinPath(postPath(slug)), PostTwin)
export const pageQuery = (name: string) => twinQuery(twinPath(pagePath(name)), PageTwin)

/** How a page's route sees to its twin. */
export interface Needs {
  load: (queryClient: QueryClient, params: Params) => Promise<unknown>
  /** Where it is there, a move between two pages of the route shows the second at once, not first that it is on its way. */
  isLoaded: (queryClient: QueryClient, params: Params) => boolean
}

export const needs = <Twin>(
  query: (params: Params) => EnsureQueryDataOptions<Twin, Error, Twin, string[]>,
): Needs => ({
  load: (client, params) => client.ensureQueryData(query(params)),
  isLoaded: (client, params) => client.getQueryData(query(params).queryKey) !== undefined,
})
