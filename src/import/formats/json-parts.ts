import { JSONParser } from '@streamparser/json'
import { messageOf } from '../../core/message-of.ts'
import { ImportError } from '../imported-blog.ts'

/** A value of a JSON document, and its name, or its place in a list. */
export interface JsonPart {
  key: string | number | undefined
  value: unknown
  /** The document ended in the middle: this is no value, and the last part. */
  isCut: boolean
}

/**
 * The values at `paths` ("$.items.*") of a JSON document, as they come. Throws an ImportError where
 * nothing of it can be read.
 */
export async function* readJsonParts(
  pieces: AsyncIterable<string>,
  paths: string[],
): AsyncGenerator<JsonPart> {
  const parser = new JSONParser({ paths, keepStack: false })
  let parts: JsonPart[] = []
  let count = 0
  parser.onValue = ({ key, value, parent }) => {
    parts.push({ key, value, isCut: false })
    // Else the whole list would be in memory at its end.
    if (Array.isArray(parent) && typeof key === 'number') parent[key] = null
  }
  try {
    for await (const piece of pieces) {
      parser.write(piece)
      for (const part of parts) {
        yield part
        count += 1
      }
      parts = []
    }
    if (!parser.isEnded) parser.end()
  } catch (error) {
    if (error instanceof ImportError) throw error
    yield* parts
    const reason = messageOf(error)
    if (count + parts.length === 0) throw new ImportError(`found no valid JSON (${reason})`)
    yield { key: undefined, value: undefined, isCut: true }
  }
}
