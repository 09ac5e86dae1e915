import { hrefOf } from '../links.ts'

interface PagesProps {
  page: number
  pages: number
  pathOf: (page: number) => string
  newer?: string
  older?: string
}

/** What a title ends with on the pages after the first. */
export const furtherPage = (page: number): string => (page === 1 ? '' : `, page ${page}`)

/** The way through a list in pages. */
export function Pages({
  page,
  pages,
  pathOf,
  newer = 'Newer posts',
  older = 'Older posts',
}: PagesProps) {
  if (pages === 1) return null
  return (
    <nav className="pages" lang="en" aria-label="Pages">
      {page > 1 && (
        <a href={hrefOf(pathOf(page - 1))} rel="prev">
          {newer}
        </a>
      )}
      <span className="quiet">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a href={hrefOf(pathOf(page + 1))} rel="next">
          {older}
        </a>
      )}
    </nav>
  )
}
