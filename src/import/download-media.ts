import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, rmSync } from 'node:fs'
import { join, posix } from 'node:path'
import { decodePath } from '../core/addresses.ts'
import { slugOfFileName } from '../core/slugs.ts'
import { sha256Of } from './content/import-record.ts'
import { ImportError } from './imported-blog.ts'
import { isDocument, isPicture, type Media } from './media.ts'
import type { Progress } from './progress.ts'
import { download } from './source/fetch-source.ts'

export interface DownloadFailure {
  url: string
  reason: string
}

const atOnce = 6
/** In bytes: each is read whole when it is written, and any host may be behind an address. */
const largest = 100_000_000

/**
 * Downloads files into `folder`, where an import that was stopped finds those that it has already.
 * Returns those that could not be had.
 */
export async function downloadMedia(
  urls: Iterable<string>,
  media: Media,
  folder: string,
  progress: Progress,
): Promise<DownloadFailure[]> {
  const waiting = [...urls]
  const failures: DownloadFailure[] = []
  mkdirSync(folder, { recursive: true })
  progress.start('Downloading', waiting.length)
  const work = async () => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      try {
        media.addDownload(url, await downloadFile(url, folder))
      } catch (error) {
        if (!(error instanceof ImportError)) throw error
        failures.push({ url, reason: error.message })
      }
      progress.count()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return failures.sort((a, b) => a.url.localeCompare(b.url, 'en'))
}

/** The file that was downloaded, named so that the same address is never fetched twice. */
async function downloadFile(url: string, folder: string): Promise<string> {
  const name = slugOfFileName(decodePath(posix.basename(new URL(url).pathname))).slice(-80)
  const place = join(folder, `${sha256Of(url).slice(0, 8)}-${name || 'file'}`)
  const whole = [place, ...extensions.map((extension) => `${place}.${extension}`)].find(existsSync)
  if (whole !== undefined) return whole
  const part = `${place}.part`
  try {
    const { type } = await download(url, part, largest)
    const start = startOf(part)
    const kind = pictureKindOf(start)
    const isFile = kind !== undefined || isDocument.test(place)
    // A page may begin like a drawing, or like any document, but like no other picture.
    const mayBePage = kind === undefined || kind === 'svg'
    if (start === '' || !isFile || (mayBePage && isPage(type, start)))
      throw new ImportError(`found no picture or file at ${url}`)
    const isNamed = isPicture.test(place) || isDocument.test(place)
    const file = isNamed ? place : `${place}.${kind}`
    renameSync(part, file)
    return file
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

const extensions = ['png', 'jpg', 'gif', 'webp', 'avif', 'heic', 'tiff', 'svg', 'bmp']

/** An address that is gone often answers with a page. */
const isPage = (type: string, start: string): boolean =>
  /html/i.test(type) || /^(\xef\xbb\xbf)?\s*<(!doctype html|html|head|body)[\s>]/i.test(start)

function startOf(file: string): string {
  const start = Buffer.alloc(1000)
  const opened = openSync(file, 'r')
  const length = readSync(opened, start)
  closeSync(opened)
  return start.toString('latin1', 0, length)
}

function pictureKindOf(start: string): string | undefined {
  if (start.startsWith('\x89PNG')) return 'png'
  if (start.startsWith('\xff\xd8')) return 'jpg'
  if (start.startsWith('GIF8')) return 'gif'
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp'
  if (start.slice(4, 12) === 'ftypavif') return 'avif'
  if (/^ftyp(hei[cx]|mif1)/.test(start.slice(4, 12))) return 'heic'
  if (/^(II\*\0|MM\0\*)/.test(start)) return 'tiff'
  if (start.startsWith('BM')) return 'bmp'
  return /<svg[\s>]/i.test(start) ? 'svg' : undefined
}
