import type { QueryClient } from '@tanstack/react-query'
import { matchRoutes, type RouteObject, redirectDocument } from 'react-router'
import { homePath, notFoundPath, offlinePath, pagePath, postPath } from '../core/addresses.ts'
import type { PageState } from '../core/prerender.ts'
import { ListTwin, PageTwin, PostTwin } from '../core/twins.ts'
import { Layout } from './components/Layout.tsx'
import { MissingError, UnreachableError } from './fetch-twin.ts'
import { later } from './Later.tsx'
import { type PageOfRoute, pageOf } from './Page.tsx'
import { ErrorPage } from './pages/ErrorPage.tsx'
import { ListPage } from './pages/ListPage.tsx'
import { PostPage } from './pages/PostPage.tsx'
import { StandalonePage } from './pages/StandalonePage.tsx'

/** Of the route whose place an error page takes: as no page's path, which is the id of its own. */
const errorBoundaryId = '/'

/** The whole site. */
const pages: (RouteObject & PageOfRoute)[] = [
  { index: true, ...pageOf(ListPage, ListTwin, () => homePath()) },
  { path: 'page/:page', ...pageOf(ListPage, ListTwin, ({ page }) => homePath(Number(page))) },
  { path: 'posts/:slug', ...pageOf(PostPage, PostTwin, ({ slug = '' }) => postPath(slug)) },
  { path: 'archive', ...later('archive') },
  { path: 'archive/:year', ...later('year') },
  { path: 'archive/:year/page/:page', ...later('year') },
  { path: 'tags', ...later('tags') },
  { path: 'tags/:tag', ...later('tag') },
  { path: 'tags/:tag/page/:page', ...later('tag') },
  { path: 'popular/:window?', ...later('ranking') },
  { path: 'popular/:window?/page/:page', ...later('ranking') },
  { path: 'search', ...later('search') },
  { path: ':name', ...pageOf(StandalonePage, PageTwin, ({ name = '' }) => pagePath(name)) },
  { path: '*', element: null, load: missing, isLoaded: () => false },
]

async function missing(): Promise<never> {
  throw new MissingError()
}

/** Fetches what the page at `path` needs, unless it is there. */
export async function loadPage(queryClient: QueryClient, path: string): Promise<void> {
  const match = matchRoutes(pages, path)?.at(-1)
  await match?.route.load(queryClient, match.params)
}

/** Where to go for a page that is missing, or did not arrive, if there is something at that address. */
export type LeadOn = (address: string, isMissing: boolean) => Promise<string | undefined>

export const createRoutes = (queryClient: QueryClient, leadOn?: LeadOn): RouteObject[] => [
  {
    element: <Layout />,
    errorElement: <ErrorPage />,
    children: [
      {
        id: errorBoundaryId,
        errorElement: <ErrorPage />,
        children: pages.map(({ load, isLoaded, ...route }) => ({
          ...route,
          id: idOf(route),
          // Asked only where a page of the same route is left: the router loads all others.
          shouldRevalidate: ({ nextParams }) => !isLoaded(queryClient, nextParams),
          loader: async ({ params, request }) => {
            try {
              await load(queryClient, params)
            } catch (error) {
              const onward = await leadOn?.(request.url, error instanceof MissingError)
              throw onward === undefined ? error : redirectDocument(onward)
            }
            return null
          },
        })),
      },
    ],
  },
]

const idOf = ({ path }: RouteObject): string => path ?? 'home'

/** What the loaders would give for a page whose twins are there already. */
export function dataOf({ path }: PageState) {
  const error = errorSaidAt(path)
  return {
    loaderData: Object.fromEntries(pages.map((page) => [idOf(page), null])),
    errors: error === undefined ? null : { [errorBoundaryId]: error },
  }
}

/** What went wrong where a page is there to say so. */
function errorSaidAt(path: string): Error | undefined {
  if (path === notFoundPath) return new MissingError()
  if (path === offlinePath) return new UnreachableError()
  return undefined
}
