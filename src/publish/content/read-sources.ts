import { isReservedPageName } from '../../core/addresses.ts'
import type { FrontMatter } from '../../core/front-matter.ts'
import { placeOf, type TextPlace } from '../../core/text-place.ts'
import type { Cache } from '../cache/cache.ts'
import { digestOf } from '../digest.ts'
import { parseFrontMatter } from './parse-front-matter.ts'
import { ContentError, type Problem } from './problems.ts'
import { readOnce } from './read-once.ts'
import { readText } from './read-text.ts'

/** A text file of the content folder and what its front matter says; its body stays where it is. */
export interface Source extends Parsed, TextPlace {
  file: string
  /** Of the file's text. */
  digest: string
}

interface Parsed {
  fields: FrontMatter
  warnings: Problem[]
  /** Where the body begins in the text. */
  bodyStart: number
  /** Whether the body may have code in it. */
  hasCode: boolean
}

/** In bytes: file systems take 255, and the post's JSON has an ending. */
const longestName = 255 - '.json'.length

/** Reads a post or page. Throws a ContentError. */
export function readSource(folder: string, file: string, cache: Cache): Source {
  const { digest, parsed } = readOnce(folder, file, (text) => parse(file, text), cache)
  const { kind, name, path } = placeOf(file, parsed.fields.slug)
  if (name === '')
    throw new ContentError({
      file,
      message: 'found a file name without a letter or digit, expected one to make an address of',
    })
  const bytes = Buffer.byteLength(name)
  if (bytes > longestName)
    throw new ContentError({
      file,
      field: parsed.fields.slug === undefined ? undefined : 'slug',
      message: `found a name of ${bytes} bytes, expected at most ${longestName}`,
    })
  if (kind === 'page' && isReservedPageName(name))
    throw new ContentError({
      file,
      message: `found the name "${name}", which the site itself uses; expected another`,
    })
  // What is spread comes last: Node 20 makes a class of its own for each object that begins with it.
  return { kind, file, name, path, digest, ...parsed }
}

function parse(file: string, text: string): Parsed {
  const { fields, body, warnings } = parseFrontMatter(file, text)
  const isEmpty = body.trim() === '' && fields.title === undefined && !fields.draft
  return {
    fields,
    warnings: isEmpty ? [...warnings, { file, message: nothingToRead }] : warnings,
    bodyStart: text.length - body.length,
    hasCode: /```|~~~|<pre/i.test(body),
  }
}

const nothingToRead = 'found neither a title nor a text, expected one of them'

/** The body of a text that was read before. Throws a ContentError when it is another text by now. */
export function readBody(folder: string, { file, digest, bodyStart }: Source): string {
  const text = readText(folder, file)
  if (digestOf(text) !== digest)
    throw new ContentError({
      file,
      message: 'found a text that changed while it was read, expected it to stay',
    })
  return text.slice(bodyStart)
}
