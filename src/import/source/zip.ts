import { promisify } from 'node:util'
import { type Entry, type Options, open, type ZipFile } from 'yauzl'
import { messageOf } from '../../core/message-of.ts'
import { ImportError } from '../imported-blog.ts'
import { findSite } from '../markdown/site/find-site.ts'
import { isTelling } from '../markdown/site/folder-names.ts'
import type { SourceFiles } from './source-files.ts'

const openWith = promisify<string, Options, ZipFile>(open)

/** The files of a zip, read where they are asked for. Throws an ImportError where it is damaged, or names a path outside itself. */
export async function openZip(place: string): Promise<SourceFiles> {
  const zip = await refusing(openWith(place, { lazyEntries: true, autoClose: false }))
  const entries = await refusing(entriesOf(zip))
  for (const entry of entries.values()) refuseBomb(entry)
  const names = [...entries.keys()].sort()
  const folder = wrappingFolder(names)
  return {
    names: names.map((name) => name.slice(folder.length)),
    bytes: (name) => () => read(zip, entries.get(folder + name)),
    close: () => zip.close(),
  }
}

/**
 * The one folder that all lie in, whose name is an accident: GitHub's has the branch in it. One that
 * says what is in it is none.
 */
function wrappingFolder(names: readonly string[]): string {
  const [name = ''] = names[0]?.split('/') ?? []
  const { generator, root } = findSite(names)
  const isOfContent = generator === 'plain' ? isTelling(name) : !root.startsWith(`${name}/`)
  return isOfContent || !names.every((other) => other.startsWith(`${name}/`)) ? '' : `${name}/`
}

/** The reader of zips refuses paths that leave the folder by itself. */
function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      const isOfMac = /(^|\/)(__MACOSX\/|\.DS_Store$)/.test(entry.fileName)
      if (!entry.fileName.endsWith('/') && !isOfMac) entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', reject)
    zip.readEntry()
  })
}

/** Texts and pictures pack to no hundredth: larger files that do are there to fill the memory. */
function refuseBomb({ fileName, compressedSize, uncompressedSize }: Entry): void {
  if (uncompressedSize > largest && uncompressedSize > 100 * compressedSize)
    throw new ImportError(
      `found the file "${fileName}", which unpacks to ${uncompressedSize} bytes, as in an attack; expected a blog`,
    )
}

const largest = 100_000_000

async function* read(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Uint8Array> {
  if (entry === undefined) throw new ImportError('found no such file in the zip')
  try {
    yield* (await promisify(zip.openReadStream.bind(zip))(entry)) ?? []
  } catch (error) {
    throw unreadable(error, ` at ${entry.fileName}`)
  }
}

async function refusing<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise
  } catch (error) {
    throw unreadable(error)
  }
}

const unreadable = (error: unknown, where = ''): ImportError =>
  new ImportError(`found a zip that can't be read${where} (${messageOf(error)})`)
