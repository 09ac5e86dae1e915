import {
  archivePath,
  feedAliases,
  feedPath,
  homePath,
  jsonFeedPath,
  placeKey,
  popularPath,
  searchPath,
  sitemapPath,
  tagFeedPath,
  tagPath,
  tagsPath,
  undated,
} from '../../core/addresses.ts'
import { windows } from '../../core/popular.ts'
import type { Spellings } from '../../core/tags.ts'
import type { Source } from './read-sources.ts'

/** What a text may refer to: the site's pages, and files of the content folder. */
export interface Targets {
  /** The path of the post or page that a file of the content folder became. */
  byFile: ReadonlyMap<string, string>
  paths: ReadonlySet<string>
  /** The paths of tags' pages, by their keys: letters' case tells no tags apart. */
  tags: ReadonlyMap<string, string>
  /** Old addresses and the paths that they lead to. */
  aliases: ReadonlyMap<string, string>
  /** The files and paths of texts that are not to be seen, or not yet, and of the lists that they are on. */
  held: ReadonlySet<string>
}

/** Told by the texts' front matter: a text may be rendered, and its links understood, before lists are made. */
export function targetsOf(
  { published, held }: { published: readonly Source[]; held: readonly Source[] },
  aliases: ReadonlyMap<string, string>,
  spellings: Spellings,
): Targets {
  const tags = [...spellings.values()]
  return {
    byFile: new Map(published.map(({ file, path }) => [file, path])),
    paths: new Set([
      ...ownPaths,
      ...published.map(({ path }) => path),
      ...tags.flatMap((tag) => [tagPath(tag), tagFeedPath(tag)]),
      ...yearsOf(published).map((year) => archivePath(year)),
    ]),
    tags: new Map(tags.map((tag) => [placeKey(tagPath(tag)), tagPath(tag)])),
    aliases,
    held: new Set([
      ...held.flatMap(({ file, path, fields }) => [
        file,
        path,
        ...fields.aliases,
        ...fields.tags.map((tag) => tagPath(tag)),
      ]),
      ...yearsOf(held).map((year) => archivePath(year)),
    ]),
  }
}

/** Those that the archive has a page of. */
const yearsOf = (sources: readonly Source[]): string[] => [
  ...new Set(
    sources.flatMap(({ kind, fields: { date } }) =>
      kind === 'post' ? (date?.slice(0, 4) ?? undated) : [],
    ),
  ),
]

/** What the site has whatever is in its texts. */
const ownPaths = [
  homePath(),
  feedPath,
  jsonFeedPath,
  ...feedAliases,
  sitemapPath,
  archivePath(),
  tagsPath,
  searchPath,
  ...windows.map((window) => popularPath(window)),
]
