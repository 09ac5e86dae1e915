import { queryOptions } from '@tanstack/react-query'
import type * as v from 'valibot'
import { blogTwinPath, popularTwinPath, postPath, twinPath } from '../core/addresses.ts'
import { BlogTwin, PopularTwin, PostTwin } from '../core/twins.ts'
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
export const postQuery = (slug: string) => twinQuery(twinPath(postPath(slug)), PostTwin)
