import {
  type Field,
  isFirstDay,
  isHiding,
  isLastDay,
  withParts,
} from '../../../core/hiding-fields.ts'
import { isSlug, slugify } from '../../../core/slugs.ts'
import { inZone } from '../../dates.ts'
import { type ImportedPost, makePost } from '../../imported-blog.ts'
import { languageOf } from '../../language.ts'
import { plainText } from '../../plain-text.ts'
import type { Placed } from '../address/address-rule.ts'
import { addressesOf } from '../address/post-address.ts'
import { ownFile } from '../body/own-files.ts'
import type { Site } from '../site/site.ts'
import type { SiteText } from '../site/site-text.ts'
import { isHtml } from '../site-files.ts'
import {
  dateFields,
  descriptionFields,
  imageAltFields,
  imageFields,
  updatedFields,
} from './field-names.ts'
import { type Fields, isFalse, isFields, textAt, textOf, valueAt } from './fields.ts'
import { tagsOf } from './text-tags.ts'
import { dateOf } from './written-dates.ts'

/** A date that a text says of itself, and what of it could not be read. */
export function datesIn(
  fields: Fields,
  { settings }: Pick<Site, 'settings'>,
  names: readonly string[] = dateFields,
) {
  const unread: string[] = []
  for (const name of names) {
    const written = textOf(valueAt(fields, name))
    // "published" may also say whether it is.
    if (written === undefined || /^(true|false|yes|no)$/i.test(written)) continue
    const date = dateOf(valueAt(fields, name))
    const saysZone = /([+-]\d{1,2}:?(\d{2})?|[a-z]{1,5})\)?$/i.test(written.slice(10))
    const zone = saysZone ? undefined : textAt(settings, 'timezone')
    if (date !== undefined) return { date: inZone(date, zone), unread }
    unread.push(`the date "${written}" could not be read`)
  }
  return { date: undefined, unread }
}

/** All of a post but its text. */
export function postOf(placed: Placed): ImportedPost {
  const { text, fields, date, kind, site } = placed
  const written = datesIn(fields, site)
  const updated = datesIn(fields, site, updatedFields)
  const { author, notes: authorNotes } = authorOf(fields, site)
  const hiding = withParts(Object.entries(fields)).find(isHiding)
  const image = imageAt(fields, imageFields)
  return makePost({
    kind,
    id: textAt(fields, 'id', 'guid', 'uuid') ?? text.name,
    title: plainWords(textAt(fields, 'title')),
    markup: isHtml(text.name) ? 'html' : 'markdown',
    date,
    updated: updated.date,
    tags: tagsOf(fields, text, site),
    description: plainWords(descriptionFields.flatMap((name) => wordsAt(fields, name) ?? [])[0]),
    image: image && ownFile(image, placed),
    imageAlt: plainWords(textAt(fields, ...imageAltFields)),
    author,
    language: languageOf(textAt(fields, 'lang', 'language', 'locale')) ?? text.language,
    draft: hiding !== undefined || isWithdrawn(fields, date) || isAmongDrafts(text),
    unlisted: kind === 'page' && isFalse(fields, 'navigation'),
    slug: slugOf(textAt(fields, 'slug')),
    addresses: addressesOf(placed),
    file: text.name,
    notes: [
      ...written.unread,
      ...updated.unread,
      ...authorNotes,
      ...(hiding === undefined ? [] : saidOfHiding(hiding)),
    ],
  })
}

/** No words are a tag because they stand between angles: "List<T>". */
function plainWords(written: string | undefined): string | undefined {
  // HTML may be nested too deep to be read; what is that long was never meant to be.
  if (written === undefined || written.length > 5000) return written
  return plainText(
    written.replace(
      /<(?!\/?(?:a|abbr|b|br|cite|code|del|em|i|kbd|mark|p|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>)/gi,
      '&lt;',
    ),
  )
}

const wordsAt = (fields: Fields, name: string): string | undefined => {
  const value = valueAt(fields, name)
  return typeof value === 'boolean' ? undefined : textOf(value)
}

/** A text, the first of a list, or what an object says its address is. */
function imageAt(fields: Fields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = valueAt(fields, name)
    const first = Array.isArray(value) ? value[0] : value
    const image = isFields(first)
      ? textAt(first, 'url', 'src', 'path', 'image', 'feature', 'file', 'relative', 'publicurl')
      : textOf(first)
    if (image !== undefined && !/^(true|false)$/i.test(image)) return image
  }
  return undefined
}

/** The first of its authors; notes name the others. */
function authorOf(fields: Fields, site: Site): { author: string | undefined; notes: string[] } {
  const value = valueAt(fields, 'author') ?? valueAt(fields, 'authors')
  const people = (Array.isArray(value) ? value : [value]).flatMap((one) => {
    const name = isFields(one) ? textAt(one, 'name', 'title') : textOf(one)
    return name === undefined ? [] : [textAt(site.authors, `${name}.name`) ?? name]
  })
  const [first, ...others] = people
  return {
    author: first === site.author ? undefined : first,
    notes: others.map((name) => `it was also written by ${name}`),
  }
}

const isAmongDrafts = ({ folders }: SiteText): boolean =>
  folders.some((folder) => /^_?drafts$/i.test(folder))

/** Nothing where it was called a draft, or not published, in so many words. */
function saidOfHiding([name, value]: Field): string[] {
  if (/draft|^publish/i.test(`${name} ${value}`)) return []
  // What is printed may be read by others.
  const said = name === 'password' ? 'a password' : `"${name}: ${value}"`
  return [`it had ${said}, and is a draft now`]
}

/**
 * Hugo and others show nothing after its last day, or before the first, which its `date` may not wait for:
 * here that alone is waited for.
 */
function isWithdrawn(fields: Fields, date: string | undefined): boolean {
  const today = new Date().toISOString()
  const waitsUntil = date !== undefined && date > today ? date : today
  return Object.entries(fields).some((field) => {
    const day = dateOf(field[1])
    if (day === undefined) return false
    return (isLastDay(field) && day < today) || (isFirstDay(field) && day > waitsUntil)
  })
}

/** Where it is one part of an address. */
function slugOf(written: string | undefined): string | undefined {
  const slug = written?.replace(/^\/+|\/+$/g, '')
  if (slug === undefined || slug.includes('/')) return undefined
  return isSlug(slug) ? slug : slugify(slug) || undefined
}
