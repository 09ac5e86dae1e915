import { unreadable } from '../formats/or-failed.ts'
import type { Entry, ImportedPost } from '../imported-blog.ts'
import { takeModules } from './body/mdx-modules.ts'
import { type FieldDefaults, withDefaults } from './fields/field-defaults.ts'
import { type Fields, noFields, textAt } from './fields/fields.ts'
import { FrontMatterError, readFrontMatter } from './fields/front-matter.ts'
import { datesIn, postOf } from './fields/post-fields.ts'
import type { Site } from './site/site.ts'
import { type SiteText, siteTextOf } from './site/site-text.ts'
import { foreignReason, isAmongPosts, isCalledPage, roleOf } from './site/text-role.ts'
import { isForeign, isHtml, isMarkdown, type SiteFiles } from './site-files.ts'

/** A text that is to be imported, all but its body. */
export interface Outline {
  post: ImportedPost
  text: SiteText
  fields: Fields
  /** Its body is the end of its file. */
  bodyLength: number
}

/** What a file of a site is; undefined where it is no text at all. */
export async function outlineOf(
  name: string,
  files: SiteFiles,
  site: Site,
  defaults: readonly FieldDefaults[],
): Promise<Entry | Outline | undefined> {
  if (!isMarkdown(name) && !isHtml(name) && !isForeign(name)) return undefined
  const reason = foreignReason(name, site)
  if (reason !== undefined) return isMarkdown(name) ? { kind: 'skipped', name, reason } : undefined
  const text = siteTextOf(name, site)
  const failed = (reason: string): Entry => ({ kind: 'failed', name, reason })
  if (isForeign(name)) return isAmongPosts(text) ? failed(unknownMarkup(name)) : undefined
  try {
    const whole = await files.text(name)
    if (whole.includes('\0') && isMarkdown(name))
      return failed('found bytes that are no text, expected Markdown')
    return readOutline(text, whole, site, defaults)
  } catch (error) {
    if (!isMarkdown(name) && !isAmongPosts(text)) return undefined
    return failed(error instanceof FrontMatterError ? error.message : unreadable(error))
  }
}

const unknownMarkup = (name: string): string =>
  `found a text in another markup (.${name.split('.').at(-1)}), expected Markdown or HTML`

function readOutline(
  text: SiteText,
  whole: string,
  site: Site,
  defaults: readonly FieldDefaults[],
): Entry | Outline | undefined {
  const { name } = text
  const { fields: own, body, notes } = readFrontMatter(whole)
  // HTML without front matter is a template, or what was made of one.
  if (isHtml(name) && (own === undefined || !isText(text, own, body, site))) return undefined
  const exported = own === undefined && /\.mdx$/i.test(name) ? takeModules(body).exported : noFields
  const fields = withDefaults(own ?? exported, text, site, defaults)
  const date = datesIn(fields, site).date ?? text.date
  const role = roleOf(text, { fields, body }, site, date)
  if (role.kind === 'skipped') return { ...role, name }
  if (body.trim() === '' && textAt(fields, 'title') === undefined)
    return { kind: 'skipped', name, reason: 'it has neither a title nor a text' }
  const post = postOf({ text, fields, date, kind: role.kind, site })
  return {
    post: { ...post, notes: [...notes, ...post.notes] },
    text,
    fields,
    bodyLength: body.length,
  }
}

/** A post, or a page that is more than a template; of no known program, what has a title. */
const isText = (text: SiteText, fields: Fields, body: string, { generator }: Site): boolean =>
  isAmongPosts(text) ||
  (isCalledPage(fields) && !body.includes('{%')) ||
  (generator === 'plain' && textAt(fields, 'title') !== undefined && !/\{[{%]/.test(body))
