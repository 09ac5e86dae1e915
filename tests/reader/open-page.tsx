import { QueryClient } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import { createMemoryRouter } from 'react-router'
import { afterEach } from 'vitest'
import type { BlogTwin, PopularTwin, PostSummary, PostTwin } from '../../src/core/twins.ts'
import { App } from '../../src/reader/App.tsx'
import { seed } from '../../src/reader/page-state.ts'
import { createRoutes } from '../../src/reader/routes.tsx'

afterEach(cleanup)

export const blog: BlogTwin = {
  title: 'Workshop Notes',
  description: 'A blog about benches.',
  url: 'https://example.org/',
  language: 'en',
  comments: true,
  tags: true,
  share: [],
  pages: [
    { name: 'about', title: 'About' },
    { name: 'small-print', title: 'Small print', unlisted: true },
  ],
  links: [{ title: 'The shop', url: 'https://example.org/shop/' }],
}
export const noPopular: PopularTwin = {
  title: '',
  basis: 'date',
  window: 'all',
  items: [],
}

/** Opens a page of the app, with the given twins already there, as a reader would see it. */
export async function openPage(path: string, twins: Record<string, unknown>): Promise<void> {
  const queryClient = new QueryClient()
  const all = { '/blog.json': blog, '/popular.json': noPopular, ...twins }
  seed(queryClient, { path, twins: all })
  const router = createMemoryRouter(createRoutes(queryClient), { initialEntries: [path] })
  await new Promise<void>((resolve) => {
    if (router.state.initialized) resolve()
    else router.subscribe(({ initialized }) => initialized && resolve())
  })
  render(<App router={router} queryClient={queryClient} />)
}

export function summary(slug: string, name: string): PostSummary {
  return {
    id: slug,
    url: `https://example.org/posts/${slug}/`,
    title: name,
    summary: `What ${name} is about.`,
    tags: [],
    _lectern: { slug, name, minutes: 2 },
  }
}

export function post(slug: string, name: string): PostTwin {
  const { _lectern, ...rest } = summary(slug, name)
  return {
    ...rest,
    content_html: `<p>The text of ${name}.</p>`,
    authors: [],
    _lectern: { ..._lectern, words: 5, related: [], comments: [] },
  }
}
