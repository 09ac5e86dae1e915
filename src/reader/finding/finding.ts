import { archivePath, popularPath, searchPath, tagPath, tagsPath } from '../../core/addresses.ts'
import {
  ArchiveTwin,
  RankingTwin,
  SearchTwin,
  TagsTwin,
  TagTwin,
  YearTwin,
} from '../../core/finding-twins.ts'
import { pageOf } from '../Page.tsx'
import { ArchivePage } from './ArchivePage.tsx'
import { RankingPage } from './RankingPage.tsx'
import { SearchPage } from './SearchPage.tsx'
import { TagPage } from './TagPage.tsx'
import { TagsPage } from './TagsPage.tsx'
import { YearPage } from './YearPage.tsx'

/** The pages by which posts are found, in a script of their own: who only reads never fetches it. */
export const findingPages = {
  archive: pageOf(ArchivePage, ArchiveTwin, () => archivePath()),
  year: pageOf(YearPage, YearTwin, ({ year, page = 1 }) => archivePath(year, Number(page))),
  tags: pageOf(TagsPage, TagsTwin, () => tagsPath),
  tag: pageOf(TagPage, TagTwin, ({ tag = '', page = 1 }) => tagPath(tag, Number(page))),
  ranking: pageOf(RankingPage, RankingTwin, ({ window = 'all', page = 1 }) =>
    popularPath(window, Number(page)),
  ),
  search: pageOf(SearchPage, SearchTwin, () => searchPath),
}

export type FindingPages = typeof findingPages
