import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
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
import { createRoutes, dataOf } from './routes.tsx'

/** Makes the function that renders pages of the site served under `base`, one after the other. */
export function createPrerender(base: string): Prerender {
  provide(findingPages)
  const queryClient = new QueryClient()
  const { dataRoutes } = createStaticHandler(createRoutes(queryClient), { basename: base })
  const routesBelow = new Map<string, DataRouteObject[]>()

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
    return { state: serialise(state), ...splitHead(html) }
  }

  /** React Router ranks all routes that it is given for every page anew: it is given those that begin as the page does. */
  function candidatesFor(path: string): DataRouteObject[] {
    const [, word = ''] = path.split('/')
    const known = routesBelow.get(word)
    if (known !== undefined) return known
    const routes = routesFrom(word, dataRoutes)
    if (routes.length === 0) return dataRoutes
    routesBelow.set(word, routes)
    return routes
  }

  /** As the browser's router begins, so that no loader has to run: a twin that was forgotten ends the build anyway. */
  function contextOf(state: PageState): StaticHandlerContext {
    const pathname = underBase(base, state.path)
    const matches = matchRoutes(candidatesFor(state.path), pathname, base) ?? []
    const shows = matches.at(-1)?.route.element ?? null
    const { loaderData, errors } = dataOf(state)
    if (errors === null && shows === null)
      throw new Error(`${state.path} is to be a page, but no route leads there`)
    return {
      basename: base,
      location: { pathname, search: '', hash: '', state: null, key: 'default' },
      // The handler made ids for all of its routes.
      matches: matches as StaticHandlerContext['matches'],
      loaderData,
      errors,
      actionData: null,
      statusCode: 200,
      loaderHeaders: {},
      actionHeaders: {},
    }
  }
}

/** The routes that begin with that word, below what is above them. */
const routesFrom = (word: string, routes: readonly DataRouteObject[]): DataRouteObject[] =>
  routes.flatMap((route) => {
    if (route.path?.split('/')[0] === word) return route
    const children = routesFrom(word, route.children ?? [])
    return children.length > 0 && !route.index ? { ...route, children } : []
  })

/** React puts the tags that belong in the head first, where there is no head to hoist them into. */
function splitHead(html: string): { head: string; body: string } {
  const head = /^(?:<title>.*?<\/title>|<(?:meta|link)\b[^>]*>)*/s.exec(html)?.[0] ?? ''
  return { head, body: html.slice(head.length) }
}

/** React writes void elements as XML does and some attributes as JavaScript does. */
const asHtml = (html: string): string =>
  html.replace(otherwiseWritten, (tag, isVoid) => {
    const opened = tag.endsWith('/') ? tag.slice(0, -1) : tag
    if (isVoid !== undefined) return opened
    return opened
      .replace(/ (dateTime|autoComplete|enterKeyHint|popoverTarget)="/g, (name) =>
        name.toLowerCase(),
      )
      .replace(/ (open|selected)=""/g, ' $1')
  })

const otherwiseWritten =
  /<(?:(br|hr|img|link|meta)|button|details|input|option|time)\b(?:[^>"]|"[^"]*")*/g
