import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { baseOf, homePath, pagePath, postPath } from '../core/addresses.ts'
import { keptApp } from './built-app.ts'
import { Cache, digestOf } from './cache.ts'
import { Cards } from './cards/cards.ts'
import { type Content, loadContent, renderAll } from './content/load-content.ts'
import { describeProblem } from './content/problems.ts'
import { readSettings } from './content/read-settings.ts'
import { appStaging, cacheFolder, contentFolder } from './content-folder.ts'
import { publishedAt, publishedLocally, refuseLostPages } from './lost-pages.ts'
import { previewsOf } from './previews.ts'
import { SiteFolder } from './site-folder.ts'
import { appVersion, cardsVersion, rendererVersion } from './versions.ts'
import { writeSite } from './write-site.ts'

interface Publishing {
  /** The project's. */
  root: string
  /** The folder to publish to. */
  out: string
  /** Builds the reader to `appStaging`; asked for when none is kept that was built of the same code. */
  buildReader: () => Promise<void>
}

/**
 * Publishes the content folder. Throws a ContentError, and leaves what was published as it was,
 * where something in it can't be.
 */
export async function publishSite({ root, out, buildReader }: Publishing): Promise<void> {
  const folder = resolve(root, contentFolder(root))
  const base = baseOf(readSettings(folder).url)
  const place = cacheFolder(root, folder)
  const cache = new Cache(place, rendererVersion(root))
  const site = new SiteFolder(out, cache)

  const content = await loadContent(folder, { now: new Date(), unpublished: false, cache })
  renderAll(content)
  warnOf(content.warnings().map(describeProblem))
  await refuseLosses(content, site)
  const cards = new Cards({
    settings: content.settings,
    folder,
    place: join(place, `cards-${cardsVersion(root)}`),
    cache,
  })

  try {
    const app = await keptApp(
      join(place, `app-${digestOf(`${appVersion(root)}\n${base}`)}`),
      appStaging(root, folder),
      buildReader,
      cache,
    )
    await writeSite(content, folder, app, site, previewsOf(content, cards), cache)
    await cards.publish(site)
    warnOf(cards.warnings.map(describeProblem))
    site.publish()
    cache.save()
  } finally {
    rmSync(site.staging, { recursive: true, force: true })
  }
  console.log(
    `Published ${content.posts.length} posts and ${content.pages.length} pages to ${site.place}`,
  )
}

function warnOf(warnings: readonly string[]): void {
  for (const warning of warnings) console.warn(warning)
}

/** Links never die: what was published before is to be there still, or to lead on. */
async function refuseLosses(
  { settings, posts, pages, aliases }: Content,
  site: SiteFolder,
): Promise<void> {
  const { LECTERN_AGAINST } = process.env
  const addresses = [
    homePath(),
    ...posts.map(({ slug }) => postPath(slug)),
    ...pages.map(({ name }) => pagePath(name)),
    ...aliases.keys(),
  ]
  const published = [
    settings.url === undefined ? undefined : publishedLocally(site.place, settings.url),
    LECTERN_AGAINST === undefined ? undefined : await publishedAt(LECTERN_AGAINST),
  ]
  for (const before of published)
    if (before !== undefined) refuseLostPages(before, addresses, settings.gone)
}
