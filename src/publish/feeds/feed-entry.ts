import { statSync } from 'node:fs'
import { join } from 'node:path'
import { decodePath, publicAddress } from '../../core/addresses.ts'
import { toTimestamp } from '../../core/dates.ts'
import type { PostTwin } from '../../core/twins.ts'
import type { Content } from '../content/load-content.ts'
import type { WrittenPost } from '../content/written-texts.ts'
import { digestOf } from '../digest.ts'
import { withHost } from '../twins/summary.ts'
import type { FeedEntry } from './feed-document.ts'
import { feedHtml } from './feed-html.ts'

/** A post as an entry of a feed, of its twin; `folder` is the content folder. */
export function entryOf(
  post: WrittenPost,
  twin: PostTwin,
  content: Content,
  folder: string,
): FeedEntry {
  return {
    id: isIri(twin.id) ? twin.id : twin.url,
    twin,
    updated: updatedOf(post),
    content: feedHtml(twin.content_html, twin.url),
    picture: enclosureOf(post, content, folder),
  }
}

const isIri = (id: string): boolean => /^[a-z][a-z0-9+.-]*:\S+$/i.test(id)

/** Atom wants a time for each entry. Older ones are not taken for times at all by some readers. */
export const noTime = '1990-01-01T00:00:00Z'

/**
 * When a post was last changed. A day without a time is some moment of its first hour, and no day
 * at all one long ago: always the same for a post, and hardly that of another one, since readers
 * take two posts with one time for one.
 */
function updatedOf({ date, updated, slug }: WrittenPost): string {
  const day = updated ?? date ?? noTime.slice(0, 10)
  if (day.length > 10) return toTimestamp(day)
  const second = Buffer.from(digestOf(slug), 'base64url').readUInt16BE(0) % 3600
  return `${day}T00:${two(second / 60)}:${two(second % 60)}Z`
}

const two = (number: number): string => String(Math.floor(number)).padStart(2, '0')

const imageTypes = new Map([
  ['avif', 'image/avif'],
  ['gif', 'image/gif'],
  ['jpeg', 'image/jpeg'],
  ['jpg', 'image/jpeg'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
  ['webp', 'image/webp'],
])

/** A post's picture, where its name says what it is. */
export function enclosureOf(
  { picture }: WrittenPost,
  content: Content,
  folder: string,
): FeedEntry['picture'] {
  const image = picture && withHost(content, picture.src)
  const extension = /\.([a-z]+)$/i.exec(image === undefined ? '' : new URL(image).pathname)?.[1]
  const type = imageTypes.get(extension?.toLowerCase() ?? '')
  if (image === undefined || type === undefined) return undefined
  return { url: image, type, bytes: bytesOf(image, content, folder) }
}

/** The size of a file of this blog; others' are not asked for. */
function bytesOf(
  address: string,
  { settings, publishedFiles }: Content,
  folder: string,
): number | undefined {
  const root = publicAddress(settings.url, '/')
  if (!address.startsWith(root)) return undefined
  const path = address.slice(root.length - 1)
  const file = publishedFiles.get(path) ?? decodePath(path).slice(1)
  return statSync(join(folder, file), { throwIfNoEntry: false })?.size
}
