import { publicAddress } from '../../core/addresses.ts'
import type { FeedDocument, FeedEntry } from './feed-document.ts'

/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(feed: FeedDocument): string {
  const address = (path: string) => publicAddress(feed.url, path)
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: address(feed.home),
    feed_url: address(feed.self.json),
    description: feed.description,
    next_url: feed.older && address(feed.older.json),
    icon: address('/icon-512.png'),
    favicon: address('/icon-192.png'),
    authors: [{ name: feed.author }],
    language: feed.language,
    items: feed.entries.map(itemOf),
    _lectern: feed.popular && { popular: feed.popular },
  })
}

function itemOf({ twin, content, picture }: FeedEntry) {
  const { _lectern, content_html: _, summary, authors, ...item } = twin
  return Object.assign(item, {
    summary: summary || undefined,
    content_html: content,
    authors: authors.length > 0 ? authors : undefined,
    attachments: picture && [
      { url: picture.url, mime_type: picture.type, size_in_bytes: picture.bytes },
    ],
  })
}
