import { type Format, ImportError } from './imported-blog.ts'
import { jsonFeed } from './json-feed.ts'

const formats: readonly Format[] = [jsonFeed]

/** The format of a source, told by its content. Throws an ImportError that says what it seems to be. */
export function recogniseFormat(text: string): Format {
  const format = formats.find(({ recognises }) => recognises(text))
  if (format !== undefined) return format
  const known = formats.map(({ name }) => name).join(', ')
  throw new ImportError(`found ${whatItSeems(text)}, expected one of: ${known}`)
}

function whatItSeems(text: string): string {
  const start = text.trimStart().slice(0, 200).toLowerCase()
  if (start === '') return 'an empty file'
  if (start.includes('\0')) return 'a file that is no text'
  if (/^<!doctype html|^<html/.test(start)) return 'a web page (HTML)'
  if (start.startsWith('<')) return 'XML'
  if (start.startsWith('{') || start.startsWith('[')) return 'JSON that is no feed'
  return 'plain text'
}
