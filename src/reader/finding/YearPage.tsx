import { archivePath, undated } from '../../core/addresses.ts'
import type { YearTwin } from '../../core/finding-twins.ts'
import { Heading } from '../components/Heading.tsx'
import { LinkToPost } from '../components/LinkToPost.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { furtherPage, Pages } from '../components/Pages.tsx'
import { hrefOf } from '../links.ts'
import type { PageProps } from '../Page.tsx'

/** The titles of a year, by month; or those of posts without a date. */
export function YearPage({ blog, twin }: PageProps<YearTwin>) {
  const { year, months, previous, next, page = 1, pages = 1 } = twin
  const title =
    (year === undefined ? 'Posts without a date' : `Posts of ${year}`) + furtherPage(page)
  return (
    <div className="archive">
      <PageHead
        blog={blog}
        title={title}
        description={`${title} in ${blog.title}.`}
        path={archivePath(year ?? undated, page)}
      />
      <p className="meta" lang="en">
        <a href={hrefOf(archivePath())}>Archive</a>
      </p>
      <Heading lang="en">{title}</Heading>
      {months.map((month) => (
        <Month key={`${year} ${month.month}`} month={month} />
      ))}
      <Pages page={page} pages={pages} pathOf={(page) => archivePath(year ?? undated, page)} />
      {(next ?? previous) !== undefined && (
        <nav className="pages" lang="en" aria-label="Years">
          {next !== undefined && <YearLink year={next} rel="prev" />}
          {previous !== undefined && <YearLink year={previous} rel="next" />}
        </nav>
      )}
    </div>
  )
}

/** Open, since the titles are what one came for; closed, it makes way for the next month. */
function Month({ month }: { month: YearTwin['months'][number] }) {
  const { name, posts, count = posts.length } = month
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
    <details id={`month-${month.month}`} open>
      <summary>
        <h2>{name}</h2> <span className="count">({count})</span>
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
