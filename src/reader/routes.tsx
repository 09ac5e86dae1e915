import type { FetchQueryOptions, QueryClient, QueryKey } from '@tanstack/react-query'
import type { RouteObject } from 'react-router'
import { notFoundPath } from '../core/addresses.ts'
import { Layout } from './components/Layout.tsx'
import { MissingError } from './fetch-twin.ts'
import { ErrorPage } from './pages/ErrorPage.tsx'
import { ListPage } from './pages/ListPage.tsx'
import { PostPage } from './pages/PostPage.tsx'
import { StandalonePage } from './pages/StandalonePage.tsx'
import { listQuery, pageQuery, postQuery } from './queries.ts'

/** The route whose place an error page takes. */
export const errorBoundaryId = 'page'

/** The whole site. Each loader only sees to it that the page's twin is there; the page reads it. */
export function createRoutes(queryClient: QueryClient): RouteObject[] {
  const warm = async <T, K extends QueryKey>(query: FetchQueryOptions<T, Error, T, K>) => {
    await queryClient.ensureQueryData(query)
    return null
  }
  const missing = () => {
    throw new MissingError()
  }
  const pages: RouteObject[] = [
    { id: 'home', index: true, element: <ListPage />, loader: () => warm(listQuery(1)) },
    {
      id: 'list',
      path: 'page/:page',
      element: <ListPage />,
      loader: ({ params }) => warm(listQuery(Number(params.page))),
    },
    {
      id: 'post',
      path: 'posts/:slug',
      element: <PostPage />,
      loader: ({ params }) => warm(postQuery(params.slug ?? '')),
    },
    {
      id: 'standalone',
      path: ':name',
      element: <StandalonePage />,
      loader: ({ params }) => warm(pageQuery(params.name ?? '')),
    },
    { id: 'missing', path: notFoundPath.slice(1), element: null, loader: missing },
    { id: 'unknown', path: '*', element: null, loader: missing },
  ]
  return [
    {
      element: <Layout />,
      errorElement: <ErrorPage />,
      children: [{ id: errorBoundaryId, errorElement: <ErrorPage />, children: pages }],
    },
  ]
}

/** The ids of all routes, whose data a prerendered page has brought along. */
export const routeIds = (routes: readonly RouteObject[]): string[] =>
  routes.flatMap(({ id, children = [] }) => [
    ...(id === undefined ? [] : [id]),
    ...routeIds(children),
  ])
