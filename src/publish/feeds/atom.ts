import { publicAddress, underBase } from '../../core/addresses.ts'
import { escapeXml } from '../escape-xml.ts'
import type { FeedDocument, FeedEntry } from './feed-document.ts'

/**
 * A feed as Atom (https://www.rfc-editor.org/rfc/rfc4287). Browsers show it by `feed.css`; since a
 * style makes no links, what they show of an entry is XHTML with a link in it.
 */
export const atomFeed = (feed: FeedDocument): string => `<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type="text/css" href="${escapeXml(underBase(feed.base, '/feed.css'))}"?>
<feed xmlns="http://www.w3.org/2005/Atom"${feed.current ? ' xmlns:fh="http://purl.org/syndication/history/1.0"' : ''} xml:lang="${escapeXml(feed.language)}">
${headOf(feed).filter(Boolean).join('\n')}
${feed.entries.map((entry) => entryOf(feed, entry)).join('\n')}
</feed>
`

function headOf(feed: FeedDocument): string[] {
  const address = (path: string) => publicAddress(feed.url, path)
  const home = address(feed.home)
  return [
    textElement('title', feed.title),
    feed.description ? textElement('subtitle', feed.description) : '',
    element('id', home),
    link({ rel: 'self', type: atomType, href: address(feed.self.atom) }),
    link({ rel: 'alternate', type: 'text/html', href: home }),
    feed.current ? '<fh:archive/>' : '',
    feed.current ? link({ rel: 'current', type: atomType, href: address(feed.current.atom) }) : '',
    feed.older ? link({ rel: 'prev-archive', type: atomType, href: address(feed.older.atom) }) : '',
    feed.newer ? link({ rel: 'next-archive', type: atomType, href: address(feed.newer.atom) }) : '',
    element('updated', feed.updated),
    `<author>${element('name', feed.author)}</author>`,
    element('icon', address('/icon-192.png')),
    '<generator>Lectern</generator>',
    `<div xmlns="http://www.w3.org/1999/xhtml"><p>This is a feed: put its address into a feed reader, and new posts come to you. Or read them at <a href="${escapeXml(home)}">${escapeXml(feed.title)}</a>.</p></div>`,
  ]
}

function entryOf(feed: FeedDocument, entry: FeedEntry): string {
  const { twin, content } = entry
  const language = twin.language === undefined ? '' : ` xml:lang="${escapeXml(twin.language)}"`
  return [
    `<entry${language}>`,
    textElement('title', twin._lectern.name),
    element('id', entry.id),
    link({ rel: 'alternate', type: 'text/html', href: twin.url }),
    entry.picture === undefined ? '' : enclosure(entry.picture),
    twin.date_published === undefined ? '' : element('published', twin.date_published),
    element('updated', entry.updated),
    ...twin.authors
      .filter(({ name }) => name !== feed.author)
      .map(({ name }) => `<author>${element('name', name)}</author>`),
    ...twin.tags.map((tag) => `<category term="${escapeXml(tag)}"/>`),
    `<summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${escapeXml(twin.summary)} <a href="${escapeXml(twin.url)}">Read the post</a></p></div></summary>`,
    content.trim() === '' ? '' : `<content type="html">${escapeXml(content)}</content>`,
    '</entry>',
  ]
    .filter(Boolean)
    .join('\n')
}

const atomType = 'application/atom+xml'

const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`

/** Readers take what looks like HTML in a plain text for HTML, so it is said to be some. */
const textElement = (name: string, text: string): string =>
  /[<&]/.test(text)
    ? `<${name} type="html">${escapeXml(escapeXml(text))}</${name}>`
    : element(name, text)

const link = (attributes: Record<string, string>): string =>
  `<link${Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('')}/>`

const enclosure = ({ url, type, bytes }: NonNullable<FeedEntry['picture']>): string =>
  link({
    rel: 'enclosure',
    type,
    href: url,
    ...(bytes !== undefined && { length: String(bytes) }),
  })
