import { useSuspenseQuery } from '@tanstack/react-query'
import { type MouseEvent, useEffect, useState } from 'react'
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router'
import { archivePath, homePath, pagePath, searchPath, tagsPath } from '../../core/addresses.ts'
import type { BlogTwin } from '../../core/twins.ts'
import { hrefOf } from '../links.ts'
import { blogQuery } from '../queries.ts'
import { scrollKey } from '../same-place.ts'
import { PopularPosts } from './PopularPosts.tsx'
import { ReadingSettings } from './ReadingSettings.tsx'
import { useArrival } from './use-arrival.ts'
import { writtenIn } from './written-in.ts'

/** What stands around every page. */
export function Layout() {
  const { data: blog } = useSuspenseQuery(blogQuery)
  useArrival()
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it is a link to a place in the page, with or without this handler */}
      <a className="skip" lang="en" href="#main" onClick={focusMain}>
        Skip to main content
      </a>
      <Progress />
      <header className="masthead">
        <a className="masthead-title" href={hrefOf(homePath())}>
          {blog.title}
        </a>
        <Navigation blog={blog} />
      </header>
      <div className="columns">
        <main id="main" tabIndex={-1}>
          <Outlet />
        </main>
        <PopularPosts />
      </div>
      <footer className="colophon">
        <p>
          <a href={hrefOf(homePath())}>{blog.title}</a>
          {blog.description && <span> {blog.description}</span>}
        </p>
      </footer>
      <ScrollRestoration getKey={scrollKey} />
    </>
  )
}

function Navigation({ blog: { pages, links, tags } }: { blog: BlogTwin }) {
  return (
    <nav aria-label="Main">
      <ul>
        <Place title="Home" url={hrefOf(homePath())} lang="en" />
        <Place title="Archive" url={hrefOf(archivePath())} lang="en" />
        {tags && <Place title="Tags" url={hrefOf(tagsPath)} lang="en" />}
        <Place title="Search" url={hrefOf(searchPath)} lang="en" />
        {pages
          .filter(({ unlisted }) => !unlisted)
          .map(({ title, name, language }) => (
            <Place key={name} title={title} url={hrefOf(pagePath(name))} {...writtenIn(language)} />
          ))}
        {links.map((link) => (
          <Place key={link.title + link.url} {...link} />
        ))}
        <li>
          <ReadingSettings />
        </li>
      </ul>
    </nav>
  )
}

function Place({
  title,
  url,
  me,
  ...written
}: BlogTwin['links'][number] & { lang?: string; dir?: string }) {
  const here = hrefOf(useLocation().pathname)
  return (
    <li>
      <a
        href={url}
        {...written}
        rel={me ? 'me' : undefined}
        aria-current={url === here ? 'page' : undefined}
      >
        {title}
      </a>
    </li>
  )
}

/** A line that shows itself when a move takes longer than a moment. */
function Progress() {
  return useNavigation().state === 'idle' ? null : <Loading />
}

/** What has to be waited for is told, too, but not each move. */
function Loading() {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(setSlow, 1000, true)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="progress" aria-live="polite">
      {isSlow && (
        <span className="visually-hidden" lang="en">
          Loading…
        </span>
      )}
    </div>
  )
}

/** The link works without this too, but would leave "#main" in the address and an entry in the history. */
function focusMain(event: MouseEvent): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
