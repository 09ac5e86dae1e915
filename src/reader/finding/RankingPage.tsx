import { popularPath } from '../../core/addresses.ts'
import type { RankingTwin } from '../../core/finding-twins.ts'
import { Heading } from '../components/Heading.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { furtherPage, Pages } from '../components/Pages.tsx'
import { PostEntry } from '../components/PostEntry.tsx'
import { hrefOf } from '../links.ts'
import type { PageProps } from '../Page.tsx'

/** The popular posts, all of them, best first. */
export function RankingPage({ blog, twin: { items, _lectern } }: PageProps<RankingTwin>) {
  const { title, language, basis, window, windows, first, page, pages } = _lectern
  const ofTime = window === 'all' ? '' : `: ${names[window].toLowerCase()}`
  const further = ofTime + furtherPage(page)
  return (
    <>
      <PageHead
        blog={blog}
        title={title + further}
        description={`${title}: ${blog.title}.`}
        path={popularPath(window, page)}
      />
      <Heading lang={language}>
        {title}
        <span lang="en">{further}</span>
      </Heading>
      <p className="quiet" lang="en">
        {bases[basis]}
      </p>
      {windows.length > 1 && <Windows windows={windows} open={window} />}
      <ol className="ranking" start={first}>
        {items.map((post) => (
          <li key={post._lectern.slug}>
            <PostEntry post={post} />
          </li>
        ))}
      </ol>
      <Pages
        page={page}
        pages={pages}
        pathOf={(page) => popularPath(window, page)}
        newer="Higher places"
        older="Further places"
      />
    </>
  )
}

const bases = {
  picked: 'Picked by hand',
  views: 'By how often they were read',
  comments: 'By how many comments they have',
  date: 'The newest first',
}

const names = { all: 'All time', year: 'Past year', month: 'Past month', week: 'Past week' }

function Windows({ windows, open }: { windows: RankingTwin['_lectern']['windows']; open: string }) {
  return (
    <nav className="windows" lang="en" aria-label="Time">
      {windows.map((window) => (
        <a
          key={window}
          href={hrefOf(popularPath(window))}
          aria-current={window === open ? 'page' : undefined}
        >
          {names[window]}
        </a>
      ))}
    </nav>
  )
}
