import { isTelling } from './folder-names.ts'

/** What made a site of its files. */
export type Generator =
  | 'jekyll'
  | 'hugo'
  | 'hexo'
  | 'docusaurus'
  | 'astro'
  | 'eleventy'
  | 'gatsby'
  | 'plain'

export interface FoundSite {
  generator: Generator
  /** The folder of its settings, with a "/" at its end; empty where that is the source's own. */
  root: string
}

const marks: [file: RegExp, generator: Generator][] = [
  [/^hugo\.(toml|ya?ml|json)$/, 'hugo'],
  [/^docusaurus\.config\.[cm]?[jt]s$/, 'docusaurus'],
  [/^astro\.config\.[cm]?[jt]s$/, 'astro'],
  [/^(\.eleventy|eleventy\.config)\.[cm]?[jt]s$/, 'eleventy'],
  [/^gatsby-config\.[cm]?[jt]s$/, 'gatsby'],
  [/^_config\.(ya?ml|toml)$/, 'jekyll'],
  [/^config\.(toml|ya?ml|json)$/, 'hugo'],
]
const foreignFolders =
  /(^|\/)(node_modules|themes?|vendor|exampleSite|\.[^/]+|_site|public|dist|scaffolds)\//

/** The site whose settings lie the least deep. */
export function findSite(names: readonly string[]): FoundSite {
  const folders = foldersOf(names)
  const found = names.flatMap((name) => siteMarkedBy(name, folders))
  const [first] = found.sort((a, b) => a.depth - b.depth || a.rank - b.rank)
  if (first !== undefined) return first
  const posts = [...folders].filter((folder) => /(^|\/)_posts\/$/.test(folder)).sort()[0]
  if (posts !== undefined) return { generator: 'jekyll', root: posts.replace(/_posts\/$/, '') }
  return { generator: 'plain', root: commonFolder(names) }
}

function siteMarkedBy(
  name: string,
  folders: ReadonlySet<string>,
): (FoundSite & { depth: number; rank: number })[] {
  if (foreignFolders.test(name)) return []
  const isSplitConfig = /(^|\/)config\/_default\/[^/]+\.(toml|ya?ml|json)$/.test(name)
  const marker = isSplitConfig ? name.replace(/config\/_default\/[^/]+$/, 'hugo.toml') : name
  const root = marker.slice(0, marker.lastIndexOf('/') + 1)
  const rank = marks.findIndex(([file]) => file.test(marker.slice(root.length)))
  const generator = marks[rank]?.[1]
  if (generator === undefined) return []
  const site = { root, depth: root.split('/').length, rank }
  if (generator === 'jekyll' && isHexo(root, folders)) return [{ ...site, generator: 'hexo' }]
  const isHugo = /hugo|^(.*\/)?config\//.test(marker) || hasAny(folders, root, hugoFolders)
  return generator === 'hugo' && !isHugo ? [] : [{ ...site, generator }]
}

const hugoFolders = ['content/', 'archetypes/', 'layouts/']

/** Octopress, a Jekyll, has its posts in `source/` too, but no scaffolds. */
const isHexo = (root: string, folders: ReadonlySet<string>): boolean =>
  hasAny(folders, root, ['scaffolds/']) ||
  (hasAny(folders, root, ['source/_posts/']) && !hasAny(folders, root, ['plugins/', '_layouts/']))

const hasAny = (folders: ReadonlySet<string>, root: string, wanted: string[]): boolean =>
  wanted.some((folder) => folders.has(root + folder))

function foldersOf(names: readonly string[]): Set<string> {
  const folders = new Set<string>()
  for (const name of names)
    for (let at = name.lastIndexOf('/'); at !== -1; at = name.lastIndexOf('/', at - 1)) {
      const folder = name.slice(0, at + 1)
      if (folders.has(folder)) break
      folders.add(folder)
      if (at === 0) break
    }
  return folders
}

/** The folder that all of them lie in, unless its name says something of what is in it. */
function commonFolder(names: readonly string[]): string {
  const [first = '', ...others] = names
  let common = first.slice(0, first.lastIndexOf('/') + 1)
  for (const name of others) while (!name.startsWith(common)) common = parentOf(common)
  const folders = common.split('/').slice(0, -1)
  const telling = folders.findIndex(isTelling)
  if (telling === -1) return common
  return folders.slice(0, telling).reduce((path, name) => `${path}${name}/`, '')
}

const parentOf = (folder: string): string =>
  folder.slice(0, folder.slice(0, -1).lastIndexOf('/') + 1)
