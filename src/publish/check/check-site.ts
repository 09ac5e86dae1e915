import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodePath, feedPath, fileAt, jsonFeedPath, sitemapPath } from '../../core/addresses.ts'
import { numberOf } from '../../core/number-of.ts'
import { filesBelow } from '../list-files.ts'
import { type CheckedPage, readPage } from './read-page.ts'

/** What was found in a built site, a line each. */
export interface SiteReport {
  /** Faults, which a reader would run into. */
  faults: string[]
  /** What an owner may want to add. */
  notes: string[]
  pages: number
  links: number
  images: number
}

/**
 * Follows every link, fragment and image of the site in `folder`, and looks for what each page has
 * to say of itself. Other sites are not asked. Throws an Error where no site is there.
 */
export function checkSite(folder: string): SiteReport {
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`found no index.html in ${folder}, expected a built site (npm run build)`)
  const site = openSite(folder)
  const report: SiteReport = { faults: [], notes: [], pages: 0, links: 0, images: 0 }
  const noted = new Map<string, Set<string>>()
  for (const [file, page] of site.pages) {
    report.pages += 1
    const say = (message: string) => report.faults.push(`${file}: ${message}`)
    const note = (message: string) => {
      const files = noted.get(message) ?? new Set()
      noted.set(message, files.add(file))
    }
    const noindex = page.metas.get('robots')?.includes('noindex') ?? false
    // An owner's own, such as a host's proof, says of itself what it likes.
    const isOurs = page.ids.has('state')
    if (isOurs && !noindex) checkHead(page, site.url, say, note)
    for (const href of page.links) {
      report.links += 1
      const fault = faultOfLink(site, file, href)
      if (fault !== undefined) say(`the link to "${href}" ${fault}`)
    }
    for (const image of page.images) {
      report.images += 1
      const fault = faultOfLink(site, file, image.src)
      if (fault !== undefined) say(`the image "${image.src}" ${fault}`)
      if (!image.hasSize) note(`the image "${image.src}" has no size`)
      if (image.isInText && !image.alt) note(`the image "${image.src}" has no alternative text`)
    }
  }
  for (const fault of faultsOfMachineFiles(site)) report.faults.push(fault)
  for (const [message, files] of noted) {
    const [first, ...others] = files
    const more = others.length === 0 ? '' : ` and ${numberOf(others.length, 'more page')}`
    report.notes.push(`${first}${more}: ${message}`)
  }
  return report
}

interface Site {
  folder: string
  base: string
  /** The public address, where the pages name one. */
  url: string | undefined
  files: ReadonlySet<string>
  pages: ReadonlyMap<string, CheckedPage>
}

function openSite(folder: string): Site {
  const files = filesBelow(folder)
  const pages = new Map(
    files
      .filter((file) => file.endsWith('.html'))
      .map((file) => [file, readPage(readFileSync(join(folder, file), 'utf8'))] as const),
  )
  const url = pages.get('index.html')?.canonicals[0]
  return { folder, base: baseOfSite(folder), url, files: new Set(files), pages }
}

/** The manifest says where the site lives. */
function baseOfSite(folder: string): string {
  const manifest = join(folder, 'manifest.webmanifest')
  if (!existsSync(manifest)) return '/'
  const { scope } = JSON.parse(readFileSync(manifest, 'utf8')) as { scope?: unknown }
  return typeof scope === 'string' ? scope : '/'
}

/** A text of pictures alone has no description, and a blog without cards no preview image: those are only noted. */
function checkHead(
  page: CheckedPage,
  url: string | undefined,
  say: (message: string) => void,
  note: (message: string) => void,
) {
  const expectOne = (what: string, found: readonly string[] = [], orNone = say) => {
    if (found.length === 1 && found[0]?.trim() !== '') return
    const tell = found.length === 0 ? orNone : say
    tell(`found ${['no', 'an empty'][found.length] ?? found.length} ${what}, expected one`)
  }
  expectOne('title', page.titles)
  expectOne('description', page.metas.get('description'), note)
  if (url !== undefined) {
    expectOne('canonical address', page.canonicals)
    expectOne('preview title (og:title)', page.metas.get('og:title'))
    expectOne('preview image (og:image)', page.metas.get('og:image'), note)
    expectOne('preview address (og:url)', page.metas.get('og:url'))
  }
  const [canonical] = page.canonicals
  const [preview] = page.metas.get('og:url') ?? []
  if (preview !== undefined && preview !== canonical)
    say(`found the preview address ${preview}, expected the canonical one, ${canonical}`)
  for (const data of page.data)
    try {
      JSON.parse(data)
    } catch {
      say('found JSON-LD that is no JSON')
    }
}

