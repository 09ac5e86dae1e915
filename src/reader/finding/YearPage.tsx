import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { archivePath, undated } from '../../core/addresses.ts'
import type { YearTwin } from '../../core/finding-twins.ts'
import { LinkToPost } from '../components/LinkToPost.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { hrefOf } from '../links.ts'
import { blogQuery } from '../queries.ts'
import { yearQuery } from './queries.ts'

/** The titles of a year, by month; or those of posts without a date. */
export function YearPage() {
  const { year: name = '' } = useParams()
  const { data: blog } = useSuspenseQuery(blogQuery)
  const { data: twin } = useSuspenseQuery(yearQuery(name))
  const title = twin.year === undefined ? 'Posts without a date' : `Posts of ${twin.year}`
  return (
    <div className="archive">
      <PageHead
        blog={blog}
        title={title}
        description={`${title} in ${blog.title}.`}
        path={archivePath(name)}
      />
      <p className="meta" lang="en">
        <a href={hrefOf(archivePath())}>Archive</a>
      </p>
      <h1 lang="en">{title}</h1>
      {twin.months.map((month) => (
        <Month key={`${name} ${month.month}`} month={month} />
      ))}
      {(twin.next ?? twin.previous) !== undefined && (
        <nav className="pages" lang="en" aria-label="Years">
          {twin.next !== undefined && <YearLink year={twin.next} rel="prev" />}
          {twin.previous !== undefined && <YearLink year={twin.previous} rel="next" />}
        </nav>
      )}
    </div>
  )
}

/** Open, since the titles are what one came for; closed, it makes way for the next month. */
function Month({ month: { month, name, posts } }: { month: YearTwin['months'][number] }) {
  const titles = (
    <ol>
      {posts.map(({ day, date_published, ...post }) => (
        <li key={post.slug}>
          <LinkToPost {...post} />
          {day !== undefined && <time dateTime={date_published}>{day}</time>}
        </li>
      ))}
    </ol>
  )
  if (name === '') return titles
  return (
    <details id={`month-${month}`} open>
      <summary>
        <h2>{name}</h2> <span className="count">({posts.length})</span>
      </summary>
      {titles}
    </details>
  )
}

const YearLink = ({ year, rel }: { year: string; rel: string }) => (
  <a href={hrefOf(archivePath(year))} rel={rel}>
    {year === undated ? 'Without a date' : year}
  </a>
)
