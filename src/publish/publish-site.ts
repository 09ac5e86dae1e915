import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { belowBase, homePath, pagePath, postPath } from '../core/addresses.ts'
import { isSampleBlog } from '../core/blog.ts'
import { numberOf } from '../core/number-of.ts'
import { ahead } from './ahead.ts'
import { appFolder, builtApp } from './app/built-app.ts'
import { Cache } from './cache/cache.ts'
import { Cards } from './cards/cards.ts'
import { type Content, loadContent, renderAll } from './content/load-content.ts'
import { ContentError, describeWarnings, type Problem } from './content/problems.ts'
import { appStaging, cacheFolder, contentFolder, originFile } from './content-folder.ts'
import { leftBehind, refuseLostPages } from './lost-pages.ts'
import { once } from './once.ts'
import { refuseForeignFolder } from './out-folder.ts'
import { previewsOf } from './previews.ts'
import { builtTo, type PublishedPages, publishedAt, publishedLocally } from './published-pages.ts'
import { SiteFolder } from './site-folder.ts'
import { removeStagingsLeft, stagingOf } from './staging.ts'
import { Threads } from './threads/threads.ts'
import { cardsVersion, rendererVersion } from './versions.ts'
import { writeSite } from './write-site.ts'

interface Publishing {
  /** The project's. */
  root: string
  /** The folder to publish to. */
  out: string
  /** The address of a published site whose pages must not be lost. */
  against?: string | undefined
  /** Builds the reader to `appStaging`; asked for when none is kept that was built of the same code. */
  buildReader: () => Promise<void>
}

/**
 * Publishes the content folder. Throws a ContentError, and leaves what was published as it was,
 * where something in it can't be.
 */
export async function publishSite({ root, out, against, buildReader }: Publishing): Promise<void> {
  // V8 would let garbage become as much as all that a large blog needs, since the machine has room.
  setFlagsFromString('--heap-growing-percent=40')
  const folder = resolve(root, contentFolder(root))
  refuseForeignFolder(out, { root, content: folder })
  removeStagingsLeft(out)
  const place = cacheFolder(root, folder)
  const openCache = once(() => new Cache(place, rendererVersion(root)))
  const load = once(() =>
    loadContent(folder, { now: new Date(), unpublished: false, cache: openCache() }),
  )

  const app = await builtApp(appFolder(root, folder), appStaging(root, folder), async () => {
    // What is wrong with the content is told before that takes its time.
    await load()
    await buildReader()
  })
  const threads = new Threads(app.thread)
  const present = ahead(threads.run('listFiles', out))
  try {
    const cache = openCache()
    const content = await load()
    await content.renderAhead(threads)
    renderAll(content)
    const listed = await present
    // Begun first, since it takes longest.
    const finding = ahead(content.related.findIn(threads))
    warnOf(content.warnings())
    const origin = originFile(root, out)
    const before = existsSync(origin) ? readFileSync(origin, 'utf8') : folder
    await refuseLosses(content, out, before === folder, against)
    const cards = await Cards.open({
      settings: content.settings,
      folder,
      place: join(place, `cards-${cardsVersion(root)}`),
      cache,
    })
    const site = new SiteFolder(out, cache, listed)
    const previewOf = previewsOf(content, cards)
    await writeSite({ content, folder, app, site, previewOf, cache, threads, finding })
    // They take a moment to end, in which files are moved.
    ahead(threads.close())
    await cards.publish(site)
    warnOf(cards.warnings)
    site.publish()
    cache.save()
    writeFileSync(origin, folder)
    console.log(`Published ${summaryOf(content)} of ${folder} to ${out}`)
    if (content.settings.url === undefined)
      console.log(
        'Without the public address, "url" in blog.json, there are no feeds, no sitemap and no previews of shared links.',
      )
  } finally {
    // In this order: they may still be writing there.
    await threads.close()
    rmSync(stagingOf(out), { recursive: true, force: true })
  }
}

/** "3 posts and 1 page (without 2 drafts)". */
function summaryOf({ posts, pages, held }: Content): string {
  const published = `${numberOf(posts.length, 'post')} and ${numberOf(pages.length, 'page')}`
  const drafts = held.filter(({ reason }) => reason === 'a draft').length
  const scheduled = held.length - drafts
  const without = [
    ...(drafts === 0 ? [] : [numberOf(drafts, 'draft')]),
    ...(scheduled === 0 ? [] : [`${numberOf(scheduled, 'text')} of the future`]),
  ]
  return without.length === 0 ? published : `${published} (without ${without.join(' and ')})`
}

function warnOf(problems: readonly Problem[]): void {
  for (const warning of describeWarnings(problems)) console.warn(warning)
}

/** Links never die: what was published before, of this content folder, is to be there still, or to lead on. */
async function refuseLosses(
  { base, settings, posts, pages, aliases, held }: Content,
  out: string,
  isOfThisFolder: boolean,
  against: string | undefined,
): Promise<void> {
  const addresses = [
    homePath(),
    ...posts.map(({ slug }) => postPath(slug)),
    ...pages.map(({ name }) => pagePath(name)),
    ...aliases.keys(),
  ]
  const gone = settings.gone.map((path) => belowBase(base, path))
  const refuse = (before: PublishedPages | undefined) =>
    before !== undefined && refuseLostPages(before, { addresses, gone, held })
  try {
    // The sample's pages are there to be replaced.
    if (!isSampleBlog(settings)) {
      const built = builtTo(out)
      const left = isOfThisFolder ? leftBehind(built, settings.url) : undefined
      if (left !== undefined) warnOf([left])
      if (settings.url !== undefined) refuse(publishedLocally(built, settings.url))
    }
  } catch (error) {
    // Of another folder, they may be another blog's, which only had the same address for a trial.
    if (isOfThisFolder || !(error instanceof ContentError)) throw error
    warnOf(error.problems)
  }
  if (against !== undefined) refuse(await publishedAt(against))
}
