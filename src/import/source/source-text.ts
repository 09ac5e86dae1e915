import { type Bytes, decode, encodingOf } from './decode.ts'

/** A text that a blog is read from. */
export interface SourceText {
  /** What its owner calls it: a path, or an address. */
  name: string
  /** Where it was fetched. */
  address: string | undefined
  /** Its beginning, by which its format is known. */
  start: string
  /** All of it, from the start, each time that it is asked for. */
  pieces: () => AsyncIterable<string>
}

const startLength = 65_536

export async function openText(
  name: string,
  bytes: Bytes,
  from: { address?: string | undefined; charset?: string | undefined } = {},
): Promise<SourceText> {
  const encoding = await encodingOf(bytes, from.charset)
  const pieces = () => decode(bytes, encoding)
  let start = ''
  for await (const piece of pieces()) {
    start += piece
    if (start.length >= startLength) break
  }
  return { name, address: from.address, start: start.slice(0, startLength), pieces }
}

export async function wholeText({ pieces }: SourceText): Promise<string> {
  let whole = ''
  for await (const piece of pieces()) whole += piece
  return whole
}
