import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { elementsOf } from '../../core/html/elements.ts'
import { parseHtml } from '../../core/html/parse-html.ts'
import { ImportError } from '../imported-blog.ts'
import { openFile } from './source-files.ts'
import { openText, type SourceText } from './source-text.ts'

/** How long a host may send nothing, in milliseconds. */
const patience = 60_000
const longest = 2 ** 31

/** Nothing could be fetched. */
export class FetchError extends ImportError {
  /** What the host answered, if it did. */
  readonly status: number | undefined

  constructor(message: string, status?: number) {
    super(message)
    this.status = status
  }
}

/**
 * Fetches an address into a file, of so many bytes at most; gives the one after redirects, with its type. Throws a
 * FetchError, or an ImportError where too much came.
 */
export async function download(address: string, file: string, most = longest) {
  const waiting = new AbortController()
  const timer = setTimeout(() => waiting.abort(new Error('nothing came for a minute')), patience)
  try {
    const answer = await fetch(address, {
      signal: waiting.signal,
      headers: { 'User-Agent': 'Lectern import' },
    })
    if (!answer.ok || answer.body === null)
      throw new FetchError(
        `found status ${answer.status} at ${address}, expected 200`,
        answer.status,
      )
    // The web's streams and Node's own have types that differ in name alone.
    await pipeline(
      Readable.fromWeb(answer.body as never),
      bounded(timer, most),
      createWriteStream(file),
    )
    const type = answer.headers.get('content-type') ?? ''
    const charset = /charset=["']?([\w.:-]+)/i.exec(type)?.[1]
    return { address: answer.url || address, type, charset }
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new FetchError(`could not fetch ${address} (${reasonOf(error)})`)
  } finally {
    clearTimeout(timer)
  }
}

function bounded(timer: NodeJS.Timeout, most: number): Transform {
  let length = 0
  return new Transform({
    transform(chunk: Uint8Array, _, done) {
      timer.refresh()
      length += chunk.length
      done(length > most ? new ImportError(`found more than ${most} bytes`) : null, chunk)
    },
  })
}

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message || error.message : error.message
}

/** The text at an address; where that is a web page, the text of the feed that it names. */
export async function fetchText(
  address: string,
  folder: string,
  number: number,
): Promise<SourceText> {
  const text = await fetchOne(address, join(folder, `${number}.txt`))
  const feed = feedOf(text)
  return feed === undefined ? text : fetchOne(feed, join(folder, `${number}-feed.txt`))
}

async function fetchOne(address: string, file: string): Promise<SourceText> {
  const fetched = await download(address, file)
  return openText(address, openFile(file).bytes(''), fetched)
}

/** The feed that a web page names, full posts rather than comments (https://blog.whatwg.org/feed-autodiscovery). */
function feedOf({ start, address }: SourceText): string | undefined {
  if (!/<(!doctype html|html|head)[\s>]/i.test(start)) return undefined
  const links = elementsOf(parseHtml(start)).filter(
    ({ tagName, properties: { rel, type, href } }) =>
      tagName === 'link' &&
      Array.isArray(rel) &&
      rel.includes('alternate') &&
      /^application\/(atom\+xml|rss\+xml|feed\+json)/i.test(String(type)) &&
      typeof href === 'string',
  )
  // An item there may have no title and no date; Atom has its author invent them.
  const link = links.find(({ properties: { type } }) => /json/i.test(String(type))) ?? links[0]
  const href = link?.properties.href
  return typeof href === 'string' ? new URL(href, address).href : undefined
}
