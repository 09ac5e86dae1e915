import {
  archivePath,
  popularPath,
  searchPath,
  tagPath,
  tagsPath,
  twinPath,
} from '../../core/addresses.ts'
import {
  ArchiveTwin,
  RankingTwin,
  SearchTwin,
  TagsTwin,
  TagTwin,
  YearTwin,
} from '../../core/finding-twins.ts'
import { twinQuery } from '../queries.ts'

export const archiveQuery = twinQuery(twinPath(archivePath()), ArchiveTwin)
export const yearQuery = (year: string) => twinQuery(twinPath(archivePath(year)), YearTwin)
export const tagsQuery = twinQuery(twinPath(tagsPath), TagsTwin)
/** `name` is the tag's part of the address, decoded. */
export const tagQuery = (name: string, page: number) =>
  twinQuery(twinPath(tagPath(name, page)), TagTwin)
export const rankingQuery = (window: string, page: number) =>
  twinQuery(twinPath(popularPath(window, page)), RankingTwin)
export const searchQuery = twinQuery(twinPath(searchPath), SearchTwin)
