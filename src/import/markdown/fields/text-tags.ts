import type { Site } from '../site/site.ts'
import type { SiteText } from '../site/site-text.ts'
import { type Fields, isFields, textAt, textOf, textsAt, valueAt } from './fields.ts'

/** Names that only gather all posts in a list. */
const gathering = /^(all|posts?|blogs?|pages?)$/i

/** A text's tags and categories; letters' case tells none apart. */
export function tagsOf(fields: Fields, text: SiteText, site: Site): string[] {
  const tags = [
    ...wordsAt(fields, site, ['tags', 'taxonomies.tags'], ['tag']),
    ...categoriesOf(fields, text, site),
  ]
  const known = new Map<string, string>()
  for (const tag of tags) {
    const key = tag.normalize('NFC').toLowerCase()
    if (!known.has(key) && !gathering.test(tag)) known.set(key, tag)
  }
  return [...known.values()]
}

/** Jekyll takes the folders above `_posts` for categories too. */
export function categoriesOf(fields: Fields, { folders }: SiteText, site: Site): string[] {
  const above = site.generator === 'jekyll' ? folders.slice(0, folders.indexOf('_posts')) : []
  const own = wordsAt(fields, site, ['categories', 'taxonomies.categories'], ['category'])
  return [...new Set([...(folders.includes('_posts') ? above : []), ...own])]
}

function wordsAt(fields: Fields, site: Site, lists: string[], single: string[]): string[] {
  // A list in one text is parted by spaces in Jekyll, and by commas where people think it is.
  const parted = lists.flatMap((path) => {
    const text = textOf(valueAt(fields, path))
    if (text === undefined) return namesAt(fields, path)
    return text.split(site.generator === 'jekyll' && !text.includes(',') ? /\s+/ : /\s*,\s*/)
  })
  const whole = single
    .flatMap((path) => namesAt(fields, path))
    .flatMap((text) => text.split(/\s*,\s*/))
  return [...parted, ...whole]
    .map((tag) => tag.replace(/^(?:\[\[(.*)\]\]|#(.*))$/, '$1$2').trim())
    .filter(Boolean)
}

/** Texts, or objects that name what they are. */
function namesAt(fields: Fields, path: string): string[] {
  const value = valueAt(fields, path)
  const items = Array.isArray(value) ? value.flat(2) : [value]
  return items.flatMap((item) =>
    isFields(item) ? (textAt(item, 'label', 'name', 'title') ?? []) : textsAt({ item }, 'item'),
  )
}
