import { archivePath, undated } from '../../core/addresses.ts'
import type { ArchiveTwin } from '../../core/finding-twins.ts'
import { groupedBy } from '../../core/grouped-by.ts'
import { Heading } from '../components/Heading.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { hrefOf } from '../links.ts'
import type { PageProps } from '../Page.tsx'

type Year = ArchiveTwin['years'][number]

/** All years of the blog, by decade, and how many posts each month of them has. */
export function ArchivePage({
  blog,
  twin: { years, undated: withoutDate },
}: PageProps<ArchiveTwin>) {
  return (
    <div className="archive">
      <PageHead
        blog={blog}
        title="Archive"
        description={`Every post of ${blog.title}, by year and month.`}
        path={archivePath()}
      />
      <Heading lang="en">Archive</Heading>
      {years.length === 0 && withoutDate === 0 && (
        <p className="quiet" lang="en">
          No posts yet
        </p>
      )}
      {[...groupedBy(years, decadeOf)].map(([decade, years]) => (
        <section key={decade} aria-labelledby={`decade-${decade}`}>
          <h2 id={`decade-${decade}`} lang="en">
            {decade}s <span className="count">({countOf(years)})</span>
          </h2>
          <ul>
            {years.map((year) => (
              <YearEntry key={year.year} year={year} />
            ))}
          </ul>
        </section>
      ))}
      {withoutDate > 0 && (
        <section aria-labelledby="undated">
          <h2 id="undated" lang="en">
            <a href={hrefOf(archivePath(undated))}>Without a date</a>{' '}
            <span className="count">({withoutDate})</span>
          </h2>
        </section>
      )}
    </div>
  )
}

function YearEntry({ year: { year, count, months } }: { year: Year }) {
  return (
    <li>
      <h3>
        <a href={hrefOf(archivePath(year))}>{year}</a> <span className="count">({count})</span>
      </h3>
      <ul className="months">
        {[...months].reverse().map(({ month, name, count, page }) => (
          <li key={month}>
            <a href={`${hrefOf(archivePath(year, page))}#month-${month}`}>
              {name} <span className="count">({count})</span>
            </a>
          </li>
        ))}
      </ul>
    </li>
  )
}

const decadeOf = ({ year }: Year): string => `${year.slice(0, 3)}0`

const countOf = (years: readonly Year[]): number => years.reduce((sum, { count }) => sum + count, 0)
