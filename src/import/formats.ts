import { blogger } from './formats/blogger.ts'
import { bloggerJson } from './formats/blogger-json.ts'
import { disqus } from './formats/disqus.ts'
import { feed } from './formats/feed.ts'
import type { Format } from './formats/format.ts'
import { jsonFeed } from './formats/json-feed.ts'
import { wordpress } from './formats/wordpress.ts'
import { ImportError } from './imported-blog.ts'

/** The first that recognises a source is its format: every export is a feed as well. */
export const formats: readonly Format[] = [blogger, bloggerJson, wordpress, disqus, jsonFeed, feed]

/** The format of a text, told by how it begins; undefined where it is of none. */
export const recogniseFormat = (start: string): Format | undefined =>
  formats.find((format) => format.recognises(start))

/** Says what a text seems to be that is of no known format. */
export function refuse(start: string): never {
  const known = formats.map(({ name }) => name).join(', ')
  throw new ImportError(`found ${whatItSeems(start)}, expected one of: ${known}, Markdown files`)
}

function whatItSeems(text: string): string {
  const start = text.trimStart().slice(0, 500).toLowerCase()
  if (start === '') return 'an empty file'
  if (start.includes('\0') || start.includes('\ufffd')) return 'a file that is no text'
  if (/<!doctype html|<html|<body/.test(start)) return 'a web page (HTML)'
  if (/^<opml|<opml[\s>]/.test(start)) return 'a list of feeds (OPML)'
  if (start.startsWith('<')) return 'XML that is no feed and no export of a blog'
  if (start.startsWith('{') || start.startsWith('[')) return 'JSON that is no feed'
  return 'plain text'
}
