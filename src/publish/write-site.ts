import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { decodePath, notFoundPath, publicAddress, underBase } from '../core/addresses.ts'
import type { BuiltApp } from './build-app.ts'
import { digestOf } from './cache.ts'
import type { Content } from './content/load-content.ts'
import { aliasPage } from './html-page.ts'
import { sharedTwins, sitePages, twinFile } from './make-twins.ts'
import { PageWriters } from './page-writers.ts'
import type { SiteFolder } from './site-folder.ts'

/** Writes every page with its JSON twin, and everything else that the content in `folder` makes of itself. */
export async function writeSite(
  content: Content,
  folder: string,
  app: BuiltApp,
  site: SiteFolder,
): Promise<void> {
  const shared = sharedTwins(content)
  for (const [path, twin] of Object.entries(shared))
    writeText(site, path.slice(1), JSON.stringify(twin))
  await writePages(content, app, shared, site)
  for (const [file, from] of app.files) site.copy(file, from)
  writeAliases(content, site)
  copyFiles(content, folder, site)
}

async function writePages(
  content: Content,
  { template, prerender, worker, digest: appDigest }: BuiltApp,
  shared: Record<string, unknown>,
  site: SiteFolder,
): Promise<void> {
  const { base, settings } = content
  const look = { template, prerender, base, language: settings.language, shared }
  const around = digestOf(appDigest + JSON.stringify(shared))
  const writers = new PageWriters(worker, look, site.staging)
  try {
    for (const { path, twin, digest: digestTwin } of sitePages(content)) {
      const digest = digestTwin()
      const html = site.needed(fileAt(path), around + digest)
      const json = site.needed(twinFile(path), digest)
      if (html || json) await writers.add({ path, twin: twin(), html, json })
    }
    const html = site.needed(fileAt(notFoundPath), around)
    if (html) await writers.add({ path: notFoundPath, twin: undefined, html, json: undefined })
    await writers.finish()
  } finally {
    await writers.close()
  }
}

function writeAliases({ aliases, base, settings }: Content, site: SiteFolder): void {
  if (aliases.size === 0) return
  for (const [old, path] of aliases) {
    const href = underBase(base, path)
    const canonical = settings.url === undefined ? href : publicAddress(settings.url, path)
    writeText(site, fileAt(old), aliasPage(settings.language, { href, canonical }))
  }
  const lines = [...aliases].map(
    ([old, path]) => `${underBase(base, redirectSource(old))} ${underBase(base, path)} 301\n`,
  )
  writeText(site, '_redirects', lines.join(''))
}

function writeText(site: SiteFolder, file: string, text: string): void {
  if (site.needed(file, digestOf(text))) site.write(file, text)
}

function copyFiles({ publishedFiles }: Content, folder: string, site: SiteFolder): void {
  const media = join(folder, 'media')
  if (existsSync(media))
    for (const name of readdirSync(media, { recursive: true, encoding: 'utf8' })) {
      const from = join(media, name)
      if (statSync(from).isFile()) site.copy(`media/${name.replaceAll('\\', '/')}`, from)
    }
  for (const [path, file] of publishedFiles)
    site.copy(decodeURIComponent(path).slice(1), join(folder, file))
}

/** The file that a static host answers a path with. */
function fileAt(path: string): string {
  const file = decodePath(path).slice(1)
  return /\.html?$/i.test(file) ? file : `${file.replace(/\/$/, '')}/index.html`.replace(/^\//, '')
}

/** In `_redirects`, "*" and ":" would stand for parts of other addresses. */
const redirectSource = (path: string): string =>
  encodeURI(path).replaceAll('*', '%2A').replaceAll(':', '%3A')
