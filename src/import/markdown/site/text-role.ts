import { plainName } from '../../../core/plain-name.ts'
import { type Fields, textAt, textsAt, toFields, valueAt } from '../fields/fields.ts'
import { isAboutSource, isHidden, isHtml, isMarkdown } from '../site-files.ts'
import { pageFolders, postFolders } from './folder-names.ts'
import type { Site } from './site.ts'
import type { SiteText } from './site-text.ts'

export type Role = { kind: 'post' | 'page' } | { kind: 'skipped'; reason: string }

const post: Role = { kind: 'post' }
const page: Role = { kind: 'page' }
const skipped = (reason: string): Role => ({ kind: 'skipped', reason })

/** Folders of software and of what it makes, wherever they are. */
const foreignFolders =
  /(^|\/)(node_modules|bower_components|_includes|_layouts|_sass|_site|_data|_plugins|_templates)\//
/** Folders that hold no texts where they lie beside them, not among them. */
const foreignAtRoot =
  /^(src\/)?(layouts|includes|partials|templates|themes?|vendor|archetypes|scaffolds|exampleSite|__tests__)\//i
const outputAtRoot = /^(public|dist|build|out|static)\//i
const pageNames =
  /^(about|about[-_]?(me|us)|contact|now|uses|colophon|imprint|impressum|legal|privacy|privacy[-_]policy|terms|disclaimer|links|blogroll|projects|portfolio|resume|cv|faq|license|licence|books|speaking|talks|work)$/i
const describing = /^_?(authors?|tags?|categor(y|ies))$/i
const listLayouts =
  /^(home|index|list|archives?|blogs?|search|tags?|categor(y|ies)|tag[-_]?index|terms|taxonomy|posts?[-_]?(list|index)|feed)$/i
const pageLayouts = /^(pages?|about|single-page|static)$/i
const postLayouts = /^(posts?|blog[-_]?post|article|note)$/i

/** Why a file is no text of the blog's, as far as its path tells; undefined where it may be one. */
export function foreignReason(name: string, site: Site): string | undefined {
  const path = name.startsWith(site.root) ? name.slice(site.root.length) : name
  if (isHidden(path)) return 'it is hidden, or in a hidden folder'
  const folder = foreignFolders.exec(path)?.[2] ?? foreignAtRoot.exec(path)?.[2]
  if (folder !== undefined) return `"${folder}" holds no posts, but what a site is made with`
  if (isSectionHead(name) && isListed(name, site)) return headsList
  if (/(^|\/)404\.\w+$/.test(path)) return 'it is the page for addresses that lead nowhere'
  if (!name.startsWith(site.root)) return `it lies outside of the site in "${site.root}"`
  if (!name.startsWith(site.content) && /^(hugo|hexo)$/.test(site.generator))
    return `it lies outside of "${site.content}", where the posts are`
  if (site.generator === 'hugo' && isInBundle(name, site))
    return 'it is a part of the post whose folder it lies in'
  if (site.generator === 'docusaurus' && manual.test(path))
    return 'it is a part of a manual, not of a blog'
  const excluded = site.generator === 'jekyll' ? textsAt(site.settings, 'exclude') : []
  if (excluded.some((one) => path === one || path.startsWith(`${one.replace(/\/+$/, '')}/`)))
    return 'the settings exclude it'
  const unpublished = site.generator === 'jekyll' ? unpublishedFolder(path, site) : undefined
  return unpublished && `Jekyll publishes nothing of "${unpublished}"`
}

const headsList = 'it heads a list of posts'

/** Hugo's (https://gohugo.io/content-management/sections/). */
const isSectionHead = (name: string): boolean => /(^|\/)_index(\.[\w-]+)?\.\w+$/.test(name)

