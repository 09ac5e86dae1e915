import { needs } from '../queries.ts'
import { ArchivePage } from './ArchivePage.tsx'
import {
  archiveQuery,
  rankingQuery,
  searchQuery,
  tagQuery,
  tagsQuery,
  yearQuery,
} from './queries.ts'
import { RankingPage } from './RankingPage.tsx'
import { SearchPage } from './SearchPage.tsx'
import { TagPage } from './TagPage.tsx'
import { TagsPage } from './TagsPage.tsx'
import { YearPage } from './YearPage.tsx'

/** The pages by which posts are found, in a script of their own: who only reads never fetches it. */
export const findingPages = {
  archive: { Page: ArchivePage, ...needs(() => archiveQuery) },
  year: { Page: YearPage, ...needs(({ year = '' }) => yearQuery(year)) },
  tags: { Page: TagsPage, ...needs(() => tagsQuery) },
  tag: { Page: TagPage, ...needs(({ tag = '', page = 1 }) => tagQuery(tag, Number(page))) },
  ranking: {
    Page: RankingPage,
    ...needs(({ window = 'all', page = 1 }) => rankingQuery(window, Number(page))),
  },
  search: { Page: SearchPage, ...needs(() => searchQuery) },
}

export type FindingPages = typeof findingPages
