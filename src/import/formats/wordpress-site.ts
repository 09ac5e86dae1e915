import { type Attachment, type ImportedBlog, makeBlog } from '../imported-blog.ts'
import { languageOf } from '../language.ts'
import { plainText } from '../plain-text.ts'
import type { SourceText } from '../source/source-text.ts'
import { readXml } from '../xml/read-xml.ts'
import { childrenOf, textAt, type XmlElement } from '../xml/xml-element.ts'
import {
  addressesOfTerm,
  isTag,
  learnTerm,
  type Term,
  termOf,
  termOfItem,
} from './wordpress-terms.ts'

/** What an export says of more than one of its items. */
export interface Site {
  home: string | undefined
  authors: ReadonlyMap<string, string>
  pictures: ReadonlyMap<string, Attachment>
  /** By the id of the post that they were uploaded to. */
  picturesOf: ReadonlyMap<string, Attachment[]>
  /** The texts of patterns that posts show, by their ids. */
  patterns: ReadonlyMap<string, string>
  /** The ids of the pages that a menu leads to; where none does, all are in the menu. */
  pagesInMenus: ReadonlySet<string>
}

/** A first reading, since galleries and authors may be told after the posts that have them. */
export async function readSite(source: SourceText): Promise<{ site: Site; blog: ImportedBlog }> {
  const channel: XmlElement = { name: 'channel', attributes: {}, children: [] }
  const authors = new Map<string, string>()
  const pictures = new Map<string, Attachment>()
  const picturesOf = new Map<string, Attachment[]>()
  const patterns = new Map<string, string>()
  const pagesInMenus = new Set<string>()
  const terms = new Map<string, Term>()
  for await (const { element } of readXml(source.pieces())) {
    if (element.name === 'item') {
      for (const term of childrenOf(element, 'category').filter(isTag))
        learnTerm(termOfItem(term), terms)
      if (metaOf(element, '_menu_item_object') === 'page')
        pagesInMenus.add(metaOf(element, '_menu_item_object_id') ?? '')
      if (textAt(element, 'wp:post_type') === 'wp_block' && isPublished(element))
        patterns.set(
          textAt(element, 'wp:post_id') ?? '',
          structuredClone(textAt(element, 'content:encoded') ?? ''),
        )
      // A part of a string holds on to the whole of it, and this is kept for long.
      const picture = structuredClone(toAttachment(element))
      if (picture === undefined) continue
      pictures.set(picture.id, picture)
      const parent = textAt(element, 'wp:post_parent') ?? '0'
      const siblings = picturesOf.get(parent) ?? []
      siblings.push(picture)
      picturesOf.set(parent, siblings)
    } else if (element.name === 'wp:author') {
      const login = textAt(element, 'wp:author_login')
      if (login !== undefined)
        authors.set(login, textAt(element, 'wp:author_display_name') ?? login)
    } else if (element.name === 'wp:category' || element.name === 'wp:tag')
      learnTerm(termOf(element), terms)
    else channel.children.push(element)
  }
  const home = textAt(channel, 'wp:base_blog_url', 'link')
  const blog = makeBlog({
    title: plainText(textAt(channel, 'title')),
    description: plainText(textAt(channel, 'description')),
    language: languageOf(textAt(channel, 'language')),
    home,
    hasDateLists: true,
    tagAddresses: [...terms.values()].flatMap((term) => addressesOfTerm(term, terms, home)),
  })
  return { site: { home, authors, pictures, picturesOf, patterns, pagesInMenus }, blog }
}

function toAttachment(item: XmlElement): Attachment | undefined {
  const url = textAt(item, 'wp:attachment_url')
  const id = textAt(item, 'wp:post_id')
  if (textAt(item, 'wp:post_type') !== 'attachment' || url === undefined || id === undefined)
    return undefined
  return {
    id,
    url,
    alt: metaOf(item, '_wp_attachment_image_alt') ?? '',
    caption: textAt(item, 'excerpt:encoded') ?? '',
  }
}

const isPublished = (item: XmlElement): boolean =>
  textAt(item, 'wp:status') === 'publish' && textAt(item, 'wp:post_password') === undefined

export const metaOf = (item: XmlElement, key: string): string | undefined => metasOf(item, key)[0]

export const metasOf = (item: XmlElement, key: string): string[] =>
  childrenOf(item, 'wp:postmeta')
    .filter((meta) => textAt(meta, 'wp:meta_key') === key)
    .flatMap((meta) => textAt(meta, 'wp:meta_value') ?? [])
