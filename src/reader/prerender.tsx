import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import {
  createStaticHandler,
  createStaticRouter,
  type DataRouteObject,
  matchRoutes,
  type StaticHandlerContext,
  StaticRouterProvider,
} from 'react-router'
import { underBase } from '../core/addresses.ts'
import type { PageState, Prerender } from '../core/prerender.ts'
import { findingPages } from './finding/finding.ts'
import { provide } from './Later.tsx'
import { seed, serialise } from './page-state.ts'
import { createQueryClient } from './queries.ts'
import { createRoutes, dataOf } from './routes.tsx'

/** Makes the function that renders pages of the site served under `base`, one after the other. */
export function createPrerender(base: string): Prerender {
  provide(findingPages)
  const queryClient = createQueryClient()
  const routes = createRoutes(queryClient)
  const { dataRoutes } = createStaticHandler(routes, { basename: base })
  // React Router ranks all routes that it is given for every page anew, and most pages are posts.
  const postRoutes = onlyRoute('post', dataRoutes)

  return (state) => {
    queryClient.clear()
    seed(queryClient, state)
    const context = contextOf(state)
    const html = asHtml(
      renderToString(
        <StrictMode>
          <QueryClientProvider client={queryClient}>
            <StaticRouterProvider
              router={createStaticRouter(dataRoutes, context)}
              context={context}
              hydrate={false}
            />
          </QueryClientProvider>
        </StrictMode>,
      ),
    )
    return { ...splitHead(html), state: serialise(state) }
  }

  /** As the browser's router begins, so that no loader has to run: a twin that was forgotten ends the build anyway. */
  function contextOf(state: PageState): StaticHandlerContext {
    const pathname = underBase(base, state.path)
    const candidates = state.path.startsWith('/posts/') ? postRoutes : dataRoutes
    const matches = matchRoutes(candidates, pathname, base) ?? []
    const shows = matches.at(-1)?.route.element ?? null
    if (state.missing !== (shows === null))
      throw new Error(
        state.missing
          ? `${state.path} is a page, but was to be missing`
          : `${state.path} is to be a page, but no route leads there`,
      )
    return {
      basename: base,
      location: { pathname, search: '', hash: '', state: null, key: 'default' },
      // The handler made ids for all of its routes.
      matches: matches as StaticHandlerContext['matches'],
      ...dataOf(state, routes),
      actionData: null,
      statusCode: 200,
      loaderHeaders: {},
      actionHeaders: {},
    }
  }
}

/** The route of that id, below what is above it. */
const onlyRoute = (id: string, routes: readonly DataRouteObject[]): DataRouteObject[] =>
  routes.flatMap((route) => {
    if (route.id === id) return route
    const children = onlyRoute(id, route.children ?? [])
    return children.length > 0 && !route.index ? { ...route, children } : []
  })

/** React puts the tags that belong in the head first, where there is no head to hoist them into. */
function splitHead(html: string): { head: string; body: string } {
  const head = /^(?:<title>.*?<\/title>|<(?:meta|link)\b[^>]*>)*/s.exec(html)?.[0] ?? ''
  return { head, body: html.slice(head.length) }
}

/** React writes void elements as XML does and some attributes as JavaScript does. */
const asHtml = (html: string): string =>
  html
    .replace(/<(br|hr|img|input|link|meta)\b((?:[^>"]|"[^"]*")*?)\/>/g, '<$1$2>')
    .replace(/<(?:details|input|option|time) (?:[^>"]|"[^"]*")*/g, (tag) =>
      tag
        .replace(/ (dateTime|autoComplete|enterKeyHint)="/g, (name) => name.toLowerCase())
        .replace(/ (open|selected)=""/g, ' $1'),
    )
