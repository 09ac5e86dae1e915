import type { Entry, ImportedPost } from '../../src/import/imported-blog.ts'
import { jsonFeed } from '../../src/import/json-feed.ts'

/** The text of a JSON Feed with these items. */
export const feedOf = (items: readonly unknown[], said: object = {}): string =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Notes', items, ...said })

export const entriesOf = (items: readonly unknown[], said: object = {}): Entry[] =>
  jsonFeed.parse(feedOf(items, said)).entries

/** The one post that an item is read as. */
export function postOf(item: object, said: object = {}): ImportedPost {
  const [entry] = entriesOf([{ id: '1', content_html: '<p>Tea.</p>', ...item }], said)
  if (entry?.kind !== 'post') throw new Error(`the item failed: ${entry?.reason}`)
  return entry
}
