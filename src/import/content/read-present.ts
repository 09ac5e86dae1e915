import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { aliasPath, baseOf, belowBase } from '../../core/addresses.ts'
import { isSampleBlog } from '../../core/blog.ts'
import { isSlug } from '../../core/slugs.ts'
import { commentsByPost, placeOf } from '../../core/text-place.ts'
import { type Fields, isFields, textAt, textsAt } from '../markdown/fields/fields.ts'
import { fieldsOf } from '../markdown/fields/front-matter.ts'
import { nothing, type Present, type PresentText } from './content-folder.ts'
import { readRecord } from './import-record.ts'

/** What the folder holds that an import has to reckon with: nothing, where the sample will make way. */
export function readPresent(folder: string): Present {
  if (makesWay(folder)) return nothing
  const names = [...textsIn(folder, 'posts'), ...textsIn(folder, 'pages')]
  const base = baseOf(textAt(settingsJson(folder) ?? {}, 'url'))
  const texts = new Map<string, PresentText>()
  const imported = new Map(readRecord(folder).posts)
  const present = new Set(names)
  for (const file of names) {
    const fields = fieldsOf(readFileSync(join(folder, file), 'utf8'))
    const slug = textAt(fields, 'slug') ?? ''
    const place = placeOf(file, isSlug(slug) ? slug : undefined)
    texts.set(file, { place, aliases: aliasesIn(fields, base), comments: undefined })
    const source = textAt(fields, 'source')
    // Where a file of the record is gone, its owner may have renamed it: the source still tells it.
    if (source !== undefined && !present.has(imported.get(source) ?? '')) imported.set(source, file)
  }
  for (const [{ file }, comments] of commentsByPost(postsAmong(texts), commentsIn(folder))) {
    const text = texts.get(file)
    if (text !== undefined) text.comments = comments
  }
  return { imported, texts, settings: settingsIn(folder) }
}

const postsAmong = (texts: Present['texts']) =>
  [...texts].flatMap(([file, { place }]) =>
    place.kind === 'post' ? { file, name: place.name } : [],
  )

/** The files of comments, by their names without ".json". */
function commentsIn(folder: string): Map<string, string> {
  const place = join(folder, 'comments')
  const names = existsSync(place) ? readdirSync(place) : []
  return new Map(
    names
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name.slice(0, -'.json'.length).normalize('NFC'), `comments/${name}`]),
  )
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

/** A list, or a text with commas in it; as the build has them. */
const aliasesIn = (fields: Fields, base: string): string[] =>
  (textAt(fields, 'aliases')?.split(',') ?? textsAt(fields, 'aliases'))
    .map((alias) => alias.trim())
    .map((alias) => belowBase(base, aliasPath(alias) ?? alias))

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
