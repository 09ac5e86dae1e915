import * as v from 'valibot'
import type { DocumentOptions, ParseOptions, SchemaOptions } from 'yaml'
import { aliasPath } from './addresses.ts'
import { languageTag } from './blog.ts'
import { parseDate } from './dates.ts'
import { isSlug } from './slugs.ts'
import { withoutControls } from './without-controls.ts'

/** A number stands as it is written: 1.10 is a title, and an id may have more digits than fit. */
export const frontMatterYaml = {
  schema: 'failsafe',
  customTags: ['null', 'bool'],
  prettyErrors: false,
} satisfies DocumentOptions & ParseOptions & SchemaOptions

/**
 * The front matter of a post or page. Each message completes "expected …"; a field left empty
 * counts as missing.
 */
const text = v.pipe(
  v.string('a text'),
  v.trim(),
  // YAML's escapes can tell halves of characters, which addresses refuse and HTML shows as another sign,
  // and control characters, which no text has.
  v.transform((written) => withoutControls(written.toWellFormed())),
)
const number = v.pipe(
  v.string('a number'),
  v.check((value) => Number.isFinite(Number(value)), 'a number'),
  v.transform(Number),
)
const aDate = 'a date such as 2016-05-01 or 2016-05-01T10:00:00+02:00'
const date = v.pipe(
  v.string(aDate),
  v.check((value) => parseDate(value) !== undefined, aDate),
  v.transform((value) => parseDate(value) ?? value),
)
const texts = (what: string) =>
  v.pipe(
    v.union([v.array(v.unknown()), v.string()], what),
    v.transform((value) => (Array.isArray(value) ? value : value.split(','))),
    v.array(v.nullable(text, '')),
    v.transform((values) => [...new Set(values.filter(Boolean))]),
  )
const oldAddress =
  'an old address that begins with "/", without "#" or "..", its query such as "?p=123"'

export const FrontMatter = v.object(
  {
    title: v.optional(text),
    date: v.optional(date),
    updated: v.optional(date),
    tags: v.optional(texts('a list of tags'), []),
    description: v.optional(text),
    image: v.optional(v.string('the path or address of an image')),
    image_alt: v.optional(text),
    author: v.optional(text),
    language: v.optional(languageTag),
    draft: v.optional(v.boolean('true or false'), false),
    slug: v.optional(
      v.pipe(text, v.check(isSlug, 'one part of an address, without spaces or any of / ? # %')),
    ),
    aliases: v.optional(
      v.pipe(
        texts('a list of old addresses'),
        v.array(
          v.pipe(
            v.string(),
            v.check((written) => aliasPath(written) !== undefined, oldAddress),
          ),
        ),
        v.transform((aliases) => [
          ...new Set(aliases.map((written) => aliasPath(written) ?? written)),
        ]),
      ),
      [],
    ),
    source: v.optional(text),
    weight: v.optional(number),
    navigation: v.optional(v.boolean('true or false')),
  },
  'fields and their values ("title: …")',
)

export type FrontMatter = v.InferOutput<typeof FrontMatter>

export const frontMatterFields = Object.keys(FrontMatter.entries)
