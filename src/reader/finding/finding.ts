import type { QueryClient } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import type { Params } from 'react-router'
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

export interface FindingPage {
  Page: ComponentType
  load: (queryClient: QueryClient, params: Params) => Promise<unknown>
}

/** The pages by which posts are found, in a script of their own: who only reads never fetches it. */
export const findingPages = {
  archive: { Page: ArchivePage, load: (client) => client.ensureQueryData(archiveQuery) },
  year: {
    Page: YearPage,
    load: (client, { year = '' }) => client.ensureQueryData(yearQuery(year)),
  },
  tags: { Page: TagsPage, load: (client) => client.ensureQueryData(tagsQuery) },
  tag: {
    Page: TagPage,
    load: (client, { tag = '', page = 1 }) => client.ensureQueryData(tagQuery(tag, Number(page))),
  },
  ranking: {
    Page: RankingPage,
    load: (client, { window = 'all', page = 1 }) =>
      client.ensureQueryData(rankingQuery(window, Number(page))),
  },
  search: { Page: SearchPage, load: (client) => client.ensureQueryData(searchQuery) },
} satisfies Record<string, FindingPage>

export type FindingPages = typeof findingPages
