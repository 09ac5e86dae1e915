import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import {
  feedAliases,
  feedFolderAlias,
  feedPath,
  fileAt,
  hasQuery,
  homePath,
  manifestPath,
  notFoundPath,
  offlinePath,
  pageFileAt,
  pagePath,
  popularTwinPath,
  postPath,
  publicAddress,
  sitemapPath,
  underBase,
  workerPath,
} from '../core/addresses.ts'
import { ahead } from './ahead.ts'
import type { BuiltApp } from './app/built-app.ts'
import type { Cache } from './cache/cache.ts'
import type { Content } from './content/load-content.ts'
import { ContentError } from './content/problems.ts'
import { isFile } from './content/written-paths.ts'
import { digestOf } from './digest.ts'
import { writeFeeds } from './feeds/write-feeds.ts'
import { headerRules, headersFile, manifestFile, redirectsFile, robotsFile } from './hosts.ts'
import { aliasPage, withoutFinding } from './html-page.ts'
import { filesByLinks } from './list-files.ts'
import { isNobodys } from './out-folder.ts'
import type { PreviewOf } from './previews.ts'
import { writeSearch } from './search/write-search.ts'
import type { SiteFolder } from './site-folder.ts'
import { type SitemapEntry, sitemapFiles } from './sitemap.ts'
import { pageWriter } from './threads/page-writer.ts'
import type { Threads } from './threads/threads.ts'
import { listPages } from './twins/list-twins.ts'
import { pagePages, postPages, type SitePage, sharedTwins, twinFile } from './twins/site-pages.ts'

/** What a site is written of. */
interface Writing {
  content: Content
  /** The content folder. */
  folder: string
  app: BuiltApp
  site: SiteFolder
  previewOf: PreviewOf
  cache: Cache
  threads: Threads
  /** Settled when the content's related posts are known. */
  finding: Promise<void>
}

/** Writes every page with its JSON twin, and everything else that the content makes of itself. */
export async function writeSite({
  content,
  folder,
  app,
  site,
  previewOf,
  cache,
  threads,
  finding,
}: Writing): Promise<void> {
  const { base, settings } = content
  site.copyPublic(app.files, replaceable)
  const shared = sharedTwins(content, previewOf)
  const posts = postPages(content, previewOf)
  for (const [path, twin] of Object.entries(shared))
    site.writeText(path.slice(1), JSON.stringify(twin))
  // Related posts keep one thread at work, and pages wait for them.
  const search = ahead(finding.then(() => writeSearch(content.posts, site, cache, threads)))

  const look = {
    template: withoutFinding(app.template),
    findingTemplate: app.template,
    prerender: app.prerender,
    base,
    language: settings.language,
    shared,
  }
  const writer = pageWriter(threads, look, site.staging)
  const around = digestOf(app.digest + JSON.stringify(shared))
  const write = async (pages: readonly SitePage[]) => {
    for (const { path, twin, digest: digestTwin } of pages) {
      const digest = digestTwin()
      const html = site.needed(fileAt(path), around + digest)
      const json = site.needed(twinFile(path), digest)
      if (html || json) await writer.add({ path, twin: twin(), html, json })
    }
    writer.flush()
    // Threads get no work while this one never waits.
    await setImmediate()
  }
  const writingPosts = ahead(finding.then(() => write(posts)))
  await write(pagePages(content, previewOf))
  for (const path of [notFoundPath, offlinePath]) {
    const html = site.needed(fileAt(path), around)
    if (html) await writer.add({ path, twin: undefined, html, json: undefined })
  }
  await write(listPages(content))

  site.writeText(fileAt(workerPath), workerFile(app, around))
  writeAliases(content, site)
  copyFiles(content, folder, site)
  if (settings.url !== undefined) {
    const pages = new Map(posts.map((page) => [page.path, page]))
    const popular = shared[popularTwinPath]
    writeFeeds({ content, folder, url: settings.url, pages, popular }, site)
    for (const [path, text] of sitemapFiles(settings.url, sitemapOf(content)))
      site.writeText(fileAt(path), text)
  }
  writeForHosts(content, app, site)
  // While related posts are still being found.
  for (const { withoutRelated } of posts) withoutRelated.digest()
  await writingPosts
  await Promise.all([writer.finish(), search])
}

/** The worker's script. With `edition`, it changes when the page does that it shows for those that don't arrive. */
function workerFile({ files, worker }: BuiltApp, edition: string): string {
  const names = [...files.keys()].filter((file) => file.startsWith('assets/'))
  return `// ${edition}\nconst appFiles=${JSON.stringify(names)};\n${worker}`
}

function writeAliases(content: Content, site: SiteFolder): void {
  const { aliases, base, settings, posts, pages } = content
  const { url } = settings
  const pageTo = (path: string) => {
    const href = underBase(base, path)
    return { href, canonical: url === undefined ? href : publicAddress(url, path) }
  }
  const texts = new Map([...posts, ...pages].map((text) => [text.path, text]))
  for (const [old, path] of aliases) {
    if (hasQuery(old)) continue
    const { givenTitle: title, language = settings.language } = texts.get(path) ?? {}
    const said = title === undefined ? {} : { title, lang: language }
    site.writeText(pageFileAt(old), aliasPage({ ...pageTo(path), ...said }))
  }
  if (url === undefined) return
  const feed = pageTo(feedPath)
  site.writeText(pageFileAt(feedFolderAlias), aliasPage({ ...feed, feed: feed.href }))
}

/** What search engines are to find. Lists are on the way to posts, and change with each. */
const sitemapOf = ({ posts, pages }: Content): SitemapEntry[] => [
  { path: homePath(), changed: undefined },
  ...posts.map(({ slug, date, updated }) => ({ path: postPath(slug), changed: updated ?? date })),
  ...pages.map(({ name }) => ({ path: pagePath(name), changed: undefined })),
]

/** An owner's own of these, in `public`, stands. */
const replaceable: ReadonlySet<string> = new Set([
  '_headers',
  '_redirects',
  '.nojekyll',
  'robots.txt',
  ...[manifestPath, notFoundPath, offlinePath, workerPath].map(fileAt),
])

/** Files that hosts, browsers and search engines look for. */
function writeForHosts(
  { aliases, base, settings }: Content,
  app: BuiltApp,
  site: SiteFolder,
): void {
  const { url } = settings
  const feeds = url === undefined ? [] : [...feedAliases, feedFolderAlias]
  const inlineScripts = [app.template, aliasPage({ href: '', canonical: '' })]
  const files = {
    _headers: headersFile(headerRules(inlineScripts), base),
    // Feeds first: a host reads so many lines.
    _redirects: redirectsFile([...feeds.map((old) => [old, feedPath] as const), ...aliases], base),
    '.nojekyll': '',
    'robots.txt': robotsFile(url && publicAddress(url, sitemapPath)),
    [manifestPath.slice(1)]: manifestFile(settings, base),
  }
  for (const [file, text] of Object.entries(files)) site.writeText(file, text)
}

function copyFiles({ publishedFiles }: Content, folder: string, site: SiteFolder): void {
  const media = join(folder, 'media')
  if (existsSync(media))
    for (const name of filesByLinks(media)) {
      const from = join(media, name)
      const file = `media/${name}`
      if (!existsSync(from))
        throw new ContentError({ file, message: 'found a link to nothing, expected a file' })
      if (isFile(from) && !isNobodys(basename(name))) site.copy(file, from)
    }
  for (const [path, file] of publishedFiles)
    site.copy(decodeURIComponent(path).slice(1), join(folder, file))
}