const addressOfFile = (file: string): string =>
  encodeURI(file.replace(/(^|\/)index\.html$/, '$1')).replace(/[?#]/g, encodeURIComponent)

/** What is wrong with an address that `file` refers to: undefined for other sites', which are not asked. */
function faultOfLink(site: Site, file: string, href: string): string | undefined {
  const origin = site.url === undefined ? 'http://site.invalid' : new URL(site.url).origin
  const here = `${origin}${site.base}${addressOfFile(file)}`
  if (!URL.canParse(href, here)) return 'is no address'
  const target = new URL(href, here)
  if (target.origin !== origin || !target.pathname.startsWith(site.base)) return undefined
  const found = fileBehind(site, target)
  if (found === undefined) return 'leads to no page or file'
  const fragment = decodePath(target.hash.slice(1)).replace(/:~:.*$/s, '')
  const page = site.pages.get(found)
  if (fragment === '' || fragment === 'top' || page === undefined) return undefined
  // The page at an old address hands the fragment on to the one that it names.
  const [canonical = ''] = page.canonicals
  const onward = URL.canParse(canonical, here)
    ? site.pages.get(fileBehind(site, new URL(canonical, here)) ?? '')
    : undefined
  return page.ids.has(fragment) || onward?.ids.has(fragment)
    ? undefined
    : `finds no "${fragment}" on that page`
}

function fileBehind(site: Site, { pathname }: URL): string | undefined {
  const path = decodePath(`/${pathname.slice(site.base.length)}`)
  return [fileAt(path), `${fileAt(path)}/index.html`].find((name) => site.files.has(name))
}

function faultsOfMachineFiles(site: Site): string[] {
  const read = (path: string): string | undefined =>
    site.files.has(fileAt(path)) ? readFileSync(join(site.folder, fileAt(path)), 'utf8') : undefined
  const faults: string[] = []
  const follow = (path: string, addresses: readonly string[]) => {
    for (const address of addresses) {
      const fault = faultOfLink(site, fileAt(path), address)
      if (fault !== undefined) faults.push(`${fileAt(path)}: the address ${address} ${fault}`)
    }
  }
  if (site.url === undefined) return faults
  const sitemap = read(sitemapPath) ?? ''
  follow(sitemapPath, valuesOf(/<loc>([^<]*)<\/loc>/g, sitemap))
  follow(feedPath, valuesOf(/<link [^>]*href="([^"]*)"/g, read(feedPath) ?? ''))
  const ids = new Map<string, number>()
  for (let path: string | undefined = jsonFeedPath; path !== undefined; ) {
    const text = read(path)
    if (text === undefined) {
      faults.push(`${fileAt(path)}: found no such feed`)
      break
    }
    // As `jsonFeed` writes it.
    const feed = JSON.parse(text) as { items: { id: string; url: string }[]; next_url?: string }
    follow(
      path,
      feed.items.map(({ url }) => url),
    )
    for (const { id } of feed.items) ids.set(id, (ids.get(id) ?? 0) + 1)
    path = feed.next_url && `/${new URL(feed.next_url).pathname.slice(site.base.length)}`
  }
  for (const [id, count] of ids)
    if (count > 1) faults.push(`feed.json: ${count} posts have the id ${id}`)
  return faults
}

const valuesOf = (pattern: RegExp, text: string): string[] =>
  [...text.matchAll(pattern)].map(([, value = '']) => value.replaceAll('&amp;', '&'))
