import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isSampleBlog } from '../../core/blog.ts'
import { type Fields, isFields, textAt, textsAt } from '../markdown/fields/fields.ts'
import { fieldsOf } from '../markdown/fields/front-matter.ts'
import { nothing, type Present } from './content-folder.ts'
import { readRecord } from './import-record.ts'

/** What the folder holds that an import has to reckon with: nothing, where the sample will make way. */
export function readPresent(folder: string): Present {
  if (makesWay(folder)) return nothing
  const names = [...textsIn(folder, 'posts'), ...textsIn(folder, 'pages')]
  const files = new Map<string, string[]>()
  const imported = new Map(readRecord(folder).posts)
  const present = new Set(names)
  for (const file of names) {
    const fields = fieldsOf(readFileSync(join(folder, file), 'utf8'))
    const source = textAt(fields, 'source')
    files.set(file, aliasesIn(fields))
    // Where a file of the record is gone, its owner may have renamed it: the source still tells it.
    if (source !== undefined && !present.has(imported.get(source) ?? '')) imported.set(source, file)
  }
  return { imported, files, settings: settingsIn(folder) }
}

/** Whether an import may take the folder's place: it holds the sample blog, or is not there. */
export function makesWay(folder: string): boolean {
  const settings = settingsJson(folder)
  return !existsSync(folder) || (settings !== undefined && isSampleBlog(settings))
}

function textsIn(folder: string, below: string): string[] {
  const place = join(folder, below)
  if (!existsSync(place)) return []
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|html)$/.test(name))
    .map((name) => `${below}/${name.replaceAll('\\', '/')}`)
}

/** A list, or a text with commas in it. */
const aliasesIn = (fields: Fields): string[] =>
  textAt(fields, 'aliases')
    ?.split(',')
    .map((alias) => alias.trim()) ?? textsAt(fields, 'aliases')

function settingsIn(folder: string): Present['settings'] {
  if (!existsSync(join(folder, 'blog.json'))) return undefined
  const author = settingsJson(folder)?.author
  return { author: typeof author === 'string' ? author : undefined }
}

function settingsJson(folder: string): Fields | undefined {
  const file = join(folder, 'blog.json')
  return existsSync(file) ? parseSettings(readFileSync(file, 'utf8')) : undefined
}

/** The fields of a `blog.json`; undefined where it is no object of JSON. */
export function parseSettings(text: string): Fields | undefined {
  try {
    const settings: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    return isFields(settings) ? settings : undefined
  } catch {
    return undefined
  }
}
