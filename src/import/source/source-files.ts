import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join, sep } from 'node:path'
import { ImportError } from '../imported-blog.ts'
import type { Bytes } from './decode.ts'
import { openZip } from './zip.ts'

/** The files of a source: one, or those of a folder or a zip. */
export interface SourceFiles {
  /** Paths below the source's root, with "/". */
  names: readonly string[]
  bytes: (name: string) => Bytes
  close: () => void
}

/** Throws an ImportError, or the system's own error, where there is none. */
export async function openFiles(place: string): Promise<SourceFiles> {
  if (!existsSync(place))
    throw new ImportError(
      'found no such file or folder, expected one, or an address that begins with https://',
    )
  if (statSync(place).isDirectory()) return openFolder(place)
  return (await isZip(place)) ? openZip(place) : openFile(place)
}

export const openFile = (place: string): SourceFiles => ({
  names: [basename(place)],
  bytes: () => () => createReadStream(place),
  close: () => undefined,
})

const openFolder = (place: string): SourceFiles => ({
  names: namesBelow(place),
  bytes: (name) => () => createReadStream(join(place, name)),
  close: () => undefined,
})

function namesBelow(place: string): string[] {
  const names: string[] = []
  const walk = (below: string): void => {
    for (const entry of readdirSync(join(place, below), { withFileTypes: true })) {
      const name = join(below, entry.name)
      if (entry.isFile()) names.push(name.split(sep).join('/'))
      else if (entry.isDirectory() && !/^(\.git|node_modules|__MACOSX)$/.test(entry.name))
        walk(name)
    }
  }
  walk('')
  if (names.length === 0)
    throw new ImportError('found an empty folder, expected the files of a blog')
  return names.sort()
}

async function isZip(place: string): Promise<boolean> {
  for await (const chunk of createReadStream(place, { end: 3 }))
    return Buffer.from(chunk).toString('latin1').startsWith('PK\x03\x04')
  return false
}

export async function readAll(bytes: Bytes): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes()) chunks.push(chunk)
  return Buffer.concat(chunks)
}
