import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { TextDecoder } from 'node:util'
import { createGunzip } from 'node:zlib'
import type { Progress } from './progress.ts'

/** The text of a file as it comes: unpacked if it is packed by gzip, in UTF-16 if its mark says so, else UTF-8. */
export async function* textOf(file: string, progress: Progress): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  for await (const chunk of unpacked(chunksOf(file, progress))) {
    decoder ??= new TextDecoder(encodingOf(chunk))
    yield decoder.decode(chunk, { stream: true })
  }
  yield decoder?.decode() ?? ''
}

/** The lines of a text, many at a time. One without an end is cut, since memory has one. */
export async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rest = ''
  for await (const piece of text) {
    const lines = (rest + piece).split('\n')
    rest = (lines.pop() ?? '').slice(0, longestLine)
    yield lines
  }
  if (rest !== '') yield [rest]
}
const longestLine = 65_536

async function* chunksOf(file: string, progress: Progress): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(file, { highWaterMark: 262_144 })) {
    progress.add(chunk.length)
    yield chunk
  }
}

async function* unpacked(chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { value: first, done } = await chunks.next()
  if (done) return
  const all = async function* () {
    yield first
    yield* chunks
  }
  const isPacked = first[0] === 0x1f && first[1] === 0x8b
  // Whoever reads the stream gets its errors.
  yield* isPacked ? pipeline(all, createGunzip(), () => {}) : all()
}

function encodingOf([a, b]: Uint8Array): string {
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'
}
