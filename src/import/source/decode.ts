/** Bytes as they come: opened anew each time that they are read. */
export type Bytes = () => AsyncIterable<Uint8Array>

const startLength = 4096

/** The text of a file in pieces. */
export async function* decode(bytes: Bytes, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of bytes()) yield withoutForbidden(decoder.decode(chunk, { stream: true }))
  yield withoutForbidden(decoder.decode())
}

/**
 * The encoding that a file's byte order mark, its host, its XML declaration, or else its bytes tell (in the
 * order of RFC 7303, section 3).
 */
export async function encodingOf(bytes: Bytes, charset: string | undefined): Promise<string> {
  const start = await startOf(bytes)
  const mark = markedEncoding(start)
  if (mark !== undefined) return mark
  const declared =
    known(charset) ??
    known(/^[^<]{0,200}<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(latin1(start))?.[1])
  // A declaration that could be read byte by byte is of no encoding of two bytes.
  if (declared !== undefined && !/^utf-(8|16)/.test(declared)) return declared
  return (await isUtf8(bytes)) ? 'utf-8' : 'windows-1252'
}

function markedEncoding(start: Uint8Array): string | undefined {
  const [a, b, c, d] = start
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  // "<" or "{" in two bytes, without a mark.
  if (b === 0 && d === 0 && a !== 0) return 'utf-16le'
  if (a === 0 && c === 0 && b !== 0) return 'utf-16be'
  return undefined
}

/** The standard's name of an encoding (https://encoding.spec.whatwg.org/#names-and-labels). */
function known(label: string | undefined): string | undefined {
  if (label === undefined) return undefined
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

/** Whether it is UTF-8, though with a slip here and there: more letters of it than bytes that are none. */
async function isUtf8(bytes: Bytes): Promise<boolean> {
  const decoder = new TextDecoder('utf-8')
  let letters = 0
  let slips = 0
  for await (const chunk of bytes()) {
    const text = decoder.decode(chunk, { stream: true })
    slips += text.split('\ufffd').length - 1
    letters += text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0
  }
  return slips === 0 || letters > slips
}

async function startOf(bytes: Bytes): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytes()) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= startLength) break
  }
  return Buffer.concat(chunks).subarray(0, startLength)
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** No text has them, XML forbids them, and files carry them all the same. */
const withoutForbidden = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  text.replace(/[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
