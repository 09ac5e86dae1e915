import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { decodePath, notFoundPath, publicAddress, twinPath, underBase } from '../core/addresses.ts'
import type { Prerender } from '../core/prerender.ts'
import { digestOf } from './cache.ts'
import type { Content } from './content/load-content.ts'
import { aliasPage, fillTemplate } from './html-page.ts'
import { sharedTwins, sitePages, twinFile } from './make-twins.ts'
import type { SiteFolder } from './site-folder.ts'

/** How pages look: what makes a page's HTML of its twins. */
export interface Look {
  /** The built `index.html`. */
  template: string
  prerender: Prerender
  /** Changes when either does. */
  digest: string
}

/** Writes every page with its JSON twin, and everything else that the content in `folder` makes of itself. */
export async function writeSite(
  content: Content,
  folder: string,
  look: Look,
  site: SiteFolder,
): Promise<void> {
  const { language } = content.settings
  const shared = sharedTwins(content)
  const around = digestOf(look.digest + JSON.stringify(shared))

  for (const [path, twin] of Object.entries(shared))
    writeText(site, path.slice(1), JSON.stringify(twin))
  for (const { path, twin: makeTwin, digest: digestTwin } of sitePages(content)) {
    const digest = digestTwin()
    const page = fileAt(path)
    const pageChanged = site.needs(page, around + digest)
    const twinChanged = site.needs(twinFile(path), digest)
    if (!pageChanged && !twinChanged) continue
    const twin = makeTwin()
    if (twinChanged) site.write(twinFile(path), JSON.stringify(twin))
    if (!pageChanged) continue
    const twins = { ...shared, [twinPath(path)]: twin }
    const parts = await look.prerender({ path, missing: false, twins })
    site.write(page, fillTemplate(look.template, language, parts))
  }
  if (site.needs(fileAt(notFoundPath), around)) {
    const parts = await look.prerender({ path: notFoundPath, missing: true, twins: shared })
    site.write(fileAt(notFoundPath), fillTemplate(look.template, language, parts))
  }

  writeAliases(content, site)
  copyFiles(content, folder, site)
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
  if (site.needs(file, digestOf(text))) site.write(file, text)
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
