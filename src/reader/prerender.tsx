import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router'
import { underBase } from '../core/addresses.ts'
import type { Prerender } from '../core/prerender.ts'
import { MissingError } from './fetch-twin.ts'
import { seed, serialise } from './page-state.ts'
import { createQueryClient } from './queries.ts'
import { createRoutes } from './routes.tsx'

/** Makes the function that renders pages of the site served under `base`, one after the other. */
export function createPrerender(base: string): Prerender {
  const queryClient = createQueryClient()
  const handler = createStaticHandler(createRoutes(queryClient), { basename: base })

  return async (state) => {
    queryClient.clear()
    seed(queryClient, state)
    const context = await handler.query(
      new Request(`http://localhost${underBase(base, state.path)}`),
    )
    if (context instanceof Response) throw new Error(`${state.path} answered with a redirect`)
    const [error] = Object.values(context.errors ?? {})
    if (state.missing ? !(error instanceof MissingError) : error !== undefined)
      throw error ?? new Error(`${state.path} is a page, but was to be missing`)

    const html = asHtml(
      renderToString(
        <StrictMode>
          <QueryClientProvider client={queryClient}>
            <StaticRouterProvider
              router={createStaticRouter(handler.dataRoutes, context)}
              context={context}
              hydrate={false}
            />
          </QueryClientProvider>
        </StrictMode>,
      ),
    )
    return { ...splitHead(html), state: serialise(state) }
  }
}

/** React puts the tags that belong in the head first, where there is no head to hoist them into. */
function splitHead(html: string): { head: string; body: string } {
  const head = /^(?:<title>.*?<\/title>|<(?:meta|link)\b[^>]*>)*/s.exec(html)?.[0] ?? ''
  return { head, body: html.slice(head.length) }
}

/** React writes void elements as XML does and one attribute as JavaScript does. */
const asHtml = (html: string): string =>
  html
    .replace(/<(br|hr|img|link|meta)\b((?:[^>"]|"[^"]*")*?)\/>/g, '<$1$2>')
    .replaceAll('<time dateTime="', '<time datetime="')
