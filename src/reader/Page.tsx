import { type QueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { ComponentType, ReactNode } from 'react'
import { type Params, useParams } from 'react-router'
import type * as v from 'valibot'
import { twinPath } from '../core/addresses.ts'
import type { BlogTwin } from '../core/twins.ts'
import { blogQuery, twinQuery } from './queries.ts'

/** All that a page is made of. */
export interface PageProps<Twin> {
  blog: BlogTwin
  twin: Twin
}

/** How a route shows a page, and sees to its twin. */
export interface PageOfRoute {
  element: ReactNode
  load: (queryClient: QueryClient, params: Params) => Promise<unknown>
  /** Where it is there, a move between two pages of the route shows the second at once, not first that it is on its way. */
  isLoaded: (queryClient: QueryClient, params: Params) => boolean
}

/** A page whose twin is at the address that `pathOf` gives. */
export function pageOf<S extends v.GenericSchema>(
  Page: ComponentType<PageProps<v.InferOutput<S>>>,
  schema: S,
  pathOf: (params: Params) => string,
): PageOfRoute {
  const query = (params: Params) => twinQuery(twinPath(pathOf(params)), schema)
  return {
    element: <Shown Page={Page} query={query} />,
    load: (client, params) => client.ensureQueryData(query(params)),
    isLoaded: (client, params) => client.getQueryData(query(params).queryKey) !== undefined,
  }
}

interface ShownProps<S extends v.GenericSchema> {
  Page: ComponentType<PageProps<v.InferOutput<S>>>
  query: (params: Params) => ReturnType<typeof twinQuery<S>>
}

function Shown<S extends v.GenericSchema>({ Page, query }: ShownProps<S>) {
  const { data: blog } = useSuspenseQuery(blogQuery)
  const { data: twin } = useSuspenseQuery(query(useParams()))
  return <Page blog={blog} twin={twin} />
}
