import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation, useNavigate, useRouteError } from 'react-router'
import { archivePath, homePath } from '../../core/addresses.ts'
import { Heading } from '../components/Heading.tsx'
import { inEnglish } from '../components/written-in.ts'
import { MissingError, StrangeError, UnreachableError } from '../fetch-twin.ts'
import { hrefOf } from '../links.ts'
import { blogQuery } from '../queries.ts'

/** Tells apart what may go wrong: nothing at the address, no answer, or a fault of ours. */
export function ErrorPage() {
  const error = useRouteError()
  if (error instanceof MissingError) return <MissingPage />
  if (error instanceof UnreachableError) return <UnreachablePage error={error} />
  return <BrokenPage />
}

function MissingPage() {
  return (
    <Apology title="There is no page here">
      <p>
        The address may have a slip in it, or what stood here has moved away. All posts are in the{' '}
        <a href={hrefOf(archivePath())}>archive</a>.
      </p>
      <WaysOn />
    </Apology>
  )
}

function UnreachablePage({ error }: { error: UnreachableError }) {
  const navigate = useNavigate()
  const location = useLocation()
  const isTriedAgain = useRef(false)
  // A page that is opened afresh comes with an app that can read it.
  useEffect(() => {
    if (isTriedAgain.current && error instanceof StrangeError) window.location.reload()
  }, [error])
  const tryAgain = async () => {
    isTriedAgain.current = true
    // With its #fragment, the router would take the address for a place on the page that is open.
    await navigate({ ...location, hash: '' }, { replace: true })
    if (location.hash !== '') await navigate(location, { replace: true })
  }
  return (
    <Apology title="This page did not arrive">
      <p>
        You may be offline, or the blog’s host may be having a bad moment. Nothing is lost: try
        again when you like.
      </p>
      <WaysOn>
        <button type="button" onClick={() => void tryAgain()}>
          Try again
        </button>
      </WaysOn>
    </Apology>
  )
}

function BrokenPage() {
  // It may break after the reader arrived, and take what has the focus away.
  useEffect(() => document.querySelector<HTMLElement>('main h1')?.focus(), [])
  return (
    <Apology title="Something broke on this page">
      <p>
        That is a fault in the blog’s software, and nothing that you did. Loading the page afresh
        often helps.
      </p>
      <WaysOn target="_self">
        <button type="button" onClick={() => window.location.reload()}>
          Load it again
        </button>
      </WaysOn>
    </Apology>
  )
}

/** With a target, the browser goes there itself. */
const WaysOn = ({ children, target }: { children?: ReactNode; target?: '_self' }) => (
  <p className="ways-on">
    {children}
    <a href={hrefOf(homePath())} target={target}>
      See the newest posts
    </a>
  </p>
)

function Apology({ title, children }: { title: string; children: ReactNode }) {
  // Even that may not have arrived.
  const blog = useQueryClient().getQueryData(blogQuery.queryKey)
  return (
    <div className="post" {...inEnglish}>
      <title>{blog ? `${title} · ${blog.title}` : title}</title>
      <meta name="robots" content="noindex" />
      <Heading tabIndex={-1}>{title}</Heading>
      <div className="prose">{children}</div>
    </div>
  )
}