/** Whether Hugo lists texts where a section's head lies: those of the folder, of the whole site, or of a tag. */
function isListed(name: string, { names, content, settings }: Site): boolean {
  const folder = name.replace(/[^/]+$/, '')
  const [top = ''] = folder.slice(content.length).split('/')
  const taxonomies = Object.values(toFields(valueAt(settings, 'taxonomies')))
  const isText = (other: string) => (isMarkdown(other) || isHtml(other)) && !isSectionHead(other)
  return (
    folder === content ||
    describing.test(top) ||
    taxonomies.includes(top) ||
    [...names].some((other) => other.startsWith(folder) && isText(other))
  )
}

/** Hugo publishes nothing by itself that lies beside an index (https://gohugo.io/content-management/page-bundles/). */
function isInBundle(name: string, { names }: Site): boolean {
  const index = name.replace(/[^/]+$/, 'index.md')
  return names.has(index) && !/(^|\/)index(\.[\w-]+)?\.\w+$/.test(name)
}

const manual = /^((versioned_)?docs|i18n\/[^/]+\/(?!docusaurus-plugin-content-blog\/))/

/** A folder of Jekyll's that is none of its collections. */
function unpublishedFolder(path: string, { settings }: Site): string | undefined {
  const collections = [
    ...textsAt(settings, 'collections'),
    ...Object.keys(toFields(valueAt(settings, 'collections'))),
  ].map(plainName)
  return path
    .split('/')
    .slice(0, -1)
    .find((folder) => {
      const [, name = 'posts'] = /^_(.+)/.exec(folder) ?? []
      const isKnown = /^(posts|drafts|pages)$/.test(name)
      return !isKnown && !collections.includes(plainName(name))
    })
}

/** Whether a text lies where posts do. */
export const isAmongPosts = ({ folders }: SiteText): boolean =>
  folders.some((folder) => postFolders.test(folder))

/** Whether a text says of itself that it is a page. */
export const isCalledPage = (fields: Fields): boolean =>
  textsAt(fields, 'layout', 'type', 'posttype').some((layout) => pageLayouts.test(layout))

/** What a text is for: by what it says itself, then by where it lies. */
export function roleOf(
  text: SiteText,
  { fields, body }: { fields: Fields; body: string },
  site: Site,
  date: string | undefined,
): Role {
  const isEmpty = body.trim() === ''
  if (isEmpty && isSectionHead(text.name)) return skipped(headsList)
  const layouts = textsAt(fields, 'layout', 'type', 'posttype')
  const path = text.name.slice(site.root.length)
  if (textAt(fields, 'redirectto') !== undefined) return skipped('it only leads to another address')
  if (date === undefined) {
    if (isAboutSource(text.name)) return skipped('it tells of the source, and is no post')
    if (outputAtRoot.test(path))
      return skipped(`"${path.split('/')[0]}" holds what was made of posts`)
    if (layouts.some((layout) => listLayouts.test(layout)) && !isAmongPosts(text))
      return skipped('it lists posts, as the new blog does by itself')
    if (text.isIndex && isListFolder(text)) return skipped(headsList)
    const described = text.folders.find((folder) => describing.test(folder))
    if (described !== undefined) return skipped(`it describes one of "${described}"`)
  }
  if (isCalledPage(fields)) return page
  if (layouts.some((layout) => postLayouts.test(layout))) return post
  if (isAmongPosts(text)) return post
  if (text.folders.length === 0 && pageNames.test(text.slug)) return page
  if (date !== undefined) return post
  return isPageByPlace(text, site) ? page : post
}

/** The index of the site itself, or of a folder that posts lie in. */
const isListFolder = ({ folders, stem }: SiteText): boolean =>
  (folders.length === 0 && stem === 'index') ||
  ((postFolders.test(stem) || pageFolders.test(stem)) &&
    !folders.some((folder) => postFolders.test(folder)))

function isPageByPlace({ name, folders }: SiteText, { generator }: Site): boolean {
  if (isSectionHead(name)) return true
  if (folders.some((folder) => pageFolders.test(folder))) return true
  // There every post has its folder, or its date.
  if (/^(jekyll|hexo|docusaurus)$/.test(generator)) return true
  return generator !== 'plain' && folders.length === 0
}
